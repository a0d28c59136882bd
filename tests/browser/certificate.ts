import { createHash, generateKeyPairSync, sign } from 'node:crypto';

/**
 * A self-signed certificate, made afresh for each run (RFC 5280, DER by X.690). Node cannot make one; `openssl` is not
 * on every machine and a package would be a dependency for the sixty lines below. Browsers are told to accept it, so
 * it names no host.
 */
export function selfSignedCertificate(): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const ecdsaWithSha256 = sequence(oid('1.2.840.10045.4.3.2'));
  const name = sequence(set(sequence(oid('2.5.4.3'), utf8('Contrail test world'))));
  const day = 86_400_000;
  const validity = sequence(time(new Date(Date.now() - day)), time(new Date(Date.now() + 30 * day)));
  // A positive serial number of at most 20 bytes (RFC 5280 §4.1.2.2): two certificates must not share one.
  const serial = createHash('sha256').update(spki).digest().subarray(0, 8);
  serial.writeUInt8(serial.readUInt8(0) & 0x7f || 1, 0);
  const version3 = tagged(0xa0, tagged(0x02, Buffer.from([2])));
  const certified = sequence(version3, tagged(0x02, serial), ecdsaWithSha256, name, validity, name, spki);
  const signature = tagged(0x03, Buffer.concat([Buffer.from([0]), sign('sha256', certified, privateKey)]));
  const der = sequence(certified, ecdsaWithSha256, signature);
  const lines = der.toString('base64').replace(/.{64}/g, '$&\n').trimEnd();
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  };
}

function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const sequence = (...parts: Buffer[]) => tagged(0x30, Buffer.concat(parts));
const set = (...parts: Buffer[]) => tagged(0x31, Buffer.concat(parts));
const utf8 = (text: string) => tagged(0x0c, Buffer.from(text));
/** UTCTime, `YYMMDDHHMMSSZ`. */
const time = (at: Date) =>
  tagged(0x17, Buffer.from(`${at.toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`, 'ascii'));

function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return tagged(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

/** Seven bits a byte, the highest bit set on all but the last. */
function base128(value: number): number[] {
  const bytes = [value & 0x7f];
  for (let left = value >> 7; left > 0; left >>= 7) bytes.unshift((left & 0x7f) | 0x80);
  return bytes;
}
