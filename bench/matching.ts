import { compile, match, type ObservedRequest } from '../lib/sites/engine.ts';
import type { Site } from '../lib/sites/schema.ts';
import { loadSites } from '../scripts/load-sites.ts';
import type { Measurement } from './measurement.ts';

/**
 * What one observed request costs: with every definition, and with ten times as many sites (the same ones under other
 * hosts), which must not cost more. The floor is what nobody can avoid: parsing the URL and the body.
 */
export async function measureMatching(): Promise<Measurement[]> {
  const sites = (await loadSites()).map(({ site }) => site);
  const once = time(compile(sites));
  const tenfold = time(
    compile([...sites, ...Array.from({ length: 9 }, (_, copy) => sites.map((site) => renamed(site, copy))).flat()]),
  );
  const floor = timeOf((request) => {
    new URL(request.url);
    if (request.raw) JSON.parse(new TextDecoder().decode(request.raw));
  });
  return [
    {
      name: 'match a request against all sites',
      value: once,
      unit: 'µs',
      floor: { name: 'parse URL and body', value: floor },
      budget: { most: 20 },
    },
    {
      name: 'the same with ten times the sites',
      value: tenfold / once,
      unit: '×',
      floor: { name: 'all sites', value: once },
      budget: { most: 1.5 },
    },
  ];
}

/** A day's mix: a like, a read by POST, telemetry, and a host nobody described. */
const requests: ObservedRequest[] = [
  {
    method: 'POST',
    url: 'https://x.com/i/api/graphql/lI07N6Otwv1PhnEgXILM7A/FavoriteTweet',
    raw: json({ variables: { tweet_id: '1890000000000000001' }, queryId: 'lI07N6Otwv1PhnEgXILM7A' }),
  },
  {
    method: 'POST',
    url: 'https://www.reddit.com/svc/shreddit/graphql',
    raw: json({ operation: 'MarkNotificationRead', variables: { input: { ids: ['1'] } }, csrf_token: 'x' }),
  },
  {
    method: 'POST',
    url: 'https://www.youtube.com/youtubei/v1/log_event?alt=json',
    raw: json({ context: { client: { clientName: 'WEB' } }, events: [] }),
  },
  { method: 'POST', url: 'https://nobody.example/collect?v=2&tid=G-1' },
  { method: 'GET', url: 'https://news.ycombinator.com/vote?id=1&how=up&auth=x&goto=news&js=t' },
];

const time = (index: ReturnType<typeof compile>) => timeOf((request) => match(index, request));

/** Median of many rounds, in microseconds a request. */
function timeOf(work: (request: ObservedRequest) => unknown): number {
  const rounds: number[] = [];
  for (let round = 0; round < 60; round++) {
    const start = performance.now();
    for (let turn = 0; turn < 200; turn++) for (const request of requests) work(request);
    rounds.push(((performance.now() - start) * 1000) / (200 * requests.length));
  }
  return rounds.sort((a, b) => a - b)[30] ?? Number.NaN;
}

function renamed(site: Site, copy: number): Site {
  const copied = { ...site, id: `${site.id}-${copy}` };
  if (site.hosts) copied.hosts = site.hosts.map((host) => `${host}.copy${copy}.example`);
  return copied;
}

function json(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}
