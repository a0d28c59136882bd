import { sha256 } from '@noble/hashes/sha2.js';
import { base64 } from '@scure/base';
import { sameHash } from '../ledger/merkle.ts';
import { type Signer, verifySignature } from './ed25519.ts';

/** C2SP signed note (c2sp.org/signed-note) and checkpoint (c2sp.org/tlog-checkpoint). */
export interface Note {
  /** The signed text, ending in a line end. */
  text: string;
  signatures: { name: string; keyId: Uint8Array; signature: Uint8Array }[];
}

/** Signature types: the log's own Ed25519 key, and the timestamped one of a witness (c2sp.org/tlog-cosignature v1). */
export type NoteKeyType = 0x01 | 0x04;

/** A key that a reader of notes knows. */
export interface NoteKey {
  name: string;
  type: NoteKeyType;
  publicKey: Uint8Array;
}

export interface Checkpoint {
  origin: string;
  size: number;
  root: Uint8Array;
}

const encoder = new TextEncoder();
/** No note with more signatures is read. */
const maxSignatures = 16;

/** First 4 bytes of SHA-256(name ‖ line end ‖ type ‖ public key). */
export function keyId({ name, type, publicKey }: NoteKey): Uint8Array {
  return sha256(Uint8Array.of(...encoder.encode(`${name}\n`), type, ...publicKey)).slice(0, 4);
}

/** Verifier key as other tools read it: `name+hex(key id)+base64(type ‖ public key)`. */
export function verifierKey(key: NoteKey): string {
  const id = [...keyId(key)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${key.name}+${id}+${base64.encode(Uint8Array.of(key.type, ...key.publicKey))}`;
}

/** Reads a verifier key; null where it is none, or where its id does not fit. */
export function parseVerifierKey(text: string): NoteKey | null {
  const [, name, id, encoded] = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(text) ?? [];
  const bytes = decodeBase64(encoded);
  if (!name || !bytes || bytes.length !== 33 || (bytes[0] !== 1 && bytes[0] !== 4)) return null;
  const key: NoteKey = { name, type: bytes[0], publicKey: bytes.slice(1) };
  return verifierKey(key).split('+')[1] === id ? key : null;
}

/** Signs a text under a name. The text ends in a line end and holds no control character beside line ends. */
export async function signNote(text: string, name: string, signer: Signer): Promise<string> {
  if (!isNoteText(text)) throw new TypeError('not the text of a note');
  if (!isKeyName(name)) throw new TypeError('not the name of a key');
  const signature = await signer.sign(encoder.encode(text));
  const id = keyId({ name, type: 0x01, publicKey: signer.publicKey });
  return `${text}\n— ${name} ${base64.encode(Uint8Array.of(...id, ...signature))}\n`;
}

/** Reads a signed note, without judging its signatures. Null where it is not exactly one. */
export function parseNote(note: string): Note | null {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) return null;
  const text = note.slice(0, end + 1);
  const lines = note.slice(end + 2, -1).split('\n');
  if (!isNoteText(text) || lines.length > maxSignatures) return null;
  const signatures: Note['signatures'] = [];
  for (const line of lines) {
    const [, name, encoded] = /^— (\S+) (\S+)$/u.exec(line) ?? [];
    const bytes = decodeBase64(encoded);
    if (!name || !isKeyName(name) || !bytes || bytes.length < 5) return null;
    signatures.push({ name, keyId: bytes.slice(0, 4), signature: bytes.slice(4) });
  }
  return signatures.length > 0 ? { text, signatures } : null;
}

/** What one known key says about a note. `time` (Unix seconds) comes with a witness's signature. */
export type NoteVerdict = { verdict: 'unsigned' } | { verdict: 'bad' } | { verdict: 'signed'; time?: number };

/** Judges a note by one known key. Signatures of other keys are passed over, as the format asks. */
export async function judgeNote(note: Note, key: NoteKey): Promise<NoteVerdict> {
  const id = keyId(key);
  const own = note.signatures.filter(({ name, keyId: given }) => name === key.name && sameHash(given, id));
  if (own.length === 0) return { verdict: 'unsigned' };
  let time: number | undefined;
  for (const { signature } of own) {
    if (key.type === 0x01) {
      if (!(await verifySignature(key.publicKey, signature, encoder.encode(note.text)))) return { verdict: 'bad' };
      continue;
    }
    if (signature.length !== 72) return { verdict: 'bad' };
    const seconds = new DataView(signature.buffer, signature.byteOffset).getBigUint64(0);
    const signed = encoder.encode(`cosignature/v1\ntime ${seconds}\n${note.text}`);
    if (!(await verifySignature(key.publicKey, signature.slice(8), signed))) return { verdict: 'bad' };
    time = Number(seconds);
  }
  return { verdict: 'signed', ...(time !== undefined && { time }) };
}

/** The text of a checkpoint: origin, size, root, one a line. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${base64.encode(root)}\n`;
}

/** Reads the text of a checkpoint. Null for extension lines, leading zeros, or a root that is no hash. */
export function parseCheckpoint(text: string): Checkpoint | null {
  const [origin, size, encoded, end, ...more] = text.split('\n');
  if (!origin || size === undefined || encoded === undefined || end !== '' || more.length > 0) return null;
  if (!/^(0|[1-9]\d{0,15})$/.test(size) || !Number.isSafeInteger(Number(size))) return null;
  const root = decodeBase64(encoded);
  return root?.length === 32 ? { origin, size: Number(size), root } : null;
}

/** No control characters but line ends, at least one line, the last one ended. */
function isNoteText(text: string): boolean {
  return text.isWellFormed() && text.length > 1 && text.endsWith('\n') && !/[^\P{Cc}\n]/u.test(text);
}

function isKeyName(name: string): boolean {
  return name.length > 0 && name.isWellFormed() && !/[\s+]/u.test(name);
}

/** Standard base64 with padding, exactly as an encoder writes it; null for anything else. */
function decodeBase64(text: string | undefined): Uint8Array | null {
  if (!text) return null;
  try {
    return base64.decode(text);
  } catch {
    return null;
  }
}
