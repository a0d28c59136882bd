import { browser } from 'wxt/browser';
import type { Discovery, PublishedReward } from '../../lib/claim/protocol.ts';
import { type Kind, kinds } from '../../lib/ledger/kinds.ts';
import { kindLabels } from '../../lib/report/labels.ts';
import { placeOf } from '../../lib/report/report.ts';
import { useLive } from '../live.ts';
import { Problem } from '../states.tsx';
import { words } from '../words.ts';
import { History } from './history.tsx';
import { linkAccount, wish } from './link.ts';
import { type Account, readAccounts } from './read.ts';
import { SendClaim } from './send-claim.tsx';
import { Trouble, useWish } from './trouble.tsx';
import './claims.css';

const { say } = words;

/** What platforms recognise of what one gave: ask, link, see what goes out, send, receive. */
export function ClaimsPart() {
  const accounts = useLive(readAccounts, []);
  if (accounts.is === 'error') return <Problem title={say('readError')} />;
  if (accounts.is === 'loading' || accounts.value.length === 0) return null;
  const asked = accounts.value.filter(({ platform }) => platform);
  const nobody = asked.length > 0 && asked.every(({ platform }) => !platform?.discovery);
  return (
    <section class="claims" aria-labelledby="claims-title">
      <h2 id="claims-title" class="lead">
        {say('claimsTitle')}
      </h2>
      <p class="lede quiet">{say('claimsMore')}</p>
      {nobody && <p data-testid="claims-nobody">{say('claimsNobody')}</p>}
      <ul class="claim-places">
        {accounts.value.map((account) => (
          <Place key={account.stream.id} account={account} />
        ))}
      </ul>
    </section>
  );
}

function Place({ account }: { account: Account }) {
  const { stream, platform } = account;
  const [busy, trouble, run] = useWish();
  const look = () =>
    run(async () => {
      const { protocol, hostname } = new URL(stream.platform);
      // Straight from the press: later the browser would not ask.
      const allowed = await browser.permissions.request({ origins: [`${protocol}//${hostname}/*`] });
      if (!allowed) return { ok: false, problem: 'not-allowed' };
      const reply = await wish({ do: 'look', platform: stream.platform });
      // That nobody recognises anything is an answer; it stands in the list.
      return !reply.ok && reply.problem === 'nobody' ? { ok: true, value: null } : reply;
    });
  return (
    <li class="claim-place" data-testid="claim-place" data-host={stream.host}>
      <div class="claim-head">
        <h3 class="private">
          <bdi>{stream.account}</bdi>{' '}
          <span class="quiet">
            <bdi>{placeOf(stream.host)}</bdi>
          </span>
        </h3>
        <button type="button" class="button" disabled={busy} data-testid="claim-look" onClick={look}>
          {say(platform ? 'claimLookAgain' : 'claimLook')}
        </button>
      </div>
      {platform && !platform.discovery && <p class="quiet note">{say('claimPlaceNobody')}</p>}
      <Trouble trouble={trouble} />
      {platform?.discovery && <Offers account={account} discovery={platform.discovery} />}
      <History claims={account.claims} />
    </li>
  );
}

function Offers({ account, discovery }: { account: Account; discovery: Discovery }) {
  const [linking, trouble, run] = useWish();
  const isLinked = account.link?.linked === true;
  return (
    <>
      <ul class="claim-offers">
        {discovery.rewards.map((reward) => (
          <li key={reward.id} class="claim-offer">
            <p>
              <bdi>{reward.title}</bdi>{' '}
              <a class="small" href={reward.terms} target="_blank" rel="noreferrer">
                {say('claimTerms')}
              </a>
            </p>
            <p class="note quiet private">
              {words.count('claimMatching', matching(account, reward), words.list(kindWords(reward)))}
            </p>
            {isLinked && <SendClaim account={account} reward={reward} discovery={discovery} />}
          </li>
        ))}
      </ul>
      <p class="note quiet">{say('claimKeeps', discovery.data_retention_days)}</p>
      {!isLinked && (
        <div class="row">
          <button
            type="button"
            class="button primary"
            disabled={linking}
            data-testid="claim-link"
            onClick={() => run(() => linkAccount(account.stream.id, discovery.account_link_endpoint))}
          >
            {say('claimLink')}
          </button>
          <p role="status" class="note quiet">
            {say(linking ? 'claimLinking' : 'claimLinkMore')}
          </p>
        </div>
      )}
      <Trouble trouble={trouble} />
    </>
  );
}

const isKind = (kind: string): kind is Kind => (kinds as readonly string[]).includes(kind);
const kindWords = ({ kinds: names }: PublishedReward) => names.filter(isKind).map((kind) => say(kindLabels[kind]));
const matching = ({ counts }: Account, { kinds: names }: PublishedReward) =>
  names.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0);
