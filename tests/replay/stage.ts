import type { RecordedRequest, SiteCase } from '../../lib/sites/cases.ts';
import type { Teller, WorldAnswer, WorldRequest } from '../browser/world.ts';
import { pageOf } from './scene.ts';

/** The server's part in one case: what stands at the page's address, and what the recorded requests are answered. */
export interface Stage {
  teller: Teller;
  /** From now on requests are those of the last act, even where one has the page's own address. */
  arm(): void;
  /** Recorded requests that were not sent yet. */
  missing(): RecordedRequest[];
}

/** Sets up the server's part of a case. */
export function stageFor(given: SiteCase): Stage {
  const page = new URL(given.page.url);
  const waiting = (given.sends ?? []).map((request) => ({
    request,
    method: request.method ?? 'POST',
    href: withoutHash(new URL(request.url, page)),
  }));
  const sent = new Set<RecordedRequest>();
  let armed = false;

  const teller: Teller = (request) => {
    const href = withoutHash(request.url);
    if (armed) {
      const same = waiting.filter((one) => one.method === request.method && one.href === href);
      // The same request twice gets the recorded answers in turn.
      const next = same.find((one) => !sent.has(one.request));
      if (next) {
        sent.add(next.request);
        return answerTo(next.request, request, given);
      }
    }
    if (request.method === 'GET' && href === withoutHash(page)) return html(pageOf(given, armed));
    const redirected = waiting.some(({ request: { answer, url } }) => {
      return answer?.location && withoutHash(new URL(answer.location, new URL(url, page))) === href;
    });
    return redirected ? html(pageOf(given, true)) : undefined;
  };

  return {
    teller,
    arm() {
      armed = true;
    },
    missing: () => (given.sends ?? []).filter((request) => !sent.has(request)),
  };
}

function answerTo({ answer = {} }: RecordedRequest, request: WorldRequest, given: SiteCase): WorldAnswer {
  if (answer.location !== undefined) {
    return { status: answer.status ?? 302, headers: { location: answer.location }, body: answer.body ?? '' };
  }
  const forWindow = request.headers['sec-fetch-dest'] === 'document';
  if (forWindow && answer.body === undefined) return { ...html(pageOf(given, true)), status: answer.status ?? 200 };
  const type = answer.type ?? (forWindow ? 'text/html; charset=utf-8' : 'application/json');
  return { status: answer.status ?? 200, headers: { 'content-type': type }, body: answer.body ?? '' };
}

const html = (body: string): WorldAnswer => ({ headers: { 'content-type': 'text/html; charset=utf-8' }, body });

const withoutHash = (url: URL) => url.href.slice(0, url.href.length - url.hash.length);

/** Every host that has a part in a case: cases with disjoint hosts can be played at the same time. */
export function hostsOf(given: SiteCase): Set<string> {
  const page = new URL(given.page.url);
  const hosts = new Set([page.host]);
  for (const { url, answer } of given.sends ?? []) {
    const at = new URL(url, page);
    hosts.add(at.host);
    if (answer?.location) hosts.add(new URL(answer.location, at).host);
  }
  return hosts;
}
