import type { GenericChoice } from '../../lib/messages.ts';
import type { MessageKey } from '../../lib/report/words.ts';
import { ask } from '../ask.ts';
import { refreshOverview } from '../dashboard/overview.ts';
import { words } from '../words.ts';

const { say } = words;

const sorts: Record<GenericChoice['not'][number], MessageKey> = {
  like: 'genericLike',
  upvote: 'genericUpvote',
  helpful: 'genericHelpful',
  bookmark: 'genericBookmark',
  follow: 'genericFollow',
};

/** Whether pages that nobody described are noticed, and which kinds of controls there. */
export function Generic({ choice }: { choice: GenericChoice }) {
  const save = (next: GenericChoice) => ask('generic', next).then(refreshOverview);
  const { on, not } = choice;
  return (
    <>
      <div class="row">
        <button
          type="button"
          class="switch"
          role="switch"
          aria-checked={on}
          aria-label={say('settingGeneric')}
          onClick={() => save({ on: !on, not })}
        >
          <span aria-hidden="true" />
        </button>
      </div>
      {on && (
        <fieldset class="chips" aria-label={say('genericWhich')}>
          {(Object.keys(sorts) as (keyof typeof sorts)[]).map((sort) => {
            const left = not.includes(sort);
            const next = left ? not.filter((one) => one !== sort) : [...not, sort];
            return (
              <button
                key={sort}
                type="button"
                class="chip"
                aria-pressed={!left}
                onClick={() => save({ on, not: next })}
              >
                {say(sorts[sort])}
              </button>
            );
          })}
        </fieldset>
      )}
    </>
  );
}
