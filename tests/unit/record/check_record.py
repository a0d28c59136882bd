"""Checks an unpacked record from the published standards alone (RFC 8785, Data Integrity eddsa-jcs-2022, did:key,
C2SP signed notes and checkpoints, RFC 9162, RFC 9901 section 4.2). It shares nothing with the product but those."""

import base64
import hashlib
import json
import pathlib
import sys

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"

def require(holds, what):
    if not holds:
        sys.exit(what)

def base58(text):
    number = 0
    for letter in text:
        number = number * 58 + ALPHABET.index(letter)
    zeros = len(text) - len(text.lstrip("1"))
    return b"\0" * zeros + number.to_bytes((number.bit_length() + 7) // 8, "big")

def base64url(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))

def jcs(value):
    """For documents without floats; names are sorted by UTF-16 code units."""
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        return "{" + ",".join(jcs(name) + ":" + jcs(value[name]) for name in names) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(jcs, value)) + "]"
    return json.dumps(value, ensure_ascii=False)

def key_of(did):
    raw = base58(did.removeprefix("did:key:z"))
    require(raw[:2] == b"\xed\x01" and len(raw) == 34, f"{did} is no Ed25519 key")
    return raw[2:]

def verify(key, signature, data, what):
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, data)
    except InvalidSignature:
        sys.exit(what)

def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()

def root(leaves):
    if len(leaves) == 1:
        return leaves[0]
    split = 1 << (len(leaves) - 1).bit_length() - 1
    return sha256(b"\1", root(leaves[:split]), root(leaves[split:]))

def read_note(note, name, key):
    text, signatures = note[: note.rindex("\n\n") + 1], note[note.rindex("\n\n") + 2 :].splitlines()
    own = [line.split(" ")[2] for line in signatures if line.split(" ")[1] == name]
    raw = base64.b64decode(own[0])
    require(raw[:4] == sha256(name.encode(), b"\n\1", key)[:4], "the note names another key")
    verify(key, raw[4:], text.encode(), f"the note of {name} is not signed by its key")
    return text.splitlines()

folder = pathlib.Path(sys.argv[1])
record = json.loads((folder / "record.json").read_text("utf-8"))
proof = record.pop("proof")
value = proof.pop("proofValue")
require(proof["@context"] == record["@context"], "the proof has another context")
require(proof["verificationMethod"].split("#")[0] == record["issuer"], "the proof is by another key")
data = sha256(jcs(proof).encode()) + sha256(jcs(record).encode())
verify(key_of(record["issuer"]), base58(value[1:]), data, "record.json is not what was signed")
shown = {}
for stream in record["credentialSubject"]["streams"]:
    origin = stream["checkpoint"].split("\n")[0]
    _, size, signed = read_note(stream["checkpoint"], origin, key_of(stream["controller"]))
    data = (folder / "entries" / (origin.split("/")[-1] + ".jsonl")).read_bytes()
    leaves, whole = [], True
    for line in data.splitlines():
        entry = json.loads(line)
        require(jcs(entry).encode() == line, "a line is not canonical")
        whole = whole and "redacted" not in entry
        leaves.append(base64url(entry["redacted"]) if "redacted" in entry else sha256(b"\0", line))
        shown[entry.get("id")] = entry
    require(len(leaves) == int(size) == stream["entryCount"], "lines are missing")
    require(root(leaves) == base64.b64decode(signed), f"{origin}: a line was changed")
    require(not whole or base64url(stream["digestMultibase"][1:]) == b"\x12\x20" + sha256(data), "the file was changed")
for title in json.loads((folder / "disclosures.json").read_text("utf-8")):
    digest = base64.urlsafe_b64encode(sha256(title["disclosure"].encode())).decode().rstrip("=")
    require(f'"{digest}"' in json.dumps(shown[title["entry"]]), "a title was never sealed")
    require(json.loads(base64url(title["disclosure"]))[1:] == [title["name"], title["value"]], "a title was changed")
first, _, *listed = read_note((folder / "proofs/files.txt").read_text("utf-8"), record["issuer"], key_of(record["issuer"]))
for digest, path in (line.split("  ") for line in listed):
    require(hashlib.sha256((folder / path).read_bytes()).hexdigest() == digest, f"{path} was changed")
print(f"valid: {len(shown)} entries shown")
