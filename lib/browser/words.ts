import { browser } from 'wxt/browser';
import { makeWords, type Words } from '../report/words.ts';

/**
 * The words of this browser. The language is that of the messages really shown, not the browser's, so that a
 * browser in a language without translation does not mix numbers of one with sentences of another.
 */
export function browserWords(): Words {
  // The generated types know the fixed keys only; plural forms are looked up by a name made here.
  const lookup = browser.i18n.getMessage as (key: string, parts?: string[]) => string;
  const language = lookup('languageTag');
  const wanted = browser.i18n.getUILanguage();
  const locale = new Intl.Locale(wanted).language === language ? wanted : language;
  return makeWords(locale, lookup('direction') === 'rtl' ? 'rtl' : 'ltr', lookup);
}
