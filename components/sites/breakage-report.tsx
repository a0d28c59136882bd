import { useMemo } from 'preact/hooks';
import type { SitesState } from '../../lib/messages.ts';
import { dayHere } from '../../lib/report/calendar.ts';
import { download } from '../download.ts';
import { Scroll } from '../scroll.tsx';
import { words } from '../words.ts';
import { reportOfBreakage } from './breakage.ts';

const { say } = words;

/** The report of what broke: read first, then saved, sent by nobody. */
export function BreakageReport({ sites, build }: Pick<SitesState, 'sites' | 'build'>) {
  const report = useMemo(() => reportOfBreakage(sites, build, dayHere(new Date())), [sites, build]);
  const text = `${JSON.stringify(report, null, 2)}\n`;
  return (
    <section class="setting" aria-labelledby="breakage">
      <h2 id="breakage">{say('breakage')}</h2>
      <div>
        <p class="quiet">{say('breakageMore')}</p>
        {report.sites.length === 0 ? (
          <p class="note">{say('breakageNone')}</p>
        ) : (
          <>
            <details class="note">
              <summary>{say('breakageShow')}</summary>
              <Scroll name={say('breakage')}>
                <pre dir="ltr">{text}</pre>
              </Scroll>
            </details>
            <div class="row">
              <button
                type="button"
                class="button"
                data-testid="save-breakage"
                onClick={() => download(text, 'application/json', `contrail-breakage-${report.day}.json`)}
              >
                {say('breakageSave')}
              </button>
            </div>
          </>
        )}
      </div>
    </section>
  );
}
