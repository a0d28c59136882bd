import { useState } from 'preact/hooks';
import type { MessageKey } from '../../lib/report/words.ts';
import { ask } from '../ask.ts';
import { words } from '../words.ts';

const { say } = words;

const notices: MessageKey[] = ['noticesActs', 'noticesOutcome', 'noticesEffort', 'noticesSites'];
const nevers: MessageKey[] = ['neverPrivate', 'neverKeys', 'neverSends', 'neverActs'];

/** What Contrail notices, what it never does, and the person's decision. Nothing is watched before it. */
export function Welcome() {
  const [decided, setDecided] = useState<'open' | 'yes' | 'no' | 'failed'>('open');
  const decide = (given: boolean) =>
    ask('consent', { given }).then(
      () => setDecided(given ? 'yes' : 'no'),
      () => setDecided('failed'),
    );

  return (
    <main class="welcome">
      <p class="brand">
        <img src="/icon.svg" alt="" width="28" height="28" />
        {say('extensionName')}
      </p>
      <h1 class="sentence">{say('welcomeSentence')}</h1>
      <p class="quiet">{say('welcomeMore')}</p>
      <div class="promises">
        <Promises title="welcomeNotices" items={notices} />
        <Promises title="welcomeNever" items={nevers} />
      </div>
      <section aria-labelledby="where-data">
        <h2 id="where-data">{say('welcomeWhere')}</h2>
        <p>{say('welcomeWhereMore')}</p>
      </section>
      <section class="decision" aria-live="polite">
        {decided === 'open' || decided === 'failed' ? (
          <>
            <div class="row">
              <button type="button" class="button primary" data-testid="consent-yes" onClick={() => decide(true)}>
                {say('consentYes')}
              </button>
              <button type="button" class="button" data-testid="consent-no" onClick={() => decide(false)}>
                {say('consentNo')}
              </button>
            </div>
            {decided === 'failed' ? (
              <p class="note danger-text">{say('notDone')}</p>
            ) : (
              <p class="note quiet">{say('consentFree')}</p>
            )}
          </>
        ) : (
          <>
            <h2>{say(decided === 'yes' ? 'consentGiven' : 'consentDeclined')}</h2>
            <p>{say(decided === 'yes' ? 'consentGivenMore' : 'consentDeclinedMore')}</p>
            <div class="row">
              <a class="button" href="/dashboard.html#/sites">
                {say('chooseSites')}
              </a>
              <button type="button" class="link note" onClick={() => setDecided('open')}>
                {say('decideAgain')}
              </button>
            </div>
          </>
        )}
      </section>
    </main>
  );
}

function Promises({ title, items }: { title: MessageKey; items: MessageKey[] }) {
  return (
    <section aria-labelledby={title}>
      <h2 id={title}>{say(title)}</h2>
      <ul>
        {items.map((item) => (
          <li key={item}>{say(item)}</li>
        ))}
      </ul>
    </section>
  );
}
