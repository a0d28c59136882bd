import { useMemo, useState } from 'preact/hooks';
import type { Kind } from '../../lib/ledger/kinds.ts';
import { kindLabels } from '../../lib/report/labels.ts';
import { exactAmount, roughAmount } from '../../lib/report/money.ts';
import { accountLabels, recognitionLabels } from '../../lib/report/value-labels.ts';
import type { MessageKey } from '../../lib/report/words.ts';
import { type Account, actCommodity, estimateOf, type Transaction } from '../../lib/value/accounts.ts';
import { type Balance, balances, type Dimension } from '../../lib/value/balances.ts';
import { recognitions } from '../../lib/value/recognition.ts';
import { Scroll } from '../scroll.tsx';
import { words } from '../words.ts';

const { say, number } = words;

const dimensions: Record<Dimension, MessageKey> = {
  site: 'bySite',
  kind: 'byKind',
  topic: 'byTopic',
  person: 'byPerson',
  month: 'month',
};

const shownAtFirst = 12;

/** The accounts of a period, told apart by what the person chooses. */
export function Accounts({ transactions, currency }: { transactions: readonly Transaction[]; currency: string }) {
  const [by, setBy] = useState<Dimension>('site');
  const [all, setAll] = useState(false);
  const groups = useMemo(() => groupsOf(balances(transactions, by)), [transactions, by]);
  const shown = all ? groups : groups.slice(0, shownAtFirst);
  return (
    <>
      <p class="note quiet">{say('accountsMore')}</p>
      <fieldset class="chips" aria-label={say('tellApart')}>
        {(Object.keys(dimensions) as Dimension[]).map((name) => (
          <button key={name} type="button" class="chip" aria-pressed={by === name} onClick={() => setBy(name)}>
            {say(dimensions[name])}
          </button>
        ))}
      </fieldset>
      <Scroll name={say('accountsTitle')}>
        <table class="table accounts" data-testid="accounts">
          <thead>
            <tr>
              <th scope="col">{say(dimensions[by])}</th>
              {(['given', 'recognised', 'received', 'unrecognised'] as const).map((account) => (
                <th key={account} scope="col">
                  {say(accountLabels[account])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody class="private">
            {shown.map(([group, sums]) => (
              <tr key={group}>
                <th scope="row">
                  <bdi>{groupName(group, by)}</bdi>
                </th>
                <td>{given(sums, 'given', currency)}</td>
                <td>{recognised(sums)}</td>
                <td class="received">{received(sums)}</td>
                <td>{given(sums, 'unrecognised', currency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {groups.length > shown.length && (
        <p class="note">
          <button type="button" class="link" onClick={() => setAll(true)}>
            {words.count('andMore', groups.length - shown.length)}
          </button>
        </p>
      )}
    </>
  );
}

function groupName(group: string, by: Dimension): string {
  if (group === 'money' && by === 'kind') return say('accountReceived');
  if (by === 'kind') return say(kindLabels[group as Kind]);
  if (by === 'month') return words.day(`${group}-01`, 'month');
  return group || say('noneNamed');
}

/** Balances by group, those with most acts first. */
function groupsOf(all: readonly Balance[]): [string, Balance[]][] {
  const acts = (sums: readonly Balance[]) => -Number(amountOf(sums, 'given', actCommodity));
  return [...Map.groupBy(all, ({ group }) => group)].sort((a, b) => acts(b[1]) - acts(a[1]) || (a[0] < b[0] ? -1 : 1));
}

const amountOf = (sums: readonly Balance[], account: Account, commodity: string): bigint =>
  sums.find((sum) => sum.account === account && sum.commodity === commodity)?.amount ?? 0n;

/** How many acts an account holds, and the estimate of them. What was given leaves its account, so it counts below zero. */
function given(sums: readonly Balance[], account: 'given' | 'unrecognised', currency: string) {
  const sign = account === 'given' ? -1n : 1n;
  const acts = sign * amountOf(sums, account, actCommodity);
  const worth = sign * amountOf(sums, account, estimateOf(currency));
  if (acts === 0n) return '–';
  return (
    <>
      {number(Math.round(Number(acts) / 1e4) / 100)}
      {worth !== 0n && <span class="small quiet beside estimate">{roughAmount(worth, currency, 'medium', words)}</span>}
    </>
  );
}

function recognised(sums: readonly Balance[]) {
  const parts = recognitions.flatMap((kind) => {
    const amount = amountOf(sums, 'recognised', kind.toUpperCase());
    return amount === 0n ? [] : [`${number(Number(amount) / 1e6)} ${say(recognitionLabels[kind])}`];
  });
  return parts.length > 0 ? parts.join(' · ') : '–';
}

function received(sums: readonly Balance[]) {
  const parts = sums
    .filter(({ account, commodity }) => account === 'received' && /^[A-Z]{3}$/.test(commodity))
    .map(({ amount, commodity }) => exactAmount(amount, commodity, words));
  return parts.length > 0 ? parts.join(' · ') : '–';
}
