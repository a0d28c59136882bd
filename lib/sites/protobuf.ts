import { base64Bytes } from './steps.ts';

/**
 * Reads one field of a protocol buffer that a site hands around as text (percent-encoded, url-safe base64), without
 * its schema: only the path of field numbers is known. Wire format: protobuf.dev/programming-guides/encoding.
 *
 * @param text the token as it stands in the request
 * @param path field numbers, outermost first; all but the last are messages
 * @returns the text or decimal varint at the end of the path; undefined where there is none
 */
export function protobufField(text: string, path: readonly number[]): string | undefined {
  try {
    let bytes = base64Bytes(decodeURIComponent(text));
    for (const [depth, number] of path.entries()) {
      const field = findField(bytes, number);
      if (field === undefined) return undefined;
      if (depth === path.length - 1) {
        return typeof field === 'bigint' ? field.toString() : new TextDecoder('utf-8', { fatal: true }).decode(field);
      }
      if (typeof field === 'bigint') return undefined;
      bytes = field;
    }
  } catch {
    // Not percent-encoding, not base64, cut short or not UTF-8: the token is not what the definition says.
  }
  return undefined;
}

function findField(bytes: Uint8Array, wanted: number): Uint8Array | bigint | undefined {
  let at = 0;
  const varint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = bytes[at++];
      if (byte === undefined) throw new RangeError('cut short');
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    throw new RangeError('a varint has at most ten bytes');
  };
  while (at < bytes.length) {
    const tag = varint();
    const isWanted = tag >> 3n === BigInt(wanted);
    const wire = Number(tag & 7n);
    if (wire === 0) {
      const value = varint();
      if (isWanted) return value;
    } else if (wire === 2) {
      const length = Number(varint());
      if (at + length > bytes.length) throw new RangeError('cut short');
      if (isWanted) return bytes.subarray(at, at + length);
      at += length;
    } else if (wire === 1 || wire === 5) {
      at += wire === 1 ? 8 : 4;
    } else {
      throw new RangeError('groups are not read');
    }
  }
  return undefined;
}
