import { figureText } from '../../lib/report/money.ts';
import { methodLabel } from '../../lib/report/value-labels.ts';
import { Scroll } from '../scroll.tsx';
import { words } from '../words.ts';
import type { changesOf } from './changes.ts';

const { say } = words;

/** What a change of the rates would change, before it is made. */
export function ChangeList({ changes, closed }: ReturnType<typeof changesOf>) {
  return (
    <section class="changes" aria-label={say('wouldChange')} data-testid="changes">
      <h3>{say('wouldChange')}</h3>
      {changes.length === 0 ? (
        <p class="small">{say('nothingChanges')}</p>
      ) : (
        <Scroll name={say('wouldChange')}>
          <table class="table">
            <thead>
              <tr>
                <th scope="col">{say('month')}</th>
                <th scope="col">{say('before')}</th>
                <th scope="col">{say('after')}</th>
              </tr>
            </thead>
            <tbody class="private">
              {changes.map(({ month, method, before, after }) => (
                <tr key={`${month} ${method}`}>
                  <th scope="row">
                    {words.day(`${month}-01`, 'month')}
                    <span class="small quiet beside">{say(methodLabel(method))}</span>
                  </th>
                  <td>{figureText(before, words)}</td>
                  <td>{figureText(after, words)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {closed.length > 0 && (
        <p class="small quiet">
          {say('closedStay', words.list(closed.map((month) => words.day(`${month}-01`, 'month'))))}
        </p>
      )}
    </section>
  );
}
