/**
 * Packs files, all dated `at`, into a zip file (APPNOTE 6.3: deflated, UTF-8 names). The platform's own deflate does
 * it: five times as fast as one in JavaScript. The same files make the same bytes in the same browser.
 */
export async function packZip(files: ReadonlyMap<string, Uint8Array>, at: Date): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  const table: Uint8Array[] = [];
  let offset = 0;
  for (const [path, bytes] of files) {
    const name = encoder.encode(path);
    const { packed, crc } = await deflate(bytes);
    const described = description(crc, packed.length, bytes.length, name.length, at);
    const local = joined([numbers([4, 0x04034b50]), described, numbers([2, 0]), name]);
    parts.push(local, packed);
    const rest = numbers([2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]);
    table.push(joined([numbers([4, 0x02014b50], [2, 20]), described, rest, name]));
    offset += local.length + packed.length;
  }
  const entries = joined(table);
  const count = files.size;
  const end = numbers(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, entries.length],
    [4, offset],
    [2, 0],
  );
  return joined([...parts, entries, end]);
}

const encoder = new TextEncoder();

/** What both headers of a file say, from the version needed to the length of its name. */
function description(crc: number, packed: number, size: number, name: number, at: Date): Uint8Array {
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  const date = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  return numbers([2, 20], [2, 0x0800], [2, 8], [2, time], [2, date], [4, crc], [4, packed], [4, size], [2, name]);
}

/** Deflated bytes and their CRC-32: a gzip file (RFC 1952) holds both, between a header and an end of fixed size. */
async function deflate(bytes: Uint8Array): Promise<{ packed: Uint8Array; crc: number }> {
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new CompressionStream('gzip'));
  const gzip = new Uint8Array(await new Response(stream).arrayBuffer());
  const [first, second, method, flags] = gzip;
  if (first !== 0x1f || second !== 0x8b || method !== 8 || flags !== 0) throw new TypeError('not a plain gzip file');
  const crc = new DataView(gzip.buffer, gzip.length - 8).getUint32(0, true);
  return { packed: gzip.subarray(10, -8), crc };
}

/** Numbers as little-endian bytes, each with its width. */
function numbers(...given: [width: 2 | 4, value: number][]): Uint8Array {
  const bytes = new Uint8Array(given.reduce((length, [width]) => length + width, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [width, value] of given) {
    if (width === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += width;
  }
  return bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
