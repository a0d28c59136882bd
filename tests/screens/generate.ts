import type { Contribution } from '../../lib/ledger/entry.ts';
import type { EvidenceLevel, Kind } from '../../lib/ledger/kinds.ts';

/** A small generator of numbers (mulberry32): the same seed gives the same ledger on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Place {
  site: string;
  host: string;
  actor: string;
  account: string;
  weight: number;
  kinds: [Kind, number][];
}

/** Invented people and things on real kinds of places; long, foreign and hostile texts are among them. */
const places: Place[] = [
  {
    site: 'stack-exchange',
    host: 'stackoverflow.com',
    actor: 'https://stackoverflow.com/users/1001/robin',
    account: 'robin',
    weight: 5,
    kinds: [
      ['answer', 4],
      ['comment', 6],
      ['vote', 12],
      ['edit', 3],
    ],
  },
  {
    site: 'mastodon',
    host: 'mastodon.example',
    actor: 'https://mastodon.example/@robin',
    account: 'robin@mastodon.example',
    weight: 6,
    kinds: [
      ['like', 14],
      ['share', 5],
      ['comment', 4],
      ['post', 2],
      ['follow', 1],
    ],
  },
  {
    site: 'github',
    host: 'github.com',
    actor: 'https://github.com/robin',
    account: 'robin',
    weight: 4,
    kinds: [
      ['code-review', 2],
      ['comment', 6],
      ['like', 5],
      ['bookmark', 2],
    ],
  },
  {
    site: 'mediawiki',
    host: 'en.wikipedia.org',
    actor: 'https://en.wikipedia.org/wiki/User:Robin',
    account: 'Robin',
    weight: 3,
    kinds: [
      ['edit', 6],
      ['comment', 2],
      ['moderation', 1],
    ],
  },
  {
    site: 'youtube',
    host: 'www.youtube.com',
    actor: 'https://www.youtube.com/@robin',
    account: '@robin',
    weight: 5,
    kinds: [
      ['like', 9],
      ['comment', 2],
      ['follow', 1],
    ],
  },
  {
    site: 'reddit',
    host: 'www.reddit.com',
    actor: 'https://www.reddit.com/user/robin',
    account: 'robin',
    weight: 4,
    kinds: [
      ['vote', 12],
      ['comment', 4],
      ['post', 1],
    ],
  },
  {
    site: 'amazon',
    host: 'www.amazon.de',
    actor: 'https://www.amazon.de/gp/profile/amzn1.account.ROBIN',
    account: 'Robin',
    weight: 1,
    kinds: [
      ['review', 2],
      ['rating', 1],
      ['like', 2],
    ],
  },
  {
    site: 'hacker-news',
    host: 'news.ycombinator.com',
    actor: 'https://news.ycombinator.com/user?id=robin',
    account: 'robin',
    weight: 2,
    kinds: [
      ['vote', 8],
      ['comment', 2],
    ],
  },
];

const people = [
  'Amina',
  'maker',
  'Jonas K.',
  'ЕленаП',
  '小林',
  'dev_null',
  'Fatima Zahra',
  'o.brien',
  'Zoë',
  'kwame',
  'سارة',
  'R. Tagore',
  'lin-wei',
  'Pilar',
  'ghost_in_the_machine_with_a_rather_long_name',
  'T1m',
];
const titles = [
  'How do I keep an IndexedDB transaction open?',
  'Repairing a bicycle hub in the rain',
  'Sourdough that rises on cold days',
  'Rust or Go for a small server',
  'Die Brücke über die Lahn',
  '為什麼天空是藍色的',
  'كيف أزرع الطماطم على الشرفة',
  'A <b>bold</b> claim & a "quoted" one',
  '# Not a heading, [not a link](javascript:alert(1)) ![nor an image](x)',
  'Fix the flaky test of the parser that fails on Tuesdays when the moon is full and nobody is looking at it',
  'Photographs of the old harbour',
  'Question about the tax on small solar panels',
  'Notes on the second movement',
  'Which thermometer for a smoker?',
];
const levels: [EvidenceLevel, number][] = [
  ['confirmed', 10],
  ['accepted', 5],
  ['seen', 2],
];
const slow = new Set<Kind>(['answer', 'review', 'edit', 'code-review', 'post', 'comment', 'moderation']);

const day = 86_400_000;

/**
 * Contributions up to `until` (UTC, RFC 3339), oldest first: `days` days with about `perDay` acts each, a few of them
 * taken back and a few revised. Weekends are quieter, a summer is spent two hours further east.
 */
export function generate({
  until,
  days,
  perDay,
  seed = 1,
}: {
  until: string;
  days: number;
  perDay: number;
  seed?: number;
}): Contribution[] {
  const random = randomFrom(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const weighted = <Item>(items: readonly (readonly [Item, number])[]): Item => {
    let left = random() * items.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [item, weight] of items) {
      left -= weight;
      if (left < 0) return item;
    }
    return (items[0] as readonly [Item, number])[0];
  };
  const end = Date.parse(until);
  const acts: Contribution[] = [];
  for (let back = days - 1; back >= 0; back--) {
    const dayStart = end - back * day - 12 * 3_600_000;
    const weekday = new Date(dayStart).getUTCDay();
    const summer = new Date(dayStart).getUTCMonth() >= 3 && new Date(dayStart).getUTCMonth() <= 9;
    const acting = Math.round(perDay * (weekday === 0 || weekday === 6 ? 0.5 : 1.15) * (0.35 + 1.3 * random()));
    const moments = Array.from({ length: acting }, () => dayStart + random() * 12 * 3_600_000).sort((a, b) => a - b);
    for (const moment of moments) {
      const place = weighted(places.map((one) => [one, one.weight] as const));
      const kind = weighted(place.kinds);
      const number = Math.floor(random() * 1e9);
      const url = `https://${place.host}/things/${number}`;
      const seconds = slow.has(kind) ? Math.round(40 + random() ** 3 * 2400) : 0;
      const makes = slow.has(kind) && kind !== 'moderation';
      const act: Contribution = {
        at: new Date(moment).toISOString().replace(/\.\d+Z$/, 'Z'),
        zone: summer ? '+02:00' : '+01:00',
        site: place.site,
        host: place.host,
        account: place.account,
        actor: place.actor,
        kind,
        ...(kind === 'vote' && { detail: { vote: 'up' as const } }),
        ...(kind === 'rating' && { detail: { rating: '4/5' } }),
        object: { url, id: String(number), ...(random() < 0.92 && { title: pick(titles) }) },
        ...(random() < 0.8 && { to: { name: pick(people) } }),
        ...(makes && { made: { url: `${url}#${kind}`, id: `${number}-${kind}` } }),
        ...(seconds > 0 && { effort: { seconds, words: Math.round(seconds / 6) } }),
        audience: 'public',
        evidence: { level: weighted(levels), signs: ['gesture', 'request', '200'] },
        source: 'capture',
        definition: `${place.site}@1`,
      };
      acts.push(act);
      if (random() < 0.03) acts.push({ ...act, at: later(act.at, 90), undo: true });
      else if (makes && random() < 0.06)
        acts.push({ ...act, at: later(act.at, 300), revises: true, effort: { seconds: 60, words: 8 } });
    }
  }
  return acts.filter(({ at }) => at <= until);
}

const later = (at: string, seconds: number) =>
  new Date(Date.parse(at) + seconds * 1000).toISOString().replace(/\.\d+Z$/, 'Z');
