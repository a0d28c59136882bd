import './flow.css';
import { useMemo, useState } from 'preact/hooks';
import { isAct } from '../../lib/ledger/counting.ts';
import type { Entry } from '../../lib/ledger/entry.ts';
import { dayHere, type Period, periodName } from '../../lib/report/calendar.ts';
import { placeOf } from '../../lib/report/report.ts';
import { sentenceWhen } from '../../lib/report/sentence.ts';
import { sourcesOf, workOf, worksOf } from '../../lib/value/built-on.ts';
import { thirtySeventy } from '../../lib/value/cascade.ts';
import { counterparts, headAndTail, reciprocity, sumBy } from '../../lib/value/flow.ts';
import { microsInOne, parseMicros } from '../../lib/value/micros.ts';
import { passItOn } from '../../lib/value/pass-it-on.ts';
import { approximate } from '../../lib/value/ratio.ts';
import { useLive } from '../live.ts';
import { PeriodPicker, periodFrom } from '../period-picker.tsx';
import { mostEntries } from '../reader.ts';
import { Scroll } from '../scroll.tsx';
import { Problem, Waiting } from '../states.tsx';
import { TextField } from '../text-field.tsx';
import { type CameBack, readBack, readForAccounts } from '../value/read-value.ts';
import { words } from '../words.ts';
import { knownWallets, PassOnList, walletOf } from './pass-on.tsx';
import { sourcesFromTop, towerOf } from './tower.ts';
import { TowerPicture } from './tower-picture.tsx';

const { say, number } = words;
const shownAtFirst = 12;

/** Where what was given flows: the tower, whom one lifted and who lifted one, head and tail, and passing on. */
export function FlowScreen({ name }: { name: string }) {
  const today = dayHere(new Date());
  const period = periodFrom(name, today, 'month');
  const read = useLive(async () => {
    const [entries, back] = await Promise.all([readForAccounts(period), readBack()]);
    return { period, entries, back };
  }, [period.from, period.to]);
  if (read.is === 'error') return <Problem title={say('readError')} />;
  if (read.is === 'loading') return <Waiting title={say('navFlow')} />;
  return (
    <>
      <div class="week-bar">
        <PeriodPicker period={period} today={today} at="#/flow" />
      </div>
      {read.value.entries ? (
        <Flow {...read.value} entries={read.value.entries} today={today} />
      ) : (
        <section class="state">
          <h1 class="lead">{say('navFlow')}</h1>
          <p class="quiet">{say('tooMany', mostEntries)}</p>
        </section>
      )}
    </>
  );
}

interface Read {
  period: Period;
  entries: readonly Entry[];
  back: CameBack;
  today: string;
}

function Flow({ period, entries, back, today }: Read) {
  const lifted = useMemo(() => {
    const taken = new Set(entries.map(({ undoes }) => undoes));
    const acts = entries.filter((entry) => isAct(entry) && !taken.has(entry.id));
    const others = acts.filter(({ to, account }) => to && to.name !== account);
    const works = worksOf(acts.filter(({ to, account }) => to?.name !== account));
    return {
      acts,
      works,
      given: sumBy(
        others,
        ({ to, host }) => to && personAt(to.name, placeOf(host)),
        () => 1,
      ),
    };
  }, [entries]);
  const received = useMemo(() => {
    const isIn = (at: string) => period.from <= at.slice(0, 10) && at.slice(0, 10) <= period.to;
    const hosts = new Map(entries.map(({ id, host }) => [id, host]));
    const signs = [
      ...back.sightings
        .filter(({ at, by }) => by && isIn(at))
        .map(({ by = '', entry, count }) => ({ who: personAt(by, placeOf(hosts.get(entry) ?? '')), much: count })),
      ...back.receipts
        .filter(({ at, from }) => from && isIn(at))
        .map(({ from, site }) => ({ who: personAt(from, site), much: 1 })),
    ];
    return sumBy(
      signs,
      ({ who }) => who,
      ({ much }) => much,
    );
  }, [back, entries, period.from, period.to]);
  const money = back.receipts.find(({ at }) => period.from <= at.slice(0, 10) && at.slice(0, 10) <= period.to);
  return (
    <article class="report flow">
      <header class="opening">
        <h1 class="sentence private">
          {lifted.given.size > 0
            ? say('flowSentence', words.count('people', lifted.given.size), sentenceWhen(period, today, words))
            : say('flowEmpty')}
        </h1>
      </header>
      {lifted.works.links.length > 0 && (
        <Poured
          key={`${period.from} ${money?.id}`}
          lifted={lifted}
          first={
            money
              ? { amount: String(Number(money.amount) / 1e6), currency: money.currency }
              : { amount: '10', currency: 'USD' }
          }
          name={periodName(period)}
        />
      )}
      {lifted.given.size > 0 && (
        <div class="flow-columns">
          <Counterparts given={lifted.given} received={received} />
          <HeadTail given={lifted.given} />
        </div>
      )}
    </article>
  );
}

interface Lifted {
  acts: readonly Entry[];
  works: ReturnType<typeof worksOf>;
  given: ReturnType<typeof sumBy>;
}

/** The tower and the list of whom to pass something on to, from one amount and one way of splitting. */
function Poured({
  lifted,
  first,
  name,
}: {
  lifted: Lifted;
  first: { amount: string; currency: string };
  name: string;
}) {
  const [amount, setAmount] = useState(first.amount);
  const [keep, setKeep] = useState(thirtySeventy.keep);
  const [depth, setDepth] = useState(thirtySeventy.depth);
  const [wallets, setWallets] = useState(knownWallets);
  const micros = useMemo(() => {
    try {
      return /^\d{1,12}(\.\d{1,6})?$/.test(amount) ? parseMicros(amount) : microsInOne;
    } catch {
      return microsInOne;
    }
  }, [amount]);
  const { works, acts } = lifted;
  const sources = useMemo(() => sourcesOf(works.links), [works]);
  const rules = { ...thirtySeventy, keep, depth };
  const tower = useMemo(
    () => towerOf(micros, works, sourcesFromTop(works, sources), rules),
    [micros, works, sources, keep, depth],
  );
  const passing = useMemo(() => {
    const own = [...new Set(acts.map(workOf))].filter((work) => sources(work).length > 0);
    return own.length > 0 ? passItOn(micros, own, sources, works.makers, walletOf(wallets), rules) : null;
  }, [micros, works, sources, acts, keep, depth, wallets]);
  return (
    <>
      <section class="section" aria-labelledby="flow-tower">
        <h2 id="flow-tower">{say('tower')}</h2>
        <p class="note quiet">{say('towerMore', keep, depth)}</p>
        <div class="row">
          <TextField name={`${say('towerAmount')} (${first.currency})`} value={amount} set={setAmount} mode="decimal" />
          <Slider name={say('towerKeep')} value={keep} min={0} max={100} set={setKeep} />
          <Slider name={say('towerDepth')} value={depth} min={1} max={12} set={setDepth} />
        </div>
        <TowerPicture tower={tower} currency={first.currency} />
      </section>
      {passing && (
        <section class="section" aria-labelledby="flow-pass">
          <h2 id="flow-pass">{say('passOn')}</h2>
          <PassOnList passing={passing} currency={first.currency} name={name} wallets={wallets} changed={setWallets} />
        </section>
      )}
    </>
  );
}

interface Sliding {
  name: string;
  value: number;
  min: number;
  max: number;
  set: (value: number) => void;
}

function Slider({ name, value, min, max, set }: Sliding) {
  return (
    <label class="field">
      <span class="small quiet">
        {name}: {number(value)}
      </span>
      <input
        type="range"
        value={value}
        min={min}
        max={max}
        onInput={({ currentTarget }) => set(Number(currentTarget.value))}
      />
    </label>
  );
}

function Counterparts({ given, received }: { given: Lifted['given']; received: Lifted['given'] }) {
  const [all, setAll] = useState(false);
  const lines = counterparts(given, received);
  const shown = all ? lines : lines.slice(0, shownAtFirst);
  const even = Math.round(approximate(reciprocity(given, received)) * 100) / 100;
  return (
    <section class="section" aria-labelledby="flow-lifted">
      <h2 id="flow-lifted">{say('liftedWho')}</h2>
      <p class="note quiet private">{say('reciprocityIs', even)}</p>
      <Scroll name={say('liftedWho')}>
        <table class="table private">
          <thead>
            <tr>
              <th scope="col">{say('byPerson')}</th>
              <th scope="col">{say('liftedGiven')}</th>
              <th scope="col">{say('liftedBack')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((line) => (
              <tr key={line.name}>
                <th scope="row">
                  <Person known={line.name} />
                </th>
                <td>{number(line.given)}</td>
                <td class="received">{line.received > 0 ? number(line.received) : '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {lines.length > shown.length && (
        <p class="note">
          <button type="button" class="link" onClick={() => setAll(true)}>
            {words.count('andMore', lines.length - shown.length)}
          </button>
        </p>
      )}
    </section>
  );
}

/** The same name in two places is two people. */
const personAt = (name: string, place: string) => `${name}\n${place}`;

function Person({ known }: { known: string }) {
  const [name, place] = known.split('\n');
  return (
    <>
      <bdi>{name}</bdi>{' '}
      <span class="quiet small">
        <bdi>{place}</bdi>
      </span>
    </>
  );
}

const drawn = 60;

/** How much went to whom, most first: a steep picture is a head, a flat one a tail. */
function HeadTail({ given }: { given: Lifted['given'] }) {
  // How many follow a maker is on few pages, and not kept yet: nothing is claimed about small and big.
  const { concentration } = headAndTail(given, () => undefined);
  const part = approximate(concentration);
  const percent = new Intl.NumberFormat(words.locale, { style: 'percent' });
  const amounts = [...given.values()].sort((a, b) => b - a).slice(0, drawn);
  const said = say('headTailIs', percent.format(part), percent.format(1 - part));
  return (
    <section class="section" aria-labelledby="flow-tail">
      <h2 id="flow-tail">{say('headTail')}</h2>
      <p class="note private">{said}</p>
      <div class="tail" role="img" aria-label={said}>
        {amounts.map((much, i) => (
          <span key={i} style={{ blockSize: `${(much / (amounts[0] ?? 1)) * 100}%` }} />
        ))}
      </div>
    </section>
  );
}
