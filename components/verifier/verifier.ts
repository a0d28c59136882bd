import { type Verdict, verifyZip } from '../../lib/record/verifier.ts';
import { type Step, steps, type Verified, verifyRecord } from '../../lib/record/verify.ts';

/**
 * The verifier that travels: one script without imports, in the readable page of every record and in a page of its
 * own. It asks nothing from the network. The same text runs as a worker, so that the page stays quick.
 */
type Job = { zip: Uint8Array; earlier?: Uint8Array } | { copy: Record<string, string> };
type Answer = { progress: number } | { verdict: Verdict } | { broken: string };

async function check(job: Job, progress: (share: number) => void | Promise<void>): Promise<Verdict> {
  const now = Date.now();
  if ('zip' in job) return verifyZip(job.zip, { now, progress, ...(job.earlier && { earlier: job.earlier }) });
  const encoder = new TextEncoder();
  const files = new Map(Object.entries(job.copy).map(([path, text]) => [path, encoder.encode(text)]));
  return verifyRecord(files, { now, progress, copy: true });
}

if (typeof document === 'undefined') beWorker();
else {
  const place = document.getElementById('verifier');
  if (place) bePage(place, document.currentScript?.textContent ?? '');
}

function beWorker(): void {
  const worker = globalThis as unknown as { onmessage: unknown; postMessage(answer: Answer): void };
  worker.onmessage = async ({ data }: { data: Job }) => {
    try {
      worker.postMessage({ verdict: await check(data, (progress) => worker.postMessage({ progress })) });
    } catch (error) {
      worker.postMessage({ broken: String(error) });
    }
  };
}

/** Runs a job in a worker made of this very script, or here where the browser makes none for such a page. */
function run(job: Job, script: string, progress: (share: number) => void): { verdict: Promise<Verdict>; stop(): void } {
  const here = () =>
    check(job, async (share) => {
      progress(share);
      await new Promise((next) => setTimeout(next));
    });
  let worker: Worker;
  try {
    worker = new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
  } catch {
    return { verdict: here(), stop: () => undefined };
  }
  const verdict = new Promise<Verdict>((resolve, reject) => {
    worker.onerror = (event) => {
      event.preventDefault();
      here().then(resolve, reject);
    };
    worker.onmessage = ({ data }: { data: Answer }) => {
      if ('progress' in data) progress(data.progress);
      else if ('verdict' in data) resolve(data.verdict);
      else reject(new Error(data.broken));
    };
    worker.postMessage(job);
  });
  return { verdict: verdict.finally(() => worker.terminate()), stop: () => worker.terminate() };
}

function bePage(place: HTMLElement, script: string): void {
  const made = <Name extends keyof HTMLElementTagNameMap>(name: Name, text = '', look = '') =>
    Object.assign(document.createElement(name), { textContent: text, className: look });
  const bar = made('progress');
  const answer = made('div', '', 'answer');
  answer.setAttribute('role', 'status');
  const stop = Object.assign(made('button', 'Stop'), { type: 'button' });
  const earlier = Object.assign(made('input'), { type: 'file', accept: '.zip' });
  const chosen = Object.assign(made('input'), { type: 'file', accept: '.zip' });
  const field = (words: string, input: HTMLInputElement) => {
    const label = made('label', `${words} `);
    label.append(input);
    return label;
  };
  const working = made('p');
  working.append(bar, ' ', stop);
  working.hidden = true;
  place.replaceChildren(
    field('The record (a .zip file; or drop it on this page):', chosen),
    field('An earlier record of the same person, to compare with (if you have one):', earlier),
    working,
    answer,
  );

  let current: { stop(): void } = { stop: () => undefined };
  const begin = async (job: Job, scope: string) => {
    current.stop();
    answer.replaceChildren();
    working.hidden = false;
    bar.removeAttribute('value');
    const work = run(job, script, (share) => {
      bar.value = share;
    });
    let stopped = false;
    current = {
      stop: () => {
        stopped = true;
        work.stop();
        working.hidden = true;
      },
    };
    stop.onclick = current.stop;
    try {
      const verdict = await work.verdict;
      if (!stopped) answer.replaceChildren(...shown(verdict, scope, made));
    } catch {
      if (!stopped)
        answer.replaceChildren(made('p', 'This browser could not check the file. Nothing is said about it.', 'bad'));
    }
    if (!stopped) working.hidden = true;
  };
  const bytesOf = async (file: File) => new Uint8Array(await file.arrayBuffer());
  const checkFile = async (file: File) => {
    if (file.size > largest) {
      answer.replaceChildren(made('p', 'This file is larger than any record.', 'bad'));
      return;
    }
    const before = earlier.files?.[0];
    await begin(
      { zip: await bytesOf(file), ...(before && { earlier: await bytesOf(before) }) },
      `the file ${file.name}, whole`,
    );
  };
  chosen.onchange = () => {
    const file = chosen.files?.[0];
    if (file) void checkFile(file);
  };
  earlier.onchange = chosen.onchange;
  document.ondragover = (event) => event.preventDefault();
  document.ondrop = (event) => {
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file) void checkFile(file);
  };

  const copy = document.getElementById('record-copy')?.textContent;
  if (copy) void begin({ copy: JSON.parse(copy) }, 'the copy of the record inside this page');
}

const largest = 1024 ** 3;

type Made = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text?: string,
  look?: string,
) => HTMLElementTagNameMap[Name];

/** The verdict, then each step with its answer. */
function shown(verdict: Verdict, scope: string, made: Made): HTMLElement[] {
  const list = made('ol');
  for (const [number, name] of Object.entries(steps)) {
    const step = Number(number) as Step;
    const [mark, look, words] = answerOf(step, verdict, scope);
    const item = made('li', '', look);
    item.append(made('b', `${mark} ${name}`), words && `: ${words}`);
    list.append(item);
  }
  if (verdict.ok) {
    return [
      made('p', `Valid: ${scope}.`, 'good'),
      list,
      made(
        'p',
        'This shows that nothing was changed since it was signed. It does not show that the person did these things.',
      ),
    ];
  }
  const { what, file, line, next, of } = verdict;
  const where = file ? ` In ${file}${line ? `, line ${line}` : ''}.` : '';
  return [made('p', `Not valid${of ? ' (the earlier record)' : ''}: ${what}${where}`, 'bad'), made('p', next), list];
}

function answerOf(step: Step, verdict: Verdict, scope: string): [mark: string, look: string, words: string] {
  if (!verdict.ok) {
    if (step === verdict.step) return ['✗', 'bad', verdict.what];
    return step < verdict.step ? ['✓', '', ''] : ['–', 'quiet', 'not reached'];
  }
  const words = wordsOf(step, verdict.summary, scope);
  return words.startsWith('not ') ? ['–', 'quiet', words] : ['✓', '', words];
}

function wordsOf(step: Step, summary: Verified['summary'], scope: string): string {
  const { issuer, created, streams, titles, receipts, continued, sealed } = summary;
  if (step === 4) return issuer;
  if (step === 6) return created;
  if (step === 7) return streams.map(({ account }) => account).join(', ');
  if (step === 8) {
    const lines = streams.map(({ entries, shown: seen, platform }) => `${seen} of ${entries} shown on ${platform}`);
    return `${lines.join(', ')}; ${titles} titles`;
  }
  if (step === 9) {
    const told = [
      ...receipts.map(({ issuer: by, outcomes, key }) => `${by} ${keyWords[key]} ${outcomeWords(outcomes)}`),
      ...(continued > 0 ? [`continues ${continued} earlier logs`] : []),
    ];
    return told.join('; ') || 'nothing to compare with';
  }
  if (step === 10)
    return sealed > 0
      ? `${sealed} files`
      : scope.startsWith('the copy')
        ? 'not judged here: drop the zip file'
        : 'none';
  return '';
}

const keyWords = {
  known: 'answers:',
  carried: '(its key came with this record; compare it with what the platform publishes) answers:',
  missing: '(its key is not at hand, so its signature was not checked) would answer:',
};

const outcomeWords = (outcomes: Record<string, number>): string =>
  Object.entries(outcomes)
    .map(([outcome, lines]) => `${outcome} ${lines}`)
    .join(', ');
