import './profile.css';
import { useState } from 'preact/hooks';
import { dayHere, type Period, periodName } from '../../lib/report/calendar.ts';
import { exactAmount } from '../../lib/report/money.ts';
import { makeProfile, type Profile, type Skill, type SkillGroup } from '../../lib/report/profile.ts';
import { profileHtml, skillFacts, skillName } from '../../lib/report/profile-page.ts';
import { recognitionLabels } from '../../lib/report/value-labels.ts';
import type { MessageKey } from '../../lib/report/words.ts';
import { countsOf, sumsOf } from '../../lib/report/worth.ts';
import { download } from '../download.ts';
import { useLive } from '../live.ts';
import { PeriodPicker, periodFrom } from '../period-picker.tsx';
import { mostEntries } from '../reader.ts';
import { Problem, Waiting } from '../states.tsx';
import { TextField } from '../text-field.tsx';
import { type CameBack, readBack, readForAccounts } from '../value/read-value.ts';
import { words } from '../words.ts';
import { type Kept, keepProfile, keptProfile } from './kept.ts';

const { say } = words;

const groups: Record<SkillGroup, MessageKey> = { topic: 'skillTopics', place: 'skillPlaces', kind: 'skillKinds' };
const most = 8;

/** What the person can do, by what they did: proven skills, and the nine blocks of a personal business model. */
export function ProfileScreen({ name }: { name: string }) {
  const today = dayHere(new Date());
  const period = periodFrom(name, today, 'year');
  const read = useLive(async () => {
    const [entries, back] = await Promise.all([readForAccounts(period), readBack()]);
    return { period, back, profile: entries && makeProfile(entries, back.sightings) };
  }, [period.from, period.to]);
  if (read.is === 'error') return <Problem title={say('readError')} />;
  if (read.is === 'loading') return <Waiting title={say('navProfile')} />;
  const { profile, back } = read.value;
  return (
    <>
      <div class="week-bar">
        <PeriodPicker period={period} today={today} at="#/profile" />
      </div>
      {profile && profile.acts > 0 ? (
        <Shown profile={profile} back={back} period={read.value.period} />
      ) : (
        <section class="state">
          <h1 class="lead">{say('navProfile')}</h1>
          <p class="quiet nothing">{profile ? say('ledgerEmpty') : say('tooMany', mostEntries)}</p>
        </section>
      )}
    </>
  );
}

interface Material {
  profile: Profile;
  back: CameBack;
  period: Period;
}

function Shown({ profile, back, period }: Material) {
  const [kept, setKept] = useState(keptProfile);
  const change = (what: Partial<Kept>) => {
    const next = { ...kept, ...what };
    setKept(next);
    keepProfile(next);
  };
  const toggle = (id: string) =>
    change({ hidden: kept.hidden.includes(id) ? kept.hidden.filter((one) => one !== id) : [...kept.hidden, id] });
  const shows = (id: string) => !kept.hidden.includes(id);
  const skills = (Object.keys(groups) as SkillGroup[]).flatMap((group) =>
    profile.skills.filter((one) => one.group === group).slice(0, most),
  );
  const blocks = blocksOf(
    profile,
    skills.filter(({ id }) => shows(id)),
    back,
    period,
  );
  const save = async () => {
    const { css } = await import('../week/saved-style.ts');
    const page = {
      name: kept.name,
      skills: skills.filter(({ id }) => shows(id)),
      blocks: blocks.map(({ title, lines }) => ({
        title,
        lines: [
          ...lines.filter(({ id }) => shows(id)).map(({ text }) => text),
          ...(kept.words[title] ?? '').split('\n').filter((line) => line.trim() !== ''),
        ],
      })),
    };
    download(profileHtml(page, words, css), 'text/html;charset=utf-8', `contrail-profile-${periodName(period)}.html`);
  };
  return (
    <article class="report profile">
      <header class="opening">
        <h1 class="sentence">{say('profileSentence')}</h1>
        <p class="quiet note not-printed">{say('profileMore')}</p>
        <div class="row not-printed">
          <TextField name={say('profileName')} value={kept.name} set={(text) => change({ name: text })} most={120} />
          <button type="button" class="button" data-testid="save-profile" onClick={save}>
            {say('profileSave')}
          </button>
          <button type="button" class="button" onClick={() => print()}>
            {say('profilePrint')}
          </button>
        </div>
      </header>
      <section class="section" aria-labelledby="profile-skills">
        <h2 id="profile-skills">{say('skills')}</h2>
        <div class="skills">
          {(Object.keys(groups) as SkillGroup[]).map((group) => (
            <SkillList
              key={group}
              title={groups[group]}
              skills={skills.filter((one) => one.group === group)}
              shows={shows}
              toggle={toggle}
            />
          ))}
        </div>
      </section>
      <section class="section" aria-labelledby="profile-model">
        <h2 id="profile-model">{say('businessModel')}</h2>
        <div class="canvas">
          {blocks.map(({ title, lines }) => (
            <section key={title} class={`block ${title}`} aria-labelledby={`block-${title}`}>
              <h3 id={`block-${title}`}>{say(title)}</h3>
              <ul class="small">
                {lines.map(({ id, text, at }) => (
                  <li key={id} class={shows(id) ? 'check' : 'check off'}>
                    <input
                      type="checkbox"
                      class="not-printed"
                      checked={shows(id)}
                      aria-label={text}
                      onChange={() => toggle(id)}
                    />
                    <a class="private" href={at}>
                      <bdi>{text}</bdi>
                    </a>
                  </li>
                ))}
              </ul>
              <textarea
                rows={2}
                maxLength={2000}
                aria-label={`${say(title)}: ${say('ownWords')}`}
                placeholder={say('ownWords')}
                value={kept.words[title] ?? ''}
                onInput={({ currentTarget }) => change({ words: { ...kept.words, [title]: currentTarget.value } })}
              />
            </section>
          ))}
        </div>
      </section>
      <p class="small quiet">{say('profileUnsigned')}</p>
    </article>
  );
}

interface Listed {
  title: MessageKey;
  skills: readonly Skill[];
  shows: (id: string) => boolean;
  toggle: (id: string) => void;
}

function SkillList({ title, skills, shows, toggle }: Listed) {
  if (skills.length === 0) return null;
  return (
    <div>
      <h3 class="small quiet">{say(title)}</h3>
      <ul class="rows">
        {skills.map((skill) => (
          <li key={skill.id} class={shows(skill.id) ? '' : 'off'}>
            <input
              type="checkbox"
              class="not-printed"
              checked={shows(skill.id)}
              aria-label={skillName(skill, words)}
              onChange={() => toggle(skill.id)}
            />
            <details class="private">
              <summary>
                <bdi class="skill-name">{skillName(skill, words)}</bdi>{' '}
                <span class="small quiet">{skillFacts(skill, words)}</span>
              </summary>
              <ul class="small" aria-label={say('linkEvidence')}>
                {skill.evidence.map(({ id, title: of, url }) => (
                  <li key={id}>
                    <a href={`#/ledger/${id}`}>
                      <bdi>{of || url}</bdi>
                    </a>
                  </li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface Line {
  id: string;
  text: string;
  /** Where its evidence is. */
  at: string;
}

/** The nine blocks of the canvas, in the order in which it is drawn. */
function blocksOf(
  { skills, people, seconds, acts }: Profile,
  chosen: readonly Skill[],
  back: CameBack,
  period: Period,
) {
  const time = periodName(period);
  const isIn = (at: string) => period.from <= at.slice(0, 10) && at.slice(0, 10) <= period.to;
  const of = (group: SkillGroup) => skills.filter((one) => one.group === group).slice(0, 4);
  const toEntry = (skill: Skill) => `#/ledger/${skill.evidence[0]?.id ?? ''}`;
  const told = (block: string, list: readonly Skill[], text: (skill: Skill) => string): Line[] =>
    list.map((skill) => ({ id: `${block} ${skill.id}`, text: text(skill), at: toEntry(skill) }));
  const named = (skill: Skill) => skillName(skill, words);
  const counted = (skill: Skill) => `${named(skill)}: ${words.number(skill.acts)}`;
  const again = people.filter(({ count }) => count >= 3).slice(0, 4);
  const recognised = countsOf(back.sightings.filter(({ at }) => isIn(at)));
  const money = sumsOf(back.receipts.filter(({ at }) => isIn(at)));
  const line = (id: string, text: string, at: string): Line => ({ id, text, at });
  const flow = `#/flow/${time}`;
  const value = `#/value/${time}`;
  const blocks: { title: MessageKey; lines: Line[] }[] = [
    { title: 'blockPartners', lines: told('partner', of('place'), named) },
    { title: 'blockActivities', lines: told('activity', of('kind'), counted) },
    {
      title: 'blockResources',
      lines: told('resource', chosen.filter(({ group }) => group !== 'place').slice(0, 4), named),
    },
    { title: 'blockOffer', lines: told('offer', of('topic').length > 0 ? of('topic') : of('kind'), counted) },
    {
      title: 'blockRelations',
      lines: again.map(({ name, count }, i) =>
        line(`again ${i} ${name}`, say('profileAgain', `${name} (${words.number(count)})`), flow),
      ),
    },
    { title: 'blockChannels', lines: told('channel', of('place'), counted) },
    {
      title: 'blockPeople',
      lines: people.length > 0 ? [line('people', words.count('people', people.length), flow)] : [],
    },
    {
      title: 'blockCosts',
      lines: [
        line('time', seconds >= 60 ? words.roughly(seconds) : words.count('contributions', acts), `#/week/${time}`),
      ],
    },
    {
      title: 'blockReturns',
      lines: [
        ...money.map(({ amount, currency }) => line(`money ${currency}`, exactAmount(amount, currency, words), value)),
        ...recognised.map(({ kind, count }) =>
          line(`recognised ${kind}`, `${words.number(count)} ${say(recognitionLabels[kind])}`, value),
        ),
      ],
    },
  ];
  return blocks;
}
