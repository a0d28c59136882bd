import type { Disclosure } from '../ledger/disclosure.ts';
import type { Kind } from '../ledger/kinds.ts';
import type { RecordStream } from './schema.ts';

/**
 * What the readable files of a record say of one line. They are made from the signed lines and the chosen
 * disclosures alone, so they cannot say more than what is sealed.
 */
export interface ShownLine<Stream = RecordStream> {
  stream: Stream;
  index: number;
  published: string;
  kind: Kind;
  /** ActivityStreams type: `Undo` takes back, `Update` changes. */
  type: string;
  /** URL of what was made, or else of what the act was done to. */
  url: string | undefined;
  /** URL of what was answered, commented on or reviewed. */
  about: string | undefined;
  /** Profile of the person addressed. */
  to: string | undefined;
  title: string | undefined;
  rating: string | undefined;
  evidence: string;
  seconds: number | undefined;
  words: number | undefined;
}

type Node = { readonly [name: string]: unknown } | undefined;

const nodeOf = (value: unknown): Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Node) : undefined;
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const numberOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

/** Reads a record line for people. `disclosures` are those of this line that may be shown. */
export function shownLine<Stream>(
  stream: Stream,
  index: number,
  line: { readonly [name: string]: unknown },
  disclosures: readonly Disclosure[],
): ShownLine<Stream> {
  const object = nodeOf(line.object);
  const about = nodeOf(object?.inReplyTo);
  const effort = nodeOf(line.effort);
  const rating = nodeOf(object?.['schema:reviewRating']) ?? object;
  const value = textOf(rating?.['schema:ratingValue']);
  const best = textOf(rating?.['schema:bestRating']);
  const isActivity = typeof object?.object === 'string';
  return {
    stream,
    index,
    published: String(line.published),
    kind: line.kind as Kind,
    type: String(line.type),
    url: isActivity ? textOf(object?.object) : textOf(object?.id),
    about: textOf(about?.id),
    to: textOf(object?.attributedTo) ?? textOf(about?.attributedTo),
    title: disclosures.find(({ name }) => name === 'name')?.value,
    rating: value && (best ? `${value}/${best}` : value),
    evidence: String(line.evidence),
    seconds: numberOf(effort?.seconds),
    words: numberOf(effort?.words),
  };
}
