import { describe, expect, it } from 'vitest';
import { currenciesOf } from '../../../lib/value/exchange.ts';
import { noOwnRates } from '../../../lib/value/own-rates.ts';
import { readOwnRates, writeOwnRates } from '../../../lib/value/own-rates-file.ts';
import { shippedCard, shippedExchange } from '../../../lib/value/rates/shipped.ts';
import { CardError, readCard, writeCard } from '../../../lib/value/read-card.ts';

const currencies = currenciesOf(shippedExchange);
const text = writeCard(shippedCard);

/** The faults of a text as a card. */
const faults = (of: string) => {
  try {
    readCard(of, currencies);
  } catch (error) {
    if (error instanceof CardError) return error.faults;
    throw error;
  }
  return [];
};

/** The shipped card with one line of its text changed, and the number of that line. */
function changed(find: string, put: string): { text: string; line: number } {
  const at = text.indexOf(find);
  if (at < 0) throw new Error(`There is no ${find}.`);
  return { text: text.slice(0, at) + put + text.slice(at + find.length), line: text.slice(0, at).split('\n').length };
}

describe('the shipped card', () => {
  it('reads back as it was written', () => {
    expect(readCard(text, currencies)).toEqual(shippedCard);
  });

  it('keeps its 142 sources and tells which figures are from memory', () => {
    const published = shippedCard.sources.filter(({ checked }) => checked !== 'project-assumption');
    expect(published).toHaveLength(138);
    expect(shippedCard.sources.filter(({ checked }) => checked === 'from-memory')).toHaveLength(28);
    const assumptions = shippedCard.sources.filter(({ id }) => id.startsWith('asm-'));
    expect(assumptions.every(({ checked, confidence }) => checked === 'project-assumption' && confidence)).toBe(true);
    const memory = shippedCard.sources.filter(({ id }) => id.endsWith('-mem'));
    expect(memory.every(({ checked }) => checked === 'from-memory')).toBe(true);
  });

  it('uses every source somewhere, or it is an assumption of the project', () => {
    const { sources, ...rest } = shippedCard;
    const used = JSON.stringify(rest);
    const idle = sources.filter(({ id }) => !used.includes(`"${id}"`)).map(({ id }) => id);
    expect(idle.filter((id) => !id.startsWith('asm-'))).toEqual([]);
  });

  it('comes with a dated table of the European Central Bank', () => {
    expect(shippedExchange).toMatchObject({ base: 'EUR', date: '2026-03-13' });
    expect(currencies.size).toBe(30);
  });
});

describe('a card is refused with the line', () => {
  it('of a source that is not there', () => {
    const broken = changed('"cmn-klm",\n    "asm-steps"', '"cmn-klm",\n    "nobody"');
    expect(faults(broken.text)).toEqual([{ line: broken.line + 1, message: expect.stringContaining('"nobody"') }]);
  });

  it('of low above mid', () => {
    const broken = changed('"low": 1.164', '"low": 9.5');
    expect(faults(broken.text)).toEqual([{ line: broken.line, message: expect.stringContaining('above mid') }]);
  });

  it('of low above high where the middle is unknown', () => {
    const broken = changed('"low": 0.1,\n   "mid": null,\n   "high": 1', '"low": 4,\n   "mid": null,\n   "high": 1');
    expect(faults(broken.text)).toEqual([{ line: broken.line, message: expect.stringContaining('above high') }]);
  });

  it('of a currency nobody can convert', () => {
    const broken = changed('"currency": "USD"', '"currency": "XXQ"');
    expect(faults(broken.text)).toEqual([{ line: broken.line, message: expect.stringContaining('XXQ') }]);
  });

  it('of a field that is missing, wrong or not known', () => {
    const wrong = changed('"low": 1.164', '"low": "1.164"');
    expect(faults(wrong.text)[0]?.line).toBe(wrong.line);
    const unknown = changed('"low": 1.164', '"low": 1.164, "script": "x"');
    expect(faults(unknown.text)[0]?.message).toContain('script');
  });

  it('of a name used twice, in a list or in one object', () => {
    const twice = changed('"id": "meta-2025-10k"', '"id": "meta-2025-pr"');
    expect(faults(twice.text).some(({ message }) => message.includes('there twice'))).toBe(true);
    const double = changed('"currency": "USD"', '"currency": "USD", "currency": "EUR"');
    expect(faults(double.text)).toEqual([{ line: double.line, message: expect.stringContaining('used twice') }]);
  });

  it('of a text that is no JSON', () => {
    expect(faults('{\n "version": 1,\n oops\n}')).toEqual([{ line: 3, message: expect.any(String) }]);
    expect(faults('')).toMatchObject([{ line: 1 }]);
    expect(faults('['.repeat(100))).toMatchObject([{ message: expect.stringContaining('deep') }]);
    expect(faults('[] []')).toMatchObject([{ line: 1 }]);
    expect(faults(' '.repeat(4_000_001))).toMatchObject([{ message: expect.stringContaining('too long') }]);
  });
});

describe('the person’s own rates', () => {
  const layer = {
    ...noOwnRates,
    wages: [{ kind: 'answer' as const, currency: 'EUR', low: 20, mid: 30, high: 45 }],
    weights: [{ topic: 'gardens', weight: 2 }],
  };

  it('read back as they were written', () => {
    expect(readOwnRates(writeOwnRates([layer]), currencies)).toEqual([layer]);
  });

  it('are refused with the line of a currency, an order or a rate that cannot be', () => {
    const refused = (find: string, put: string) => {
      const whole = writeOwnRates([
        { ...layer, exchange: [{ date: '2026-11-01', from: 'EUR', to: 'USD', rate: '1.1' }] },
      ]);
      const line = whole.slice(0, whole.indexOf(find)).split('\n').length;
      expect(() => readOwnRates(whole.replace(find, put), currencies)).toThrowError(new RegExp(`^line ${line}:`));
    };
    refused('"currency": "EUR"', '"currency": "ZZZ"');
    refused('"rate": "1.1"', '"rate": "0"');
    refused('"rate": "1.1"', '"rate": "1,1"');
    const disorder = writeOwnRates([layer]).replace('"low": 20', '"low": 40');
    expect(() => readOwnRates(disorder, currencies)).toThrowError('not in order');
  });
});
