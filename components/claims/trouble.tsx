import { useState } from 'preact/hooks';
import type { ClaimReply } from '../../lib/claim/wish.ts';
import type { MessageKey } from '../../lib/report/words.ts';
import { words } from '../words.ts';

const { say } = words;

type TroubleShown = Extract<ClaimReply, { ok: false }> | undefined;

/** Each problem as a sentence with what the person can do; what is not listed is told as it is. */
const sentences: Record<string, MessageKey> = {
  unreachable: 'claimUnreachable',
  'server-error': 'claimUnreachable',
  'rate-limited': 'claimTooOften',
  strange: 'claimStrange',
  'bad-receipt': 'claimBadReceipt',
  nobody: 'claimPlaceNobody',
  nothing: 'claimNothing',
  'no-keys': 'recordNoKeys',
  damaged: 'recordDamaged',
  contradiction: 'recordContradiction',
  'not-allowed': 'siteRefused',
  left: 'claimLeft',
  'account-not-linked': 'claimNotLinked',
  'already-claimed': 'claimAlready',
  'request-expired': 'claimExpired',
  'checkpoint-inconsistent': 'claimContradicts',
  'payout-address-invalid': 'claimPayout',
  'unsupported-profile': 'claimOtherVersion',
  'unsupported-cryptosuite': 'claimOtherVersion',
};

/** A sentence for a problem. */
export const problemWord = (problem: string): string => say(sentences[problem] ?? 'claimRefusedWord');

export function Trouble({ trouble }: { trouble: TroubleShown }) {
  if (!trouble) return null;
  return (
    <p role="alert" class="note danger-text" data-problem={trouble.problem}>
      {problemWord(trouble.problem)} {trouble.said && <bdi class="quiet">“{trouble.said}”</bdi>}
    </p>
  );
}

/** Does one thing at a time and keeps what went wrong. */
export function useWish(): [
  busy: boolean,
  trouble: TroubleShown,
  run: (work: () => Promise<ClaimReply>) => Promise<boolean>,
] {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<TroubleShown>();
  async function run(work: () => Promise<ClaimReply>): Promise<boolean> {
    setBusy(true);
    setTrouble(undefined);
    const reply = await work().catch((): ClaimReply => ({ ok: false, problem: 'unknown' }));
    setBusy(false);
    if (!reply.ok) setTrouble(reply);
    return reply.ok;
  }
  return [busy, trouble, run];
}
