import { keyOfDid } from '../record/did-key.ts';
import { largestList } from './bundle.ts';
import { ListError } from './errors.ts';

/** Where a list is, and the key that must have signed it where the address names one. */
export interface ListAddress {
  url: string;
  key?: string;
}

/** How long a server may take to send a list, in milliseconds. */
const patience = 30_000;

/**
 * Reads what a person typed: `https://example.org/sites.json`, optionally with the key that it must be signed with after
 * a `#`. Only https, so that nobody on the way learns which list it is; http on this machine, for making lists.
 *
 * @throws ListError `address`
 */
export function readAddress(typed: string): ListAddress {
  const text = typed.trim();
  if (text.length > 2048 || !URL.canParse(text)) throw new ListError('address');
  const url = new URL(text);
  const here = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && here)) throw new ListError('address', url.protocol);
  if (url.username || url.password) throw new ListError('address');
  // A did:key has no character that an address would escape.
  const key = url.hash.slice(1);
  url.hash = '';
  if (key === '') return { url: url.href };
  const did = key.startsWith('did:key:') ? key : `did:key:${key}`;
  if (!keyOfDid(did)) throw new ListError('address', key);
  return { url: url.href, key: did };
}

/**
 * Fetches a list: without cookies, without saying where from, from exactly this address, never from a cache, and no
 * more of it than a list may weigh.
 *
 * @throws ListError `unreachable`, `status` or `too-large`
 */
export async function fetchList(url: string, fetchIt: typeof fetch): Promise<Uint8Array> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), patience);
  try {
    const response = await fetchIt(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      cache: 'no-store',
      signal: stop.signal,
    });
    if (response.status !== 200) throw new ListError('status', String(response.status));
    if (Number(response.headers.get('content-length')) > largestList) throw new ListError('too-large');
    return await readUpTo(largestList, response);
  } catch (error) {
    if (error instanceof ListError) throw error;
    throw new ListError('unreachable');
  } finally {
    clearTimeout(timer);
    // Ends what is still under way: the rest of something too large, a body that nobody wants.
    stop.abort();
  }
}

async function readUpTo(most: number, { body }: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = body?.getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    length += part.value.length;
    if (length > most) throw new ListError('too-large');
    chunks.push(part.value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
