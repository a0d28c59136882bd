import { useCallback, useEffect, useState } from 'preact/hooks';
import type { PageMessages } from '../../lib/messages.ts';
import { kindLabels } from '../../lib/report/labels.ts';
import { ask } from '../ask.ts';
import { download } from '../download.ts';
import { words } from '../words.ts';

const { say } = words;

type Own = PageMessages['own']['output'];

/** What the person taught, or took from a file: to save, to read, to remove. */
export function OwnDefinitions({ changed }: { changed: () => void }) {
  const [own, setOwn] = useState<Own>();
  const [told, setTold] = useState<{ good: string } | { bad: string; detail?: string }>();
  const load = useCallback(() => ask('own', {}).then(setOwn, () => setTold({ bad: say('backgroundError') })), []);
  useEffect(() => {
    void load();
  }, [load]);

  const after = async () => {
    await load();
    changed();
  };
  const read = async (file: File | undefined) => {
    if (!file) return;
    try {
      const answer = await ask('ownImport', { text: file.size > 2_000_000 ? '' : await file.text() });
      if ('refused' in answer) return setTold({ bad: say('teachNotTaken'), detail: answer.refused.detail });
      setTold({ good: say('teachTaken', words.number(answer.added)) });
      await after();
    } catch {
      setTold({ bad: say('notDone') });
    }
  };
  const remove = (id: string) =>
    ask('ownRemove', { id }).then(
      () => after(),
      () => setTold({ bad: say('notDone') }),
    );

  return (
    <section class="setting" aria-labelledby="own-definitions" data-testid="own">
      <h2 id="own-definitions">{say('teachOwn')}</h2>
      <div>
        <p class="quiet">{say('teachOwnMore')}</p>
        {own?.sites.length === 0 && <p class="note">{say('teachNone', say('teachStart'))}</p>}
        {own && own.sites.length > 0 && (
          <ul class="instances">
            {own.sites.map(({ id, host, kinds }) => (
              <li key={id}>
                <bdi>{host}</bdi>
                <span class="quiet">{words.list(kinds.map((kind) => say(kindLabels[kind])))}</span>
                <button
                  type="button"
                  class="link danger note"
                  aria-label={`${say('teachRemove')} ${host}`}
                  data-testid="own-remove"
                  onClick={() => remove(id)}
                >
                  {say('teachRemove')}
                </button>
              </li>
            ))}
          </ul>
        )}
        <p role="status" class="note">
          {told && 'good' in told && told.good}
          {told && 'bad' in told && (
            <span class="danger-text">
              {told.bad}{' '}
              {told.detail && (
                <bdi class="small" lang="en">
                  {told.detail}
                </bdi>
              )}
            </span>
          )}
        </p>
        <div class="row">
          {own && own.sites.length > 0 && (
            <button
              type="button"
              class="button"
              data-testid="own-export"
              onClick={() => download(own.file, 'application/json', 'contrail-own-sites.json')}
            >
              {say('teachExport')}
            </button>
          )}
          <label class="button">
            {say('teachImport')}
            <input
              type="file"
              class="visually-hidden"
              accept="application/json,.json"
              data-testid="own-import"
              onChange={(event) => {
                void read(event.currentTarget.files?.[0]);
                event.currentTarget.value = '';
              }}
            />
          </label>
        </div>
      </div>
    </section>
  );
}
