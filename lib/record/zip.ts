import { inflateSync } from 'fflate';

/** Why a zip file is not opened. `unreadable`: it is none. `refused`: it is one that no honest tool makes, or damaged. */
export class ZipError extends Error {
  readonly problem: 'unreadable' | 'refused';
  /** The file in it that is meant. */
  readonly file: string | undefined;

  constructor(problem: 'unreadable' | 'refused', message: string, file?: string) {
    super(message);
    this.name = 'ZipError';
    this.problem = problem;
    this.file = file;
  }
}

export interface FileLimits {
  files: number;
  /** Bytes of one file, unpacked. */
  fileBytes: number;
  /** Bytes of all files, unpacked. */
  totalBytes: number;
}

/** Room for a million lines; a bomb is a thousand times that. */
export const fileLimits: FileLimits = { files: 4096, fileBytes: 768 * 1024 ** 2, totalBytes: 1024 ** 3 };

/** Deflate cannot make more than this many bytes of one. */
const maxRatio = 1032;

/** Whether a path stays inside the folder it is unpacked to, on every system. */
export function isSafePath(path: string): boolean {
  return (
    path.length <= 255 &&
    path.isWellFormed() &&
    !/[\p{Cc}\\:*?"<>|]/u.test(path) &&
    path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
  );
}

/**
 * Unpacks a zip file into memory (APPNOTE 6.3: stored or deflated, no encryption, one volume, no zip64). What two
 * programs could unpack differently is refused: other names or sizes in the local headers, files over each other,
 * names that come twice or lead outside.
 * @throws ZipError
 */
export async function unpackZip(zip: Uint8Array, limits: FileLimits = fileLimits): Promise<Map<string, Uint8Array>> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const { count, start, end } = centralDirectory(view);
  if (count > limits.files) throw new ZipError('refused', `more than ${limits.files} files`);

  const files = new Map<string, Uint8Array>();
  const spans: { from: number; to: number; file: string }[] = [];
  const names = new Set<string>();
  let total = 0;
  let at = start;
  for (let n = 0; n < count; n++) {
    const header = readHeader(view, at, end);
    at = header.next;
    const { name, size } = header;
    // Folders have entries of their own in some zip files; they hold nothing.
    const isFolder = name.endsWith('/') && size === 0;
    if (!isSafePath(isFolder ? name.slice(0, -1) : name))
      throw new ZipError('refused', 'a name that leads elsewhere', name);
    // Systems that do not tell capitals apart would unpack one over the other.
    const folded = name.normalize('NFC').toLowerCase();
    if (names.has(folded)) throw new ZipError('refused', 'the same name twice', name);
    names.add(folded);
    total += size;
    if (size > limits.fileBytes || total > limits.totalBytes) throw new ZipError('refused', 'too large', name);
    if (size > header.packed * maxRatio + 64) throw new ZipError('refused', 'larger than it can be', name);
    const span = dataOf(view, header, start);
    spans.push({ ...span, file: name });
    if (!isFolder) files.set(name, await unpack(zip.subarray(span.data, span.to), header));
  }
  if (at !== end) throw new ZipError('refused', 'something between the files');
  spans.sort((one, other) => one.from - other.from);
  for (const [n, span] of spans.entries()) {
    const before = spans[n - 1];
    if (before && span.from < before.to) throw new ZipError('refused', 'files that lie over each other', span.file);
  }
  return files;
}

interface Header {
  name: string;
  method: number;
  crc: number;
  packed: number;
  size: number;
  local: number;
  next: number;
}

/** Finds the end record: the last bytes of the file but for a comment. */
function centralDirectory(view: DataView): { count: number; start: number; end: number } {
  const size = 22;
  for (let at = view.byteLength - size; at >= Math.max(0, view.byteLength - size - 0xffff); at--) {
    if (view.getUint32(at, true) !== 0x06054b50) continue;
    const disks = view.getUint32(at + 4, true);
    const count = view.getUint16(at + 10, true);
    const length = view.getUint32(at + 12, true);
    const start = view.getUint32(at + 16, true);
    const comment = view.getUint16(at + 20, true);
    if (at + size + comment !== view.byteLength) continue;
    if (disks !== 0 || view.getUint16(at + 8, true) !== count) throw new ZipError('refused', 'several volumes');
    if (count === 0xffff || start === 0xffffffff) throw new ZipError('refused', 'a zip64 file');
    if (start + length !== at) throw new ZipError('refused', 'a table of contents that does not fit');
    return { count, start, end: at };
  }
  throw new ZipError('unreadable', 'not a zip file');
}

function readHeader(view: DataView, at: number, end: number): Header {
  if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) {
    throw new ZipError('refused', 'a table of contents that does not fit');
  }
  const nameLength = view.getUint16(at + 28, true);
  const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (next > end) throw new ZipError('refused', 'a table of contents that does not fit');
  const name = nameAt(view, at + 46, nameLength);
  // Bit 0: encrypted; bit 6: strongly. Bit 13: the table itself is.
  if (view.getUint16(at + 8, true) & 0x2041) throw new ZipError('refused', 'encrypted', name);
  return {
    name,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    local: view.getUint32(at + 42, true),
    next,
  };
}

/** Where a file's header begins and its packed bytes lie, after its local header was found to say the same. */
function dataOf(view: DataView, header: Header, end: number): { from: number; data: number; to: number } {
  const { local, name, packed } = header;
  if (local + 30 > end || view.getUint32(local, true) !== 0x04034b50) {
    throw new ZipError('refused', 'a file that is not where it should be', name);
  }
  const nameLength = view.getUint16(local + 26, true);
  const data = local + 30 + nameLength + view.getUint16(local + 28, true);
  if (data + packed > end) throw new ZipError('refused', 'a file that is not where it should be', name);
  // With bit 3 the sizes follow the data instead; the table of contents has them.
  const streamed = (view.getUint16(local + 6, true) & 8) !== 0;
  const same =
    nameAt(view, local + 30, nameLength) === name &&
    view.getUint16(local + 8, true) === header.method &&
    (streamed ||
      (view.getUint32(local + 14, true) === header.crc &&
        view.getUint32(local + 18, true) === packed &&
        view.getUint32(local + 22, true) === header.size));
  if (!same) throw new ZipError('refused', 'two different descriptions of one file', name);
  return { from: local, data, to: data + packed };
}

function nameAt(view: DataView, at: number, length: number): string {
  if (at + length > view.byteLength) throw new ZipError('refused', 'a name that does not fit');
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      new Uint8Array(view.buffer, view.byteOffset + at, length),
    );
  } catch {
    throw new ZipError('refused', 'a name that is no text');
  }
}

/** Longer files are unpacked by the platform: quicker by far, but slow to begin. */
const longFile = 256 * 1024;

async function unpack(packed: Uint8Array, { name, method, size, crc }: Header): Promise<Uint8Array> {
  if (method !== 0 && method !== 8) throw new ZipError('refused', 'packed in an unknown way', name);
  try {
    if (method === 8 && size > longFile) return await inflateLong(packed, size, crc);
    // The buffer has the declared size, and what would go beyond it is dropped: a bomb cannot grow.
    const bytes = method === 0 ? packed.slice() : inflateSync(packed, { out: new Uint8Array(size) });
    if (bytes.length === size && crc32(bytes) === crc) return bytes;
  } catch {
    // Whatever it was, the bytes are not what was packed.
  }
  throw new ZipError('refused', 'damaged', name);
}

/**
 * The platform unpacks gzip files (RFC 1952) and checks their CRC-32 and size, so the deflated bytes get its header
 * and its end. Throws where they do not fit, or grow beyond the declared size.
 */
async function inflateLong(packed: Uint8Array, size: number, crc: number): Promise<Uint8Array> {
  const end = new DataView(new ArrayBuffer(8));
  end.setUint32(0, crc, true);
  end.setUint32(4, size, true);
  const header = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255);
  const gzip = new Blob([header, packed as Uint8Array<ArrayBuffer>, end.buffer]);
  const bytes = new Uint8Array(size);
  let at = 0;
  const reader = gzip.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    // A chunk that goes beyond the declared size throws here, and nothing more is unpacked.
    bytes.set(read.value, at);
    at += read.value.length;
  }
  if (at !== size) throw new TypeError('shorter than declared');
  return bytes;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] as number) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
