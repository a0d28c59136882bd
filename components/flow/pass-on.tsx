import { useState } from 'preact/hooks';
import { exactAmount } from '../../lib/report/money.ts';
import type { Maker } from '../../lib/value/built-on.ts';
import { type PassingOn, passItOnCsv } from '../../lib/value/pass-it-on.ts';
import { walletAddress } from '../../lib/value/wallet.ts';
import { download } from '../download.ts';
import { words } from '../words.ts';

const { say } = words;
const key = 'wallets';
const shownAtFirst = 12;

const nameOf = ({ site, url, name }: Maker) => JSON.stringify([site, url ?? name]);

/** Wallet addresses the person wrote beside makers: they stay on this page's own storage. */
export function knownWallets(): Record<string, string> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, string>;
  } catch {
    return {};
  }
}

export const walletOf = (wallets: Record<string, string>) => (maker: Maker) =>
  Object.hasOwn(wallets, nameOf(maker)) ? wallets[nameOf(maker)] : undefined;

interface Passing {
  passing: PassingOn;
  currency: string;
  name: string;
  wallets: Record<string, string>;
  changed: (wallets: Record<string, string>) => void;
}

/** Whom to thank or tip with what. Nothing is sent. */
export function PassOnList({ passing, currency, name, wallets, changed }: Passing) {
  const [all, setAll] = useState(false);
  const lines = all ? passing.list : passing.list.slice(0, shownAtFirst);
  const set = (maker: Maker, text: string) => {
    const { [nameOf(maker)]: _, ...others } = wallets;
    const next = text ? { ...others, [nameOf(maker)]: text } : others;
    localStorage.setItem(key, JSON.stringify(next));
    changed(next);
  };
  return (
    <>
      <p class="note quiet">{say('passOnMore')}</p>
      <ul class="rows">
        {lines.map(({ maker, amount, wallet }) => (
          <li key={nameOf(maker)}>
            <span class="grow stacked private">
              <bdi>{maker.name}</bdi>
              <span class="small quiet">{maker.site}</span>
            </span>
            <WalletField maker={maker} text={wallet ?? walletOf(wallets)(maker) ?? ''} set={set} />
            <span class="private">{exactAmount(amount, currency, words)}</span>
          </li>
        ))}
      </ul>
      <div class="row">
        {passing.list.length > lines.length && (
          <button type="button" class="link note" onClick={() => setAll(true)}>
            {words.count('andMore', passing.list.length - lines.length)}
          </button>
        )}
        <button
          type="button"
          class="button"
          data-testid="save-pass-on"
          onClick={() =>
            download(passItOnCsv(passing, currency), 'text/csv;charset=utf-8', `contrail-pass-on-${name}.csv`)
          }
        >
          {say('passOnSave')}
        </button>
        <span class="small quiet private">{say('passOnKept', exactAmount(passing.kept, currency, words))}</span>
      </div>
    </>
  );
}

function WalletField({ maker, text, set }: { maker: Maker; text: string; set: (maker: Maker, text: string) => void }) {
  const bad = text !== '' && walletAddress(text) === undefined;
  return (
    <span class="wallet">
      <input
        type="text"
        value={text}
        maxLength={256}
        placeholder={say('wallet')}
        aria-label={`${say('wallet')}: ${maker.name}`}
        aria-invalid={bad}
        onChange={({ currentTarget }) => set(maker, currentTarget.value.trim())}
      />
      {bad && <span class="small danger-text">{say('walletBad')}</span>}
    </span>
  );
}
