import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Messages, messagesOf } from './make.ts';

const languages = readdirSync(new URL('../../../public/_locales/', import.meta.url));
const en = messagesOf('en');
const forms = ['zero', 'one', 'two', 'few', 'many', 'other'];
const form = new RegExp(`_(${forms.join('|')})$`);

/** Messages whose plural forms differ from language to language. */
const counted = [...new Set(Object.keys(en).filter((key) => key.endsWith('_other')))].map((key) =>
  key.replace(form, ''),
);
const plain = (messages: Messages) => Object.keys(messages).filter((key) => !form.test(key));
const parts = (message: string) => [...new Set(message.match(/\$\d/g) ?? [])].sort();

describe.each(languages)('the words in %s', (language) => {
  const messages = messagesOf(language);

  it('say everything that English says, and nothing else', () => {
    expect(plain(messages).sort()).toEqual(plain(en).sort());
  });

  it('have every plural form of the language', () => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const key of counted) {
      const there = forms.filter((name) => messages[`${key}_${name}`]);
      expect([key, there.sort()]).toEqual([key, [...needed].sort()]);
    }
  });

  it('take the same parts', () => {
    for (const key of plain(en)) {
      expect([key, parts(messages[key]?.message ?? '')]).toEqual([key, parts(en[key]?.message ?? '')]);
    }
  });

  it('are not empty, and name their own language and direction', () => {
    for (const [key, { message }] of Object.entries(messages)) expect([key, message.trim()]).not.toEqual([key, '']);
    expect(messages.languageTag?.message).toBe(language);
    const locale = new Intl.Locale(language) as Intl.Locale & { getTextInfo(): { direction: string } };
    expect(messages.direction?.message).toBe(locale.getTextInfo().direction);
  });
});

it('has no exclamation mark and no jargon in English', () => {
  for (const [key, { message }] of Object.entries(en)) {
    expect([key, message]).not.toEqual([key, expect.stringMatching(/!|merkle|credential|hash|blockchain|\bowed\b/i)]);
  }
});
