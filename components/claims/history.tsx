import { useState } from 'preact/hooks';
import type { LineOutcome } from '../../lib/claim/protocol.ts';
import { type ClaimRow, type ClaimStep, isOver } from '../../lib/claim/rows.ts';
import { localDay } from '../../lib/ledger/local-day.ts';
import type { MessageKey } from '../../lib/report/words.ts';
import { words } from '../words.ts';
import { wish } from './link.ts';
import { problemWord, Trouble, useWish } from './trouble.tsx';

const { say } = words;

const steps: Record<ClaimStep, MessageKey> = {
  signed: 'claimStepSigned',
  accepted: 'claimStepAccepted',
  uploaded: 'claimStepUploaded',
  decided: 'claimStepDecided',
  withdrawn: 'claimStepWithdrawn',
  refused: 'claimStepRefused',
};

const outcomes: Record<LineOutcome, MessageKey> = {
  confirmed: 'claimConfirmed',
  notFound: 'claimNotFound',
  mismatched: 'claimMismatched',
  alreadyClaimed: 'claimAlreadyCounted',
  notEligible: 'claimNotEligible',
  withheld: 'claimKeptBack',
};

/** Every claim of an account, newest first. */
export function History({ claims }: { claims: readonly ClaimRow[] }) {
  if (claims.length === 0) return null;
  return (
    <ul class="claim-history" aria-label={say('claimHistory')}>
      {claims.map((claim) => (
        <One key={claim.id} claim={claim} />
      ))}
    </ul>
  );
}

function One({ claim }: { claim: ClaimRow }) {
  const [busy, trouble, run] = useWish();
  const day = words.day(localDay(claim.at, '+00:00'), 'date');
  return (
    <li data-testid="claim" data-step={claim.step} data-receipt={claim.receipt ? 'yes' : 'no'}>
      <p>
        <bdi>{claim.title}</bdi> <span class="quiet">{day}</span> · {say(steps[claim.step])}
        {claim.detail && <bdi class="quiet"> “{claim.detail}”</bdi>}
      </p>
      {claim.problem && (
        <p class="note danger-text" data-problem={claim.problem.name}>
          {problemWord(claim.problem.name)} {claim.problem.said && <bdi class="quiet">“{claim.problem.said}”</bdi>}
        </p>
      )}
      {claim.receipt && <Receipt claim={claim} />}
      <div class="row">
        {(!isOver(claim) || claim.step === 'decided') && (
          <button
            type="button"
            class="link note"
            disabled={busy}
            data-testid="claim-refresh"
            onClick={() => run(() => wish({ do: 'refresh', id: claim.id }))}
          >
            {say('claimAskAgain')}
          </button>
        )}
        {!isOver(claim) && (
          <button
            type="button"
            class="link note"
            disabled={busy}
            data-testid="claim-withdraw"
            onClick={() => run(() => wish({ do: 'withdraw', id: claim.id }))}
          >
            {say('claimWithdraw')}
          </button>
        )}
      </div>
      <Trouble trouble={trouble} />
      {claim.receipt && <Objection claim={claim} />}
    </li>
  );
}

function Receipt({ claim }: { claim: ClaimRow }) {
  const subject = claim.receipt?.credentialSubject;
  if (!subject) return null;
  const counts = new Map<LineOutcome, number>();
  for (const [from, to, outcome] of subject.outcomes) counts.set(outcome, (counts.get(outcome) ?? 0) + to - from);
  const granted = subject.rewardGranted;
  const amount = granted && `${granted.value} ${granted.type === 'Points' ? granted.name : granted.currency}`;
  const address = `data:application/vc,${encodeURIComponent(JSON.stringify(claim.receipt))}`;
  return (
    <div class="claim-receipt private" data-testid="claim-receipt">
      <ul class="note">
        {[...counts].map(([outcome, count]) => (
          <li key={outcome} data-outcome={outcome} data-count={count}>
            {words.number(count)} · {say(outcomes[outcome])}
          </li>
        ))}
      </ul>
      <p class="note">
        {amount ? (
          <strong class="came-back">{say('claimGranted', amount)}</strong>
        ) : (
          <span class="quiet">{say('claimGrantedNothing')}</span>
        )}{' '}
        {subject.payoutStatus === 'pending' && <span class="quiet">{say('claimPayoutPending')}</span>}
        {subject.payoutStatus === 'paid' && <span class="came-back">{say('claimPayoutPaid')}</span>}
        {subject.payoutStatus === 'failed' && <span class="danger-text">{say('claimPayoutFailed')}</span>}
      </p>
      <a class="note" href={address} download={`receipt-${claim.at.slice(0, 10)}.json`}>
        {say('claimSaveReceipt')}
      </a>
    </div>
  );
}

/** Outcomes that somebody may disagree with. */
const disputed: readonly LineOutcome[] = ['notFound', 'mismatched', 'notEligible', 'alreadyClaimed'];

function Objection({ claim }: { claim: ClaimRow }) {
  const [reason, setReason] = useState('');
  const [busy, trouble, run] = useWish();
  const lines = (claim.receipt?.credentialSubject.outcomes ?? []).flatMap(([from, to, outcome]) =>
    disputed.includes(outcome) ? Array.from({ length: to - from }, (_, n) => from + n) : [],
  );
  if (claim.objectedAt) return <p class="note quiet">{say('claimObjected')}</p>;
  if (lines.length === 0) return null;
  return (
    <details class="note">
      <summary data-testid="claim-object-open">{say('claimObject')}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void run(() => wish({ do: 'object', id: claim.id, reason, lines: lines.slice(0, 1000) }));
        }}
      >
        <label class="field">
          <span>{words.count('claimObjectWhy', lines.length)}</span>
          <textarea
            required
            maxLength={2000}
            rows={3}
            value={reason}
            onInput={({ currentTarget }) => setReason(currentTarget.value)}
          />
        </label>
        <button type="submit" class="button" disabled={busy} data-testid="claim-object">
          {say('claimObjectSend')}
        </button>
        <Trouble trouble={trouble} />
      </form>
    </details>
  );
}
