import fc from 'fast-check';
import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { escapeHtml, toHtml } from '../../../lib/report/html.ts';
import { escapeMarkdown, toMarkdown } from '../../../lib/report/markdown.ts';
import { english, makeEntry, makeRollup, reportOn, wordsOf } from './make.ts';

/** A week with everything in it, all of its texts as the page wishes. */
const weekOf = (text: string, url = 'https://forum.example/1') =>
  reportOn({
    rollups: [
      makeRollup({
        kind: 'answer',
        done: 3,
        seconds: 900,
        host: 'forum.example',
        evidence: { confirmed: 3 },
        to: { [text]: 2 },
      }),
    ],
    entries: [
      makeEntry({
        kind: 'answer',
        object: { url, id: '1', title: text },
        to: { name: text },
        effort: { seconds: 900, words: 9 },
      }),
      makeEntry({ kind: 'like', object: { url, id: '2', title: text }, undo: true }),
    ],
    known: { kinds: new Set(), places: new Set() },
    sites: [{ site: 'forum', name: text, host: 'forum.example', unseen: [text], health: { presses: 9, misses: 9 } }],
  });

const attacks = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style><script>alert(1)</script>',
  '<!-- --><svg/onload=alert(1)>',
  '&lt;script&gt;',
  '# Heading',
  '[x](javascript:alert(1))',
  '![x](https://evil.example/p.png)',
  '| a | b |\n|---|---|',
  '```\ncode',
  '<https://evil.example>',
  '* * *',
  '1. one',
  'line\u2028break\nand\rmore',
  '\u202egnp.exe',
];

const parsed = (html: string) => {
  const { document } = new Window({ settings: { disableJavaScriptEvaluation: true } as never });
  document.write(html);
  return document;
};

describe('the saved page', () => {
  it('shows page text literally, whatever it is', () => {
    for (const text of attacks) {
      const document = parsed(toHtml(weekOf(text), english, { css: '' }));
      expect(document.querySelectorAll('script, img, iframe, object, form').length).toBe(0);
      const handlers = [...document.querySelectorAll('*')].flatMap((element) =>
        [...element.attributes].filter(({ name }) => name.startsWith('on')),
      );
      expect(handlers).toEqual([]);
      // A newline in a text is the same to a reader as a space.
      expect(document.querySelector('main')?.textContent).toContain(text);
    }
  });

  it('links to the web only', () => {
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', ' javascript:alert(1)']) {
      expect(parsed(toHtml(weekOf('x', url), english, { css: '' })).querySelectorAll('a').length).toBe(0);
    }
    const link = parsed(toHtml(weekOf('x'), english, { css: '' })).querySelector('a');
    expect(link?.getAttribute('href')).toBe('https://forum.example/1');
  });

  it('asks for nothing and forbids everything but its own style', () => {
    const html = toHtml(weekOf('x'), english, { css: 'body { color: red }', chart: '<svg><path d="M0 0"/></svg>' });
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(parsed(html).querySelectorAll('[src], link, script').length).toBe(0);
  });

  it('has language, direction and a heading', () => {
    const document = parsed(toHtml(weekOf('x'), wordsOf('ar'), { css: '' }));
    expect(document.documentElement.getAttribute('lang')).toBe('ar');
    expect(document.documentElement.getAttribute('dir')).toBe('rtl');
    expect(document.querySelectorAll('h1').length).toBe(1);
  });

  it('says the same figures as the report', () => {
    const text = parsed(toHtml(weekOf('Amina'), english, { css: '' })).body.textContent ?? '';
    expect(text).toContain('You helped 1 person in 1 place this week, for about 15 minutes.');
    expect(text).toContain('15 min');
  });

  it('is whole for a week without anything', () => {
    const document = parsed(toHtml(reportOn(), english, { css: '' }));
    expect(document.querySelector('h1')?.textContent).toBe('Nothing is recorded this week yet.');
    expect(document.querySelector('table')).toBeNull();
  });

  it('escapes every text into one that reads as itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = escapeHtml(text);
        expect(escaped).not.toMatch(/[<>"']/);
        expect(escaped.replace(/&(amp|lt|gt|quot|#39);/g, '')).not.toContain('&');
      }),
    );
  });
});

describe('the report as Markdown', () => {
  it('keeps page text inside the line it belongs to', () => {
    const quiet = toMarkdown(weekOf('quiet'), english).split('\n');
    for (const text of attacks) {
      const lines = toMarkdown(weekOf(text), english).split('\n');
      expect(lines.length).toBe(quiet.length);
      expect(lines.filter((line) => line.startsWith('#'))).toEqual(quiet.filter((line) => line.startsWith('#')));
    }
  });

  it('leaves no mark unescaped that could be markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = escapeMarkdown(text);
        expect(escaped).not.toMatch(/[\n\r\u2028\u2029]/);
        expect(escaped.replace(/\\[!-/:-@[-`{-~]/g, '')).not.toMatch(/[!-&(-+\--/:-@[-`{-~]/);
      }),
    );
  });

  it('links to the web only, and a link cannot be left early', () => {
    expect(toMarkdown(weekOf('x', 'javascript:alert(1)'), english)).not.toContain('](');
    const tricky = toMarkdown(weekOf('x', 'https://forum.example/a>b)c d'), english);
    expect(tricky).toContain('](<https://forum.example/a%3Eb)c%20d>)');
  });

  it('holds the days as a table', () => {
    const text = toMarkdown(weekOf('Amina'), english);
    expect(text).toContain('| Day | Likes | Reviews | Answers | Shares | Care | All | Time spent |');
    expect(text).toMatch(/^\| Wednesday \| 0 \| 0 \| 3 \| 0 \| 0 \| 3 \| 15 mins? \|$/m);
    expect(text.endsWith('\n')).toBe(true);
  });
});
