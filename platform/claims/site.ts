import type { HtmlEscapedString } from 'hono/utils/html';

/** One act in a site's own log. Accounts and things are named by absolute URLs, as the site shows them. */
export interface SiteAct {
  /** One of Contrail's kinds. */
  kind: string;
  /**
   * What makes it one act, to be rewarded once; what it made or was done to, unless given. For acts that can be done
   * many times to one thing: the number of the edit.
   */
  id?: string | undefined;
  /** What it was done to. */
  object: string;
  /** What it made, where it made something. */
  made?: string | undefined;
  at: Date;
  /** When it was taken back. */
  undoneAt?: Date | undefined;
  /** It only changed what the same person had made before: true, and it is confirmed but not rewarded again. */
  revises?: boolean | undefined;
  /** Profile URL of the person it was done for. */
  receiver?: string | undefined;
}

/** The seam to a site's own log: the one thing that every site brings itself. */
export interface SiteLog {
  /**
   * What an account did between two instants, both included, in order of time. Never by what a claim says: only what
   * the site itself wrote down.
   * @param account profile URL
   */
  acts(account: string, from: Date, to: Date): Promise<SiteAct[]>;
}

/** Somebody who is signed in at the site. */
export interface SiteVisitor {
  /** Profile URL. */
  account: string;
  name: string;
  /** Something that stays the same for this session and is known to nobody else; only its hash is stored. */
  session: string;
  /** Must come back with every form. */
  csrf: string;
}

export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

/** What the kit needs of the site that it stands beside. */
export interface ClaimSite {
  /** Origin without a trailing slash: `https://social.example`. */
  origin(): string;
  log: SiteLog;
  /** Who is signed in, or undefined. */
  visitor(request: Request): Promise<SiteVisitor | undefined>;
  /** Path of the page to sign in on, which leads back to `next`. */
  signInPath(next: string): string;
  /** Whether a person may work at the desk. */
  isKeeper(visitor: SiteVisitor): boolean;
  /** A page in the site's own frame. */
  page(request: Request, title: string, body: Markup): Promise<Markup>;
  /** Path of the privacy policy. */
  privacyPath: string;
}
