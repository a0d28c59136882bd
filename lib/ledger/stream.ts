/**
 * A stream: the log of one account on one platform (store `streams`). Its Merkle log is over record lines; the row
 * keeps what an append needs, never more.
 */
export interface Stream {
  /** 16 hex digits, random: says nothing. Last part of the origin. */
  id: string;
  site: string;
  /** Host that the first act was done on. */
  host: string;
  /** Origin of the platform: `https://social.example`. Signing keys are derived from it. */
  platform: string;
  /** Empty for acts whose account could not be read, or that had none. */
  account: string;
  /** Profile URL that every line of this stream names; fixed when the stream begins. */
  actor: string;
  /** Number of the signing key. Streams of one platform begin with different ones, so that accounts stay apart. */
  epoch: number;
  /** Number of leaves. */
  size: number;
  /** Right-edge hashes of the log, largest subtree first, base64url. */
  edges: string[];
  /** Root hash of the log, base64url. */
  root: string;
  /** 32 random bytes, base64url: withheld titles are salted from it. Never goes out. */
  secret: string;
  /** For a stream without an account: the stream of the account that was learned later. Both logs stay as they are. */
  joins?: string;
  /** The other way round: the stream without an account that joined this one. */
  joined?: string;
  /**
   * Set on a log that came with a backup or from another device: it is shown and checked, and not continued here,
   * because elsewhere it may have grown (two ends of one log would look like forgery). New acts begin a log of their own.
   */
  closed?: true;
  /** Where there are closed logs: all the other logs of the same person on this site. */
  also?: string[];
  /**
   * Identities of the requests and gestures that were stored last, newest last, by which a retry is told: `seq:hash`.
   * Short texts, because the row is written with every act.
   */
  recent: string[];
  /** Size and root of the last checkpoint that was signed: no later one may contradict it. */
  signed?: { size: number; root: string };
}

/** What stays of a forgotten entry: enough for the log to verify, nothing of its content. */
export interface Tombstone {
  seq: number;
  /** Salted hash without its salt: tells nothing, and keeps a forgotten entry from coming back with a backup. */
  id: string;
  stream: string;
  index: number;
  leaf: string;
  forgotten: true;
}
