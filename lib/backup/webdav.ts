import { folderAddress } from './folder-address.ts';
import { type Manifest, manifestName, manifestSchema, type Place, PlaceError, type PlaceProblem } from './place.ts';
import type { ByteSource } from './read.ts';

/** A folder on a WebDAV server (RFC 4918), and the name and password that open it. */
export interface WebdavAccount {
  url: string;
  user: string;
  password: string;
}

export interface Webdav extends Place {
  /** Names of the complete backups there, newest last. @throws PlaceError */
  backups(): Promise<string[]>;
  /** The list of a complete backup. @throws PlaceError */
  manifest(name: string): Promise<Manifest>;
  /** A backup as one run of bytes, fetched part by part. A part that is missing or has another size reads as zeros. */
  source(manifest: Manifest): ByteSource;
}

/** So long one request may take: a part is one megabyte. */
const patience = 120_000;
const largestAnswer = 8 * 1024 * 1024;

/** Speaks to a WebDAV folder. Cookies are never sent, and no redirect is followed. */
export function webdav(account: WebdavAccount, fetching: typeof fetch = fetch): Webdav {
  const folder = folderAddress(account.url);
  if (!folder) throw new PlaceError('not-webdav', 'not an address where backups may go');
  const credentials = btoa(String.fromCharCode(...new TextEncoder().encode(`${account.user}:${account.password}`)));
  const addressOf = (name: string) => new URL(encodeURIComponent(name), folder).href;

  async function ask(method: string, url: string, more: { headers?: HeadersInit; body?: BodyInit } = {}) {
    try {
      return await fetching(url, {
        method,
        ...(more.body !== undefined && { body: more.body }),
        headers: { ...more.headers, authorization: `Basic ${credentials}` },
        credentials: 'omit',
        redirect: 'error',
        cache: 'no-store',
        signal: AbortSignal.timeout(patience),
      });
    } catch (error) {
      throw new PlaceError('unreachable', error instanceof Error ? error.message : 'no answer');
    }
  }

  async function get(name: string): Promise<Uint8Array | undefined> {
    const response = await ask('GET', addressOf(name));
    if (response.status === 404) return undefined;
    requireStatus(response, [200]);
    return read(response);
  }

  return {
    tells: true,
    async prepare() {
      const response = await ask('PROPFIND', folder.href, { headers: { depth: '0' } });
      if (response.status !== 404) return requireStatus(response, [207]);
      requireStatus(await ask('MKCOL', folder.href), [201, 405]);
    },
    async put(name, bytes) {
      // Under another name first: what has the right name is whole.
      const temporary = addressOf(`${name}.tmp`);
      requireStatus(await ask('PUT', temporary, { body: new Blob([bytes]) }), [200, 201, 204]);
      const headers = { destination: addressOf(name), overwrite: 'T' };
      requireStatus(await ask('MOVE', temporary, { headers }), [200, 201, 204]);
    },
    async size(name) {
      const response = await ask('HEAD', addressOf(name));
      if (response.status === 404) return undefined;
      requireStatus(response, [200]);
      const length = response.headers.get('content-length');
      return length === null ? undefined : Number(length);
    },
    async remove(name) {
      requireStatus(await ask('DELETE', addressOf(name)), [200, 204, 404]);
    },
    async backups() {
      const response = await ask('PROPFIND', folder.href, { headers: { depth: '1' } });
      requireStatus(response, [207]);
      const text = new TextDecoder().decode(await read(response));
      // Only names that Contrail itself gives are of interest, so the rest of the XML need not be understood.
      const names = [...text.matchAll(/\/(contrail-[\w-]{1,60})\.backup\.json</g)].map(([, name]) => name as string);
      return [...new Set(names)].sort();
    },
    async manifest(name) {
      const bytes = await get(manifestName(name));
      if (!bytes) throw new PlaceError('missing', `${name} is not there`);
      let given: unknown;
      try {
        given = JSON.parse(new TextDecoder().decode(bytes));
      } catch {
        given = undefined;
      }
      const { data } = manifestSchema.safeParse(given);
      if (!data) throw new PlaceError('missing', `the list of ${name} cannot be read`);
      return data;
    },
    source: (manifest) => partsSource(manifest, get),
  };
}

function partsSource({ parts }: Manifest, get: (name: string) => Promise<Uint8Array | undefined>): ByteSource {
  const starts = parts.map((_, at) => parts.slice(0, at).reduce((sum, { size }) => sum + size, 0));
  // One part at a time is kept; two, because a chunk may begin in one and end in the next.
  const kept = new Map<number, Uint8Array>();
  async function part(at: number): Promise<Uint8Array> {
    const known = kept.get(at);
    if (known) return known;
    const { name, size } = parts[at] as Manifest['parts'][number];
    const got = await get(name);
    const bytes = got?.length === size ? got : new Uint8Array(size);
    kept.set(at, bytes);
    for (const older of [...kept.keys()].slice(0, -2)) kept.delete(older);
    return bytes;
  }
  return {
    size: parts.reduce((sum, { size }) => sum + size, 0),
    async read(from, to) {
      const bytes = new Uint8Array(to - from);
      for (const [at, { size }] of parts.entries()) {
        const start = starts[at] as number;
        const [first, last] = [Math.max(from, start), Math.min(to, start + size)];
        if (first < last) bytes.set((await part(at)).subarray(first - start, last - start), first - from);
      }
      return bytes;
    },
  };
}

/** A body that is not too large to be meant. */
async function read(response: Response): Promise<Uint8Array> {
  if (Number(response.headers.get('content-length') ?? 0) > largestAnswer) {
    throw new PlaceError('not-webdav', 'an answer of that size was not asked for');
  }
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch {
    throw new PlaceError('unreachable', 'the answer broke off');
  }
}

function requireStatus({ status }: Response, good: readonly number[]): void {
  if (good.includes(status)) return;
  throw new PlaceError(problemOf(status), `the server answered ${status}`);
}

function problemOf(status: number): PlaceProblem {
  if (status === 401 || status === 403) return 'refused';
  if (status === 404 || status === 409) return 'no-folder';
  if (status === 413 || status === 507) return 'no-space';
  return status >= 500 ? 'unreachable' : 'not-webdav';
}
