import type { CaseAct, PageChange, RecordedRequest, SiteCase } from '../../lib/sites/cases.ts';

/** What the page's own script has to know of a case. */
export interface Scene {
  last: CaseAct;
  sends: RecordedRequest[];
  shows: PageChange[];
  then: PageChange[];
}

declare global {
  /** The page's own script, in the page. */
  var replay: { arm(): void; finished: boolean; problem?: string };
}

/**
 * The page of a case as a real site would serve it: the case's markup and a script of its own that behaves as the case
 * says. With `after` the same page as it is served when the act has unloaded the first one.
 */
export function pageOf(given: SiteCase, after = false): string {
  const scene: Scene = {
    last: given.act.at(-1) ?? { nothing: true },
    sends: given.sends ?? [],
    shows: given.shows ?? [],
    // biome-ignore lint/suspicious/noThenProperty: the word of the cases, never awaited
    then: given.then ?? [],
  };
  const title = /<title\b/i.test(given.page.head ?? '') ? '' : '<title>Replay</title>';
  const script = `${matches}\n${changePage}\n(${after ? showAfter : playScene})(${inScript(scene)});`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">${title}${given.page.head ?? ''}</head>
<body>${given.page.html}<script>${script}</script></body></html>`;
}

/** JSON that cannot end the script element it stands in. */
const inScript = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c');

// The functions below are sent into the page as text: each may use `matches` and
// `changePage` and nothing else from here.

/** Every match; where the document has none, those in open shadow roots. `>>>` steps from a host into its own. */
function matches(selector: string): Element[] {
  const steps = selector.split('>>>').map((step) => step.trim());
  let found: Element[] = [];
  let roots: (Document | ShadowRoot)[] = [document];
  for (const step of steps) {
    found = roots.flatMap((root) => [...root.querySelectorAll(step)]);
    while (found.length === 0 && steps.length === 1 && roots.length > 0) {
      roots = roots.flatMap((root) => [...root.querySelectorAll('*')].flatMap((host) => host.shadowRoot ?? []));
      found = roots.flatMap((root) => [...root.querySelectorAll(step)]);
    }
    roots = found.flatMap((host) => host.shadowRoot ?? []);
  }
  return found;
}

function changePage(changes: PageChange[]): void {
  for (const { select, set, html, append, remove } of changes) {
    const found = matches(select);
    if (found.length === 0) throw new Error(`nothing on the page is ${select}`);
    for (const element of found) {
      for (const [name, value] of Object.entries(set ?? {})) {
        if (value === null) element.removeAttribute(name);
        else element.setAttribute(name, value);
      }
      if (html !== undefined) element.setHTMLUnsafe(html);
      if (append !== undefined) {
        const piece = document.createElement('template');
        piece.setHTMLUnsafe(append);
        element.append(piece.content);
      }
      if (remove) element.remove();
    }
  }
}

function showAfter({ then: changes }: Scene): void {
  changePage(changes);
  globalThis.replay = { arm() {}, finished: true };
}

function playScene({ last, sends, shows, then: changes }: Scene): void {
  let armed = false;
  const state: typeof replay = { arm: () => arm(), finished: false };
  globalThis.replay = state;

  const bodyOf = (request: RecordedRequest): string | URLSearchParams | FormData | undefined => {
    if (request.form) return new URLSearchParams(request.form);
    if (request.multipart) {
      const body = new FormData();
      for (const [name, value] of Object.entries(request.multipart)) body.append(name, value);
      return body;
    }
    return request.json === undefined ? request.text : JSON.stringify(request.json);
  };

  /** Said explicitly where the browser would not say it: forms speak for themselves. */
  const typeOf = (request: RecordedRequest): string | undefined =>
    request.contentType ?? (request.json === undefined ? undefined : 'application/json');

  const byNavigation = (request: RecordedRequest): void => {
    const { method = 'POST', url, form, multipart, text } = request;
    if (method === 'GET') {
      location.assign(url);
      return;
    }
    const sheet = document.createElement('form');
    sheet.method = 'post';
    sheet.action = url;
    sheet.hidden = true;
    if (multipart) sheet.enctype = 'multipart/form-data';
    if (text !== undefined) sheet.enctype = 'text/plain';
    for (const [name, value] of Object.entries(form ?? multipart ?? {})) {
      // A textarea and not an input: that would lose line breaks.
      const field = document.createElement('textarea');
      field.name = name;
      field.value = value;
      sheet.append(field);
    }
    document.body.append(sheet);
    HTMLFormElement.prototype.submit.call(sheet);
  };

  const byXhr = (request: RecordedRequest) =>
    new Promise<void>((resolve) => {
      const xhr = new XMLHttpRequest();
      xhr.open(request.method ?? 'POST', request.url);
      xhr.withCredentials = true;
      const type = typeOf(request);
      if (type) xhr.setRequestHeader('content-type', type);
      xhr.onloadend = () => resolve();
      xhr.send(bodyOf(request));
    });

  const byBeacon = (request: RecordedRequest): void => {
    const body = bodyOf(request);
    const type = typeOf(request);
    navigator.sendBeacon(request.url, type && typeof body === 'string' ? new Blob([body], { type }) : body);
  };

  const byFetch = async (request: RecordedRequest): Promise<void> => {
    const body = bodyOf(request);
    const type = typeOf(request);
    const response = await fetch(request.url, {
      method: request.method ?? 'POST',
      credentials: 'include',
      ...(type ? { headers: { 'content-type': type } } : {}),
      ...(body === undefined ? {} : { body }),
    });
    await response.text();
  };

  const send = async (request: RecordedRequest): Promise<void> => {
    if (request.by === 'navigate') return byNavigation(request);
    if (request.by === 'xhr') return byXhr(request);
    if (request.by === 'beacon') return byBeacon(request);
    return byFetch(request);
  };

  const act = async () => {
    const began = performance.now();
    changePage(shows);
    for (const request of sends) {
      const wait = (request.after ?? 0) - (performance.now() - began);
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      await send(request);
    }
    if (!sends.some(({ by }) => by === 'navigate')) {
      changePage(changes);
      state.finished = true;
    }
  };

  let played = false;
  const once = () => {
    if (played) return;
    played = true;
    act().catch((error) => {
      state.problem = String(error);
    });
  };

  // Between acts the page is one that stays: links and forms do what its script says and nothing else.
  addEventListener('click', (event) => {
    const link = event.composedPath().some((node) => node instanceof HTMLAnchorElement && node.hasAttribute('href'));
    if (link) event.preventDefault();
  });
  addEventListener('submit', (event) => event.preventDefault());

  const arm = () => {
    armed = true;
    if ('nothing' in last || 'wait' in last) return once();
    const target = 'click' in last ? matches(last.click)[0] : 'synthetic' in last ? matches(last.synthetic)[0] : null;
    const field = 'type' in last ? matches(last.type)[0] : 'press' in last ? matches(last.in ?? 'body')[0] : null;
    const element = target ?? field;
    if (!element) {
      state.problem = 'the element of the last act is missing';
      return;
    }
    const byPage = 'synthetic' in last;
    const on = (where: EventTarget, type: string, test: (event: Event) => boolean = () => true) =>
      where.addEventListener(type, (event) => {
        if (armed && (event.isTrusted || byPage) && test(event)) once();
      });
    if ('press' in last) {
      const key = last.press.split('+').at(-1);
      const isIt = (event: Event) => (event as KeyboardEvent).key.toLowerCase() === key?.toLowerCase();
      const form = element instanceof HTMLInputElement ? element.form : null;
      const onButton = element.matches('button, a[href], input[type="submit"], input[type="button"], summary');
      // Enter in a one-line field submits its form, Enter and Space on a button click it: the page hears of that.
      if (last.press === 'Enter' && form && !onButton) on(form, 'submit');
      else if (onButton && (last.press === 'Enter' || last.press === 'Space' || last.press === ' '))
        on(element, 'click');
      else on(element, 'keydown', isIt);
    } else if ('type' in last) {
      on(element, 'input');
    } else {
      const button = element.closest('button, input[type="submit"], input[type="image"]');
      const submits =
        (button instanceof HTMLButtonElement && button.type === 'submit') || button instanceof HTMLInputElement;
      const form = submits ? (button as HTMLButtonElement).form : null;
      if (form && !byPage) on(form, 'submit');
      else on(element, 'click');
    }
    if (byPage) element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true }));
  };
}
