import { base64urlnopad, hex } from '@scure/base';
import { keyOfDid } from './did-key.ts';
import { parseCheckpoint, parseNote, verifierKey } from './note.ts';
import type { RecordDocument } from './schema.ts';
import { sealPath } from './seal.ts';

/** `README.txt`: what lies here, and the commands by which other people's tools check it. */
export function instructions(record: RecordDocument): string {
  const { streams } = record.credentialSubject;
  const logs = streams.map((stream) => {
    const note = parseNote(stream.checkpoint);
    const origin = (note && parseCheckpoint(note.text)?.origin) ?? '';
    const publicKey = keyOfDid(stream.controller) ?? new Uint8Array(32);
    // Multihash: two bytes say which hash and how long.
    const digest = hex.encode(base64urlnopad.decode(stream.digestMultibase.slice(1)).slice(2));
    return [
      `  ${stream.account}`,
      `    file           entries/${origin.split('/').at(-1)}.jsonl`,
      `    entries        ${stream.entryCount}`,
      `    verifier key   ${verifierKey({ name: origin, type: 0x01, publicKey })}`,
      `    SHA-256        ${digest}`,
      '                   (of the file with every line in it; lines that are not shown change it)',
    ].join('\n');
  });
  return `A signed record of contributions, made ${record.validFrom}.
Open index.html to read it: what it proves, what it does not.

FILES
  record.json           what was signed: a W3C Verifiable Credential 2.0
  entries/*.jsonl       the entries, one a line; a line {"redacted": ...} stands for one that is not shown
  disclosures.json      titles that were chosen to be shown (lines hold only their digests)
  activities.csv        the same entries as a table
  ${sealPath}      SHA-256 of every file, signed with the record's key
  receipts/*.json       what platforms answered, where there are any: credentials signed by them
  proofs/checkpoints/   earlier states of the logs that others saw, where there are any; .tsr: with a time stamp

CHECK EVERYTHING, OFFLINE
  With Contrail's source:   npm run verify -- record.zip
  (exit code 0: valid; 1: not valid, and at which step; 2: cannot be read)

CHECK WITH OTHER PROGRAMS
  No file was changed:
    grep -E '^[0-9a-f]{64}  ' ${sealPath} | sha256sum -c

  The signature of record.json (cryptosuite eddsa-jcs-2022, issuer ${record.issuer}):
    any verifier of W3C Data Integrity, for example @digitalbazaar/vc with
    @digitalbazaar/eddsa-jcs-2022-cryptosuite (JavaScript) or openvc (Python).

  The logs: each "checkpoint" in record.json is a signed note of a transparency log (c2sp.org/tlog-checkpoint).
    Verify it with the verifier key below, for example with golang.org/x/mod/sumdb/note; then compute the root
    (RFC 6962 section 2.1) over the lines of the file: the leaf of a line is SHA-256(00 || line without its line end);
    for {"redacted": ...} it is the hash that the line holds. transparency-dev/merkle does it in Go.

  Time stamps, for each proofs/checkpoints/NAME.tsr (RFC 3161), with the time stamper's certificates in CA.pem:
    head -3 NAME.txt | openssl ts -verify -in NAME.tsr -CAfile CA.pem -data /dev/stdin

LOGS
${logs.join('\n\n')}
`;
}
