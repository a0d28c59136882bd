import { useState } from 'preact/hooks';
import type { ListChanges, ListFound, ListLine, ListPeriod, ListRefused } from '../../lib/messages.ts';
import type { MessageKey } from '../../lib/report/words.ts';
import { ago } from '../ago.ts';
import { ask } from '../ask.ts';
import { words } from '../words.ts';

const { say } = words;

type Problem = ListRefused['refused']['problem'];

const reasons: Record<Problem, MessageKey> = {
  address: 'listBadAddress',
  unreachable: 'listBadUnreachable',
  status: 'listBadStatus',
  'too-large': 'listBadTooLarge',
  'not-a-list': 'listBadNotAList',
  signature: 'listBadSignature',
  newer: 'listBadNewer',
  older: 'listBadOlder',
  'same-number': 'listBadSameNumber',
  definition: 'listBadDefinition',
  pattern: 'listBadPattern',
  hosts: 'listBadHosts',
};

const periods: [ListPeriod | '', MessageKey][] = [
  ['', 'listNever'],
  ['day', 'listDaily'],
  ['week', 'listWeekly'],
  ['month', 'listMonthly'],
];

/** The lists that the person follows, and how to follow one. */
export function ListsScreen({ lists, changed }: { lists: ListLine[]; changed: () => void }) {
  return (
    <section class="lists">
      <h1 class="title">{say('lists')}</h1>
      <p class="quiet lede">{say('listsMore')}</p>
      <p class="note">
        <a href="#/sites">{say('listsBack')}</a>
      </p>
      {lists.length === 0 && <p class="quiet nothing">{say('listsNone')}</p>}
      {lists.map((list) => (
        <OneList key={list.id} list={list} changed={changed} />
      ))}
      <Follow changed={changed} />
    </section>
  );
}

function Follow({ changed }: { changed: () => void }) {
  const [typed, setTyped] = useState('');
  const [every, setEvery] = useState<ListPeriod | ''>('');
  const [state, setState] = useState<'idle' | 'working' | 'failed' | { found: ListFound } | ListRefused>('idle');

  const look = (event: Event) => {
    event.preventDefault();
    setState('working');
    ask('listLook', { address: typed }).then(setState, () => setState('failed'));
  };
  const use = ({ url, key, digest }: ListFound) => {
    setState('working');
    ask('listSubscribe', { url, key, digest, every: every || null }).then(
      (refused) => {
        setState(refused ?? 'idle');
        if (refused) return;
        setTyped('');
        changed();
      },
      () => setState('failed'),
    );
  };

  return (
    <section class="setting">
      <h2>{say('listAddress')}</h2>
      <div>
        <form class="row" onSubmit={look}>
          <input
            type="text"
            class="wide"
            inputMode="url"
            aria-label={say('listAddress')}
            placeholder="https://example.org/sites.json"
            autoCapitalize="off"
            spellcheck={false}
            dir="ltr"
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
            data-testid="list-address"
          />
          <button type="submit" class="button" disabled={state === 'working'} data-testid="list-look">
            {say('listLook')}
          </button>
        </form>
        <p role="status" class="note">
          {state === 'working' && say('listLooking')}
          {state === 'failed' && say('notDone')}
          {typeof state === 'object' && 'refused' in state && <Refusal {...state} />}
        </p>
        {typeof state === 'object' && 'found' in state && (
          <div class="found" data-testid="list-found">
            <h3>{say('listFound')}</h3>
            <p>
              <bdi>{state.found.name}</bdi> · {editionOf(state.found)}
            </p>
            <ChangeLists changes={state.found.changes} />
            <Key did={state.found.key} />
            <p class="quiet note">{say('listTrust')}</p>
            <div class="row">
              <Period value={every} choose={setEvery} />
              <button type="button" class="button primary" onClick={() => use(state.found)} data-testid="list-use">
                {say('listUse')}
              </button>
            </div>
          </div>
        )}
      </div>
    </section>
  );
}

/** Why a list was not taken, and where in it. The place is in the list's own words. */
function Refusal({ refused: { problem, detail } }: ListRefused) {
  return (
    <span class="danger-text" data-problem={problem}>
      {say(reasons[problem])}{' '}
      {detail && (
        <bdi class="small" lang="en">
          {detail}
        </bdi>
      )}
    </span>
  );
}

const editionOf = ({ serial, created, count }: { serial: number; created: string; count: number }) =>
  `${say('listEdition', String(serial), words.day(created.slice(0, 10), 'date'))}, ${words.count('listSites', count)}`;

function Key({ did }: { did: string }) {
  return (
    <p class="note">
      {say('listKey')} <code dir="ltr">{did.replace('did:key:', '')}</code>
    </p>
  );
}

function Period({ value, choose }: { value: ListPeriod | ''; choose: (every: ListPeriod | '') => void }) {
  return (
    <label class="note">
      {say('listEvery')}{' '}
      <select value={value} onChange={(event) => choose(event.currentTarget.value as ListPeriod | '')}>
        {periods.map(([period, label]) => (
          <option key={period} value={period}>
            {say(label)}
          </option>
        ))}
      </select>
    </label>
  );
}

function ChangeLists({ changes }: { changes: ListChanges }) {
  const parts = (['added', 'changed', 'removed'] as const).filter((part) => changes[part].length > 0);
  const titles = { added: 'listAdded', changed: 'listChanged', removed: 'listRemoved' } as const;
  if (parts.length === 0) return <p class="note">{say('listNothing')}</p>;
  return (
    <dl class="facts change-lists">
      {parts.map((part) => (
        <div key={part}>
          <dt>{say(titles[part])}</dt>
          <dd>
            <ul>
              {changes[part].map(({ id, name, version, from, hosts }) => (
                <li key={id}>
                  <bdi>{name}</bdi>
                  {part === 'changed' && <> · {say('listVersions', version, from ?? 0)}</>}
                  {hosts.length > 0 && <> · {say('listWants', words.list(hosts))}</>}
                </li>
              ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function OneList({ list, changed }: { list: ListLine; changed: () => void }) {
  const [state, setState] = useState<'idle' | 'working' | 'failed'>('idle');
  const { id } = list;
  const run = (work: () => Promise<unknown>) => () => {
    setState('working');
    work().then(
      () => {
        setState('idle');
        changed();
      },
      () => setState('failed'),
    );
  };
  return (
    <section class="setting" aria-labelledby={`list-${id}`} data-testid="list">
      <h2 id={`list-${id}`}>
        <bdi>{list.name}</bdi>
      </h2>
      <div>
        <p>
          {editionOf(list.current)}
          <br />
          <bdi class="small quiet" dir="ltr">
            {list.url}
          </bdi>
        </p>
        <Key did={list.key} />
        {list.changes && <ChangeLists changes={list.changes} />}
        <p class="note" role="status">
          {say('listChecked', ago(list.checked, Date.now(), words.locale))}
          {state === 'failed' && <span class="danger-text"> {say('notDone')}</span>}
        </p>
        {list.problem && (
          <p class="note danger-text" data-problem={list.problem.problem}>
            {say('listNotTaken', say(reasons[list.problem.problem]))}{' '}
            <bdi class="small" lang="en">
              {list.problem.detail}
            </bdi>
          </p>
        )}
        <div class="row">
          <Period
            value={list.every ?? ''}
            choose={(every) => run(() => ask('listChoose', { id, every: every || null }))()}
          />
          <label class="check">
            <input
              type="checkbox"
              checked={list.pinned}
              onChange={(event) => run(() => ask('listChoose', { id, pinned: event.currentTarget.checked }))()}
              data-testid="list-pin"
            />
            {say('listPin')}
          </label>
        </div>
        <div class="row">
          <button
            type="button"
            class="button"
            disabled={state === 'working' || list.pinned}
            onClick={run(() => ask('listUpdate', { id }))}
            data-testid="list-now"
          >
            {say('listNow')}
          </button>
          {list.previous && (
            <button type="button" class="button" onClick={run(() => ask('listBack', { id }))} data-testid="list-back">
              {say('listBack', String(list.previous.serial))}
            </button>
          )}
          <button
            type="button"
            class="link danger note"
            onClick={run(() => ask('listRemove', { id }))}
            data-testid="list-remove"
          >
            {say('listRemove')}
          </button>
        </div>
      </div>
    </section>
  );
}
