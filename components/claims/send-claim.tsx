import { useState } from 'preact/hooks';
import type { Discovery, PublishedReward } from '../../lib/claim/protocol.ts';
import { isOver } from '../../lib/claim/rows.ts';
import type { EvidenceLevel } from '../../lib/ledger/kinds.ts';
import { evidenceLabels, kindLabels } from '../../lib/report/labels.ts';
import { useLive } from '../live.ts';
import { words } from '../words.ts';
import { wish } from './link.ts';
import { type Account, type Outgoing, readOutgoing } from './read.ts';
import { Trouble, useWish } from './trouble.tsx';

const { say } = words;
const linesAtFirst = 200;

/** Shows exactly what goes out for a reward, and sends it when the person says so. */
export function SendClaim(props: { account: Account; reward: PublishedReward; discovery: Discovery }) {
  const { account, reward, discovery } = props;
  const [open, setOpen] = useState(false);
  const isUnderway = account.claims.some((row) => row.reward === reward.id && !isOver(row));
  if (isUnderway) return <p class="note quiet">{say('claimUnderway')}</p>;
  return (
    <>
      {open ? (
        <Preview account={account} reward={reward} discovery={discovery} close={() => setOpen(false)} />
      ) : (
        <button type="button" class="button" data-testid="claim-preview" onClick={() => setOpen(true)}>
          {say('claimPreview')}
        </button>
      )}
      {reward.recurs && <Standing account={account} reward={reward} every={reward.recurs} />}
    </>
  );
}

function Preview(props: { account: Account; reward: PublishedReward; discovery: Discovery; close: () => void }) {
  const { account, reward, discovery, close } = props;
  const outgoing = useLive(() => readOutgoing(account, reward, discovery), [account.stream.size, reward.id]);
  const [leave, setLeave] = useState<readonly number[]>([]);
  const [busy, trouble, run] = useWish();
  if (outgoing.is === 'error') return <p role="alert">{say('readError')}</p>;
  if (outgoing.is === 'loading') return <p class="quiet">{say('loading')}</p>;
  const { lines, withheld, seen } = outgoing.value;
  if (lines.length === 0) return <p class="note quiet">{say('claimNothing')}</p>;
  const chosen = lines.length - leave.length;
  const send = () =>
    run(() => wish({ do: 'send', stream: account.stream.id, reward: reward.id, seen, leave: [...leave] })).then(
      (done) => done && close(),
    );
  return (
    <div class="claim-preview">
      <p class="note">{say('claimGoesOut', words.count('recordLines', chosen), account.stream.platform)}</p>
      <OutgoingLines outgoing={outgoing.value} leave={leave} choose={setLeave} />
      <p class="note quiet">
        {say('claimFields')} {withheld + leave.length > 0 && words.count('claimWithheld', withheld + leave.length)}
      </p>
      <div class="row">
        <button
          type="button"
          class="button primary"
          disabled={busy || chosen === 0}
          data-testid="claim-send"
          onClick={send}
        >
          {say(busy ? 'claimSending' : 'claimSend')}
        </button>
        <button type="button" class="button" disabled={busy} onClick={close}>
          {say('claimCancel')}
        </button>
      </div>
      <Trouble trouble={trouble} />
    </div>
  );
}

function OutgoingLines(props: {
  outgoing: Outgoing;
  leave: readonly number[];
  choose: (leave: readonly number[]) => void;
}) {
  const { outgoing, leave, choose } = props;
  const [all, setAll] = useState(false);
  const shown = all ? outgoing.lines : outgoing.lines.slice(0, linesAtFirst);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section class="lines" tabIndex={0} aria-label={say('claimPreview')}>
        <ul>
          {shown.map((line) => (
            <li key={line.index} class="claim-line private">
              <label class="check">
                <input
                  type="checkbox"
                  checked={!leave.includes(line.index)}
                  onChange={() =>
                    choose(
                      leave.includes(line.index)
                        ? leave.filter((other) => other !== line.index)
                        : [...leave, line.index],
                    )
                  }
                />
                <span class="stacked">
                  <span>
                    {say(kindLabels[line.kind])} {line.rating}{' '}
                    <time class="small quiet" dateTime={line.published}>
                      {words.day(line.published.slice(0, 10), 'short date')} {words.time(line.published, '+00:00')} UTC
                    </time>
                  </span>
                  <bdi class="small quiet">{line.url ?? line.about}</bdi>
                  {line.about && line.url && <bdi class="small quiet">↳ {line.about}</bdi>}
                  <span class="small quiet">
                    {[
                      say(evidenceLabels[line.evidence as EvidenceLevel].word),
                      line.seconds === undefined ? '' : words.duration(line.seconds),
                      line.words === undefined ? '' : words.count('wordsWritten', line.words),
                      line.to ?? '',
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </span>
              </label>
            </li>
          ))}
        </ul>
      </section>
      {shown.length < outgoing.lines.length && (
        <button type="button" class="link note" onClick={() => setAll(true)}>
          {words.count('andMore', outgoing.lines.length - shown.length)}
        </button>
      )}
    </>
  );
}

/** Consent to claim what is new by itself, which holds until it is taken back here. */
function Standing({ account, reward, every }: { account: Account; reward: PublishedReward; every: string }) {
  const [busy, trouble, run] = useWish();
  const standing = account.standing.find((row) => row.reward === reward.id);
  const change = () =>
    run(() => wish({ do: 'stand', stream: account.stream.id, reward: reward.id, every: standing ? null : every }));
  return (
    <>
      <label class="check">
        <input
          type="checkbox"
          checked={standing !== undefined}
          disabled={busy}
          onChange={change}
          data-testid="claim-standing"
        />
        <span>
          {say('claimStanding')} <span class="small quiet">{say('claimStandingMore')}</span>
        </span>
      </label>
      <Trouble trouble={trouble} />
    </>
  );
}
