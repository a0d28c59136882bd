import type { Kind } from '../ledger/kinds.ts';
import type { RecordDocument, RecordStream } from './schema.ts';
import type { ShownLine } from './shown.ts';
import { pageStyle, type VerifierScript, verifierPolicy } from './verifier-page.ts';

/** More lines than this are in the table only: a page of a hundred thousand rows opens nowhere. */
const maxRows = 1000;

const words: Record<Kind, string> = {
  like: 'like',
  vote: 'vote',
  rating: 'rating',
  review: 'review',
  answer: 'answer',
  comment: 'comment',
  post: 'post',
  share: 'share',
  edit: 'edit',
  'code-review': 'code review',
  moderation: 'moderation',
  follow: 'follow',
  bookmark: 'bookmark',
  other: 'other',
};

const evidenceWords: Record<string, string> = {
  seen: 'seen on the page',
  accepted: 'accepted by the site',
  confirmed: 'accepted and shown',
  matched: 'confirmed by the platform',
  imported: 'from an archive',
  declared: 'told by the person',
};

/** A longer copy of the signed files would make the page slow to open: then the zip file must be given to it. */
const maxCopyCharacters = 2 * 1024 ** 2;

/** What makes the page check itself: the verifier, and the signed files by path. */
export interface SelfCheck {
  verifier: VerifierScript;
  signed: ReadonlyMap<string, Uint8Array>;
}

/**
 * `index.html`: a page that opens anywhere, asks nothing from the network, and says what the record proves, what not,
 * and how to check it. With a verifier it checks a copy of the signed files in itself when it is opened, and any zip
 * file that is dropped on it; without one it runs no script at all.
 */
export function readablePage(record: RecordDocument, lines: readonly ShownLine[], self?: SelfCheck): string {
  const { streams } = record.credentialSubject;
  const [only] = streams;
  const title =
    only && streams.length === 1
      ? `What ${nameOf(only)} contributed on ${hostOf(only.platform)}`
      : `Contributions on ${streams.length} platforms`;
  const rows = lines.slice(-maxRows).reverse();
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="${self ? verifierPolicy(self.verifier) : "default-src 'none'; style-src 'unsafe-inline'"}">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<style>${pageStyle}${style}</style>
</head>
<body>
<main>
<p class="quiet">Signed record, made ${escaped(dayOf(record.validFrom))}</p>
<h1>${escaped(title)}</h1>
<p>This record shows ${count(lines.length, 'entry', 'entries')}${period(lines)}. They were kept by the person’s own browser and
signed with a key that only this browser holds.</p>
${streams.map((stream) => streamSection(stream, lines)).join('\n')}
<h2>What it proves</h2>
<ul>
<li>One key signed all of this, and nothing in it was changed since.</li>
<li>The entries stand in a log that only grows: none can be slipped in or taken out afterwards without breaking the seal.</li>
<li>Entries that are not shown were there when it was signed. Only how many there are, of which kinds, is visible.</li>
</ul>
<h2>What it does not prove</h2>
<ul>
<li>That the person did these things. Whoever holds the key could have made the log up; the platforms can tell by
comparing it with what they know.</li>
<li>Who the person is. The key belongs to a browser, not to a name.</li>
<li>When it happened, beyond the clock of that browser.</li>
</ul>
<h2>How to check it</h2>
${self ? selfCheck(self) : '<p>Not by this page: check the files it came with.</p>'}
<p>With Contrail’s own program: <code>npm run verify -- record.zip</code>. With other people’s programs: see
<code>README.txt</code>. All of it works without a network.</p>
<h2>Entries</h2>
${rows.length < lines.length ? `<p class="quiet">The newest ${rows.length} of ${lines.length}; all of them are in <code>activities.csv</code>.</p>` : ''}
<div class="wide" role="region" aria-label="Entries" tabindex="0">
<table>
<thead><tr><th scope="col">When (UTC)</th><th scope="col">What</th><th scope="col">Where</th><th scope="col">Evidence</th></tr></thead>
<tbody>
${rows.map(row).join('\n')}
</tbody>
</table>
</div>
</main>${self ? `\n<script>${self.verifier.script}</script>` : ''}
</body>
</html>
`;
}

/** Where the verifier shows itself, and the copy of the signed files that it checks at once. */
function selfCheck({ signed }: SelfCheck): string {
  const characters = [...signed.values()].reduce((sum, { length }) => sum + length, 0);
  const decoder = new TextDecoder();
  const copy = Object.fromEntries([...signed].map(([path, bytes]) => [path, decoder.decode(bytes)]));
  // In this element a `<` could end it; JSON can write it otherwise.
  const json = characters <= maxCopyCharacters ? JSON.stringify(copy).replaceAll('<', '\\u003c') : '';
  return `<p>This page checks ${json ? 'a copy of the signed files inside itself, and' : ''} the zip file it came in, when you drop it
here. Who doubts the page should not ask it: take a verifier from a place you trust, and give it the zip file.</p>
<div id="verifier"></div>
<noscript><p class="quiet">Scripts are switched off here, so the page does not check anything.</p></noscript>
${json ? `<script type="application/json" id="record-copy">${json}</script>` : ''}`;
}

function streamSection(stream: RecordStream, lines: readonly ShownLine[]): string {
  const shown = lines.filter((line) => line.stream === stream).length;
  const kinds = Object.entries(stream.kindCounts).map(([kind, number]) => `${words[kind as Kind]} ${number}`);
  return `<section>
<h2>${escaped(nameOf(stream))} on ${escaped(hostOf(stream.platform))}</h2>
<dl>
<dt>Account</dt><dd>${link(stream.account)}</dd>
<dt>Entries in the log</dt><dd>${stream.entryCount}, of which ${shown} shown here</dd>
<dt>By kind</dt><dd>${escaped(kinds.join(', ') || 'not shown')}</dd>
${stream.firstPublished && stream.lastPublished ? `<dt>From, to</dt><dd>${escaped(dayOf(stream.firstPublished))}, ${escaped(dayOf(stream.lastPublished))}</dd>` : ''}
<dt>Signing key</dt><dd><code>${escaped(stream.controller)}</code></dd>
</dl>
</section>`;
}

function row(line: ShownLine): string {
  const act = actOf(line);
  const rating = line.rating ? ` ${escaped(line.rating)}` : '';
  const effort =
    line.seconds !== undefined
      ? `<br><span class="quiet">${count(Math.max(1, Math.round(line.seconds / 60)), 'minute')}, ${count(line.words ?? 0, 'word')}</span>`
      : '';
  const url = line.about ?? line.url;
  return `<tr><td>${escaped(line.published.replace('T', ' ').replace('Z', ''))}</td><td>${escaped(act)}${rating}${effort}</td><td>${
    line.title ? `${escaped(line.title)}<br>` : ''
  }${url ? link(url) : ''}</td><td>${escaped(evidenceWords[line.evidence] ?? line.evidence)}</td></tr>`;
}

function actOf({ type, kind }: ShownLine): string {
  if (type === 'Undo') return `${words[kind]}, taken back`;
  // An edit is a change by itself.
  return type === 'Update' && kind !== 'edit' ? `${words[kind]}, changed` : words[kind];
}

/** Only web addresses become links; anything else stays text. */
function link(url: string): string {
  return /^https?:\/\//.test(url) ? `<a href="${escaped(url)}" rel="noreferrer">${escaped(url)}</a>` : escaped(url);
}

function nameOf({ account }: RecordStream): string {
  const { pathname, host } = new URL(account);
  return decode(pathname.split('/').findLast((part) => part !== '') ?? host);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

const hostOf = (platform: string): string => new URL(platform).host;
const dayOf = (instant: string): string => instant.slice(0, 10);
const count = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`;

function period(lines: readonly ShownLine[]): string {
  const times = lines.map(({ published }) => published).sort();
  const [first, last] = [times[0], times.at(-1)];
  if (!first || !last) return '';
  return dayOf(first) === dayOf(last) ? ` of ${dayOf(first)}` : ` from ${dayOf(first)} to ${dayOf(last)}`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}

const style = `
code { font-size: 14px; overflow-wrap: anywhere }
dl { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: 4px 16px; margin: 0 }
dt { color: var(--quiet) }
dd { margin: 0; overflow-wrap: anywhere; font-variant-numeric: tabular-nums }
.wide { overflow-x: auto }
table { border-collapse: collapse; inline-size: 100%; font-size: 14px; font-variant-numeric: tabular-nums }
th, td { text-align: start; vertical-align: top; padding: 8px; border-block-end: 1px solid var(--line) }
td:first-child { white-space: nowrap }
@media (max-width: 40rem) { dl { display: block } dd { margin-block-end: 8px } }
`;
