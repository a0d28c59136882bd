import { z } from 'zod';
import type { Gesture, Outcome, Probe, Profile } from './capture/gesture.ts';
import { type ClaimReply, type ClaimWish, claimWishSchema } from './claim/wish.ts';
import type { Entry } from './ledger/entry.ts';
import { type Kind, kinds } from './ledger/kinds.ts';
import { type Returned, returnedSchema } from './ledger/returned.ts';
import type { ListProblem } from './lists/errors.ts';
import { type Pressed, pressedSchema } from './teach/pressed.ts';
import type { ExchangeTable } from './value/exchange.ts';
import type { Hiding } from './value/may-hide.ts';
import { type OwnRates, ownRatesSchema } from './value/own-rates-schema.ts';
import type { StoredClosing } from './value/stored-rates.ts';

/**
 * All that can be said between the parts of the extension: name to input and output, per direction. The receiver
 * parses the input (`parseToBackground`) and checks the sender before it believes a type.
 */

/** From the watcher of a page. The sender must be a tab of a site that is switched on. */
export interface WatcherMessages {
  /** A page has loaded: which site is this? `signals` names the probes that matched, on the second call. */
  page: {
    input: { url: string; signals?: string[] | undefined };
    output: { profile: Profile } | { probes: Probe[] } | null;
  };
  /** A gesture that may end the page (a form, a link that writes): sent at once, because nobody can be asked later. */
  leaving: { input: { gesture: Gesture }; output: null };
  /** A known control flipped, and no request asked for the gesture within five seconds. */
  unclaimed: { input: { site: string; gesture: Gesture; outcome: Outcome }; output: null };
  /** The person showed a control, in the tab where they asked to. */
  pressed: { input: { url: string; pressed: Pressed }; output: null };
}

/** From the extension's own pages. The sender must be this extension without a tab, or one of its own pages. */
export interface PageMessages {
  /** What the popup shows for the tab it was opened on. */
  popup: { input: { tab: number; url: string }; output: PopupState };
  /** What the dashboard shows besides the ledger. */
  overview: { input: Record<string, never>; output: Overview };
  consent: { input: { given: boolean }; output: null };
  pause: { input: { paused: boolean }; output: null };
  /** What the Sites screen shows. */
  sites: { input: Record<string, never>; output: SitesState };
  /** Fetches a site list, because the person asked for it, and says what it would change. Nothing is kept. */
  listLook: { input: { address: string }; output: { found: ListFound } | ListRefused };
  /** Subscribes to a list that was looked at, as it was then, and pins its key. */
  listSubscribe: {
    input: { url: string; key: string; digest: string; every: ListPeriod | null };
    output: ListRefused | null;
  };
  listUpdate: { input: { id: string }; output: ListRefused | null };
  /** Back to the edition before; the list stays there. */
  listBack: { input: { id: string }; output: null };
  listChoose: {
    input: { id: string; every?: ListPeriod | null | undefined; pinned?: boolean | undefined };
    output: null;
  };
  listRemove: { input: { id: string }; output: null };
  /** Begins to listen for the one press by which the person shows a control. Its popup was just opened on the tab. */
  teachBegin: { input: { tab: number; url: string }; output: { problem?: TeachProblem } };
  /** Listens once more in the same tab, and shows it. */
  teachAgain: { input: Record<string, never>; output: { problem?: TeachProblem } };
  /** What was shown, and what would be recorded of it. */
  teach: { input: TeachChoice; output: TeachState };
  /** Keeps it and watches the site. Permission was already asked for by the page. */
  teachSave: { input: TeachChoice; output: ListRefused | null };
  teachEnd: { input: Record<string, never>; output: null };
  /** The definitions that the person taught or brought along; `file` is what is exported. */
  own: { input: Record<string, never>; output: { sites: OwnLine[]; file: string } };
  ownImport: { input: { text: string }; output: ListRefused | { added: number } };
  ownRemove: { input: { id: string }; output: null };
  /** Permission for the origins was already asked for by the page (a user gesture is needed for that). */
  switchSite: { input: { site: string; host: string; on: boolean }; output: null };
  /** When the weekly notification comes; null switches it off. */
  notice: { input: { when: WeekHour | null }; output: null };
  /** Whether, and as what, pages that no definition describes are noticed. */
  generic: { input: GenericChoice; output: null };
  forget: { input: { id: string }; output: null };
  /** Which sites can refuse what, although they answer with success. */
  hiding: { input: Record<string, never>; output: Hiding };
  /** Writes down that something came back; answers with its id. */
  returned: { input: { what: Returned }; output: string };
  unreturned: { input: { id: string }; output: null };
  /** Lays the person's own rates above the cards; revisions are counted up here. */
  ownRates: { input: { layers: Omit<OwnRates, 'revision'>[] }; output: null };
  /** Takes a rate card on, from a day. */
  rateCard: { input: { text: string; from: string }; output: null };
  /** Closes a month with the rates that it was shown at: the card as a file, because it may be one that came with Contrail. */
  closeMonth: { input: { closing: StoredClosing; card: string; exchange: ExchangeTable }; output: null };
  reopenMonth: { input: { month: string }; output: null };
  forgetEverything: { input: { sure: true }; output: null };
  /** Something about claims. What goes wrong is told, not thrown. */
  claims: { input: { wish: ClaimWish }; output: ClaimReply };
  /** Where backups go, and how the last one went. */
  backup: { input: Record<string, never>; output: BackupState };
  /** Sets where backups go and begins one. The permission was already asked for by the page. */
  backupPlan: { input: { plan: BackupPlan }; output: null };
  /** Begins a backup, or goes on with one that was interrupted. */
  backupNow: { input: Record<string, never>; output: null };
  /** Stops the one that is running; what it put somewhere stays incomplete. */
  backupStop: { input: Record<string, never>; output: null };
  /** No more backups; the address, the name, the password and the key are forgotten. */
  backupEnd: { input: Record<string, never>; output: null };
  /** Takes one chunk of an opened backup into the ledger (`Content` of lib/backup). */
  merge: { input: { content: unknown }; output: MergeOutcome };
  /** Checks every stream from its first entry; names the first bad one. */
  selfCheck: {
    input: Record<string, never>;
    output: { ok: boolean; entries: number; problem?: { id: string; seq: number; what: string } };
  };
}

/** From the background to the watcher of one tab. */
export interface TabMessages {
  /**
   * A matching request began: which gesture was it? The watcher marks it as claimed. Frames without a gesture stay silent.
   * `within` and `nearby` are milliseconds for gestures that hit the action's control and for any others; `mentions`
   * are ids from the request, which tell two gestures apart; `takesEffort` ends the composer's count.
   */
  gesture: {
    input: {
      startedAt: number;
      within: number;
      nearby: number;
      actions: string[];
      mentions: string[];
      takesEffort: boolean;
    };
    output: Gesture | null;
  };
  /** The request was answered well: did it take? `want` is the state each action leads to, where that is known. */
  outcome: {
    input: { gesture: string; actions: string[]; want: Record<string, 'on' | 'off'>; settle: number };
    output: Outcome | null;
  };
  /** Consent, pause or the site's switch changed: ask again for the profile, or stop. */
  changed: { input: Record<string, never>; output: null };
}

export type SiteState =
  | { state: 'unknown' }
  /** Known, but never granted or switched off. `origins` is what to ask permission for. */
  | { state: 'off'; site: string; name: string; host: string; origins: string[] }
  | {
      state: 'on';
      site: string;
      name: string;
      host: string;
      origins: string[];
      lastSeen?: string;
      sees: string[];
      unseen: string[];
      health: Pick<SiteHealthLine, 'presses' | 'misses' | 'row'>;
    };

export interface SitesState {
  consent: boolean;
  paused: boolean;
  /** Every definition in use. */
  sites: SiteLine[];
  lists: ListLine[];
  /** For `reportOfBreakage`. */
  build: { version: string; browser: string };
}

/** One definition, as the Sites screen shows it. */
export interface SiteLine {
  site: string;
  name: string;
  group: string;
  version: number;
  confidence: 'high' | 'medium' | 'low';
  /** Name of the list that it comes from; missing where it came with the extension. */
  list?: string;
  /** Host patterns of its pages; none for software that anyone can host. */
  hosts: string[];
  /** What to ask permission for. */
  origins: string[];
  on: boolean;
  /** Origins that it needs, is on for, and has no permission for. */
  missing: string[];
  sees: string[];
  unseen: string[];
  /** Whether it is recognised on any host by its marks. */
  software: boolean;
  /** Hosts of software that the person has switched on at some time. */
  instances: { host: string; on: boolean; origins: string[]; missing: string[] }[];
  health: SiteHealthLine;
}

/** What became of what was noticed on a site: numbers only. */
export interface SiteHealthLine {
  lastSeen?: string;
  presses: number;
  /** Presses of known controls that no request followed; `row` since it was last seen working. */
  misses: number;
  row: { misses: number; alone: number };
  /** Requests that looked like contributions, without anybody having done anything. */
  alone: number;
  refused: Record<string, number>;
}

export type ListPeriod = 'day' | 'week' | 'month';

interface ListChange {
  id: string;
  name: string;
  version: number;
  from?: number;
  hosts: string[];
}
/** What an edition of a list adds, changes and takes away. */
export type ListChanges = Record<'added' | 'changed' | 'removed', ListChange[]>;

interface ListEdition {
  serial: number;
  created: string;
  digest: string;
  count: number;
}

/** A list that was looked at. */
export interface ListFound extends ListEdition {
  url: string;
  /** did:key of who signed it. */
  key: string;
  name: string;
  changes: ListChanges;
}

/** A list that the person subscribed to. */
export interface ListLine {
  id: string;
  url: string;
  key: string;
  name: string;
  every: ListPeriod | null;
  pinned: boolean;
  current: ListEdition;
  previous?: ListEdition;
  changes?: ListChanges;
  checked: string;
  problem?: ListRefused['refused'];
}

/** Why a list is not taken; `detail` may be words of the list. */
export interface ListRefused {
  refused: { problem: ListProblem; detail: string };
}

/**
 * Why nothing can be taught here: `page`: the browser lets nobody look into it; `described`: a definition is there
 * already; `host`: the address is no site's name.
 */
export type TeachProblem = 'page' | 'described' | 'host';

/** What the person says of the control; without `tookBack` the page's own words decide. */
export interface TeachChoice {
  kind: Kind;
  tookBack?: boolean | undefined;
}

export type TeachState =
  | { state: 'none' }
  | { state: 'listening'; host: string }
  | { state: 'refused'; host: string; why: Extract<Pressed, { refused: string }>['refused'] }
  | {
      state: 'pressed';
      host: string;
      /** What is written on the control. */
      label: string;
      control: string;
      item?: string;
      /** Nothing better than a translated label or the place in the page was found. */
      weak: boolean;
      tookBack: boolean;
      /** Missing where nothing on the page tells done from not done. */
      found?: { on: string; origins: string[]; object: { url: string; title?: string | undefined }; to?: string };
    };

/** One definition of the person's own. */
export interface OwnLine {
  id: string;
  host: string;
  kinds: Kind[];
}

export interface PopupState {
  consent: boolean;
  paused: boolean;
  today: number;
  week: number;
  here: SiteState;
  /** The page in this tab says that its site recognises contributions. */
  recognises: boolean;
  last: Entry[];
}

/** Where backups go. */
export type BackupTarget =
  | { kind: 'webdav'; url: string; user: string; password: string }
  /** The browser's downloads folder. */
  | { kind: 'downloads' };

export interface BackupPlan {
  target: BackupTarget;
  every: 'day' | 'week';
  passphrase: string;
}

export interface BackupState {
  plan: { target: { kind: 'webdav'; url: string; user: string } | { kind: 'downloads' }; every: 'day' | 'week' } | null;
  /** A run is under way: entries written, of how many. */
  running?: { done: number; of: number };
  /** A run was begun and has not come to its end. */
  unfinished: boolean;
  /** When the last run ended, and how: `problem` is a `PlaceProblem` or `failed`. `failures`: how many in a row. */
  last?: { at: string; failures: number; bytes?: number; problem?: string };
  next?: string;
}

/** What became of the rows of one chunk of a backup (lib/backup/merge.ts). */
export interface MergeOutcome {
  added: number;
  known: number;
  forgotten: number;
  beside: number;
  refused: { id: string; why: string }[];
  unlike: { id: string; account: string; host: string; size: number; here: number }[];
}

/** A local time that comes once a week. */
export interface WeekHour {
  /** 0 is Sunday. */
  day: number;
  /** 0 to 23. */
  hour: number;
}

/** Pages that no definition describes: on or off, and what is left out. */
export interface GenericChoice {
  on: boolean;
  not: ('like' | 'upvote' | 'helpful' | 'bookmark' | 'follow')[];
}

export interface Overview {
  consent: boolean;
  paused: boolean;
  notice: WeekHour | null;
  generic: GenericChoice;
  /** Every site that a definition names by host, and every self-hosted one that was ever switched on. */
  sites: Exclude<SiteState, { state: 'unknown' }>[];
}

const empty = z.strictObject({});
const shortText = z.string().max(512);
const month = z.string().regex(/^\d{4}-\d\d$/);
const decimal = z.string().regex(/^-?\d{1,30}(\.\d{1,12})?$/);
const controlState = z.enum(['on', 'off']).nullable();
const readings = z.record(z.string().max(64), z.union([shortText, z.array(shortText).max(64)]));
const outcome = z.strictObject({ states: z.record(z.string().max(64), controlState), made: readings.optional() });
const gesture = z.strictObject({
  id: z.string().max(64),
  at: z.number(),
  type: z.enum(['click', 'key', 'submit']),
  url: z.string().max(4096),
  zone: z.int().min(-1440).max(1440),
  controls: z.array(z.strictObject({ action: z.string().max(64), state: controlState })).max(32),
  page: readings,
  account: z.string().max(256),
  signedOut: z.boolean(),
  private: z.boolean(),
  effort: z.strictObject({ seconds: z.int().nonnegative(), words: z.int().nonnegative() }).optional(),
});

const watcherInputs = {
  page: z.strictObject({ url: z.string().max(4096), signals: z.array(z.string().max(64)).max(256).optional() }),
  leaving: z.strictObject({ gesture }),
  unclaimed: z.strictObject({ site: z.string().max(64), gesture, outcome }),
  pressed: z.strictObject({ url: z.string().max(4096), pressed: pressedSchema }),
} satisfies Record<keyof WatcherMessages, z.ZodType>;

const list = z.strictObject({ id: z.string().max(64) });
const listPeriod = z.enum(['day', 'week', 'month']);

const teachChoice = z.strictObject({ kind: z.enum(kinds), tookBack: z.boolean().optional() });

const pageInputs = {
  popup: z.strictObject({ tab: z.int(), url: z.string().max(8192) }),
  overview: empty,
  consent: z.strictObject({ given: z.boolean() }),
  pause: z.strictObject({ paused: z.boolean() }),
  sites: empty,
  listLook: z.strictObject({ address: z.string().max(4096) }),
  listSubscribe: z.strictObject({
    url: z.string().max(2048),
    key: z.string().max(128),
    digest: z.string().max(64),
    every: listPeriod.nullable(),
  }),
  listUpdate: list,
  listBack: list,
  listChoose: z.strictObject({
    id: z.string().max(64),
    every: listPeriod.nullable().optional(),
    pinned: z.boolean().optional(),
  }),
  listRemove: list,
  teachBegin: z.strictObject({ tab: z.int(), url: z.string().max(8192) }),
  teachAgain: empty,
  teach: teachChoice,
  teachSave: teachChoice,
  teachEnd: empty,
  own: empty,
  ownImport: z.strictObject({ text: z.string().max(4_000_000) }),
  ownRemove: list,
  switchSite: z.strictObject({ site: z.string().max(64), host: z.string().max(255), on: z.boolean() }),
  notice: z.strictObject({
    when: z.strictObject({ day: z.int().min(0).max(6), hour: z.int().min(0).max(23) }).nullable(),
  }),
  generic: z.strictObject({
    on: z.boolean(),
    not: z.array(z.enum(['like', 'upvote', 'helpful', 'bookmark', 'follow'])).max(5),
  }),
  forget: z.strictObject({ id: z.string().max(64) }),
  hiding: empty,
  returned: z.strictObject({ what: returnedSchema }),
  unreturned: z.strictObject({ id: z.string().max(64) }),
  ownRates: z.strictObject({ layers: z.array(ownRatesSchema.omit({ revision: true })).max(1000) }),
  rateCard: z.strictObject({ text: z.string().max(4_000_000), from: z.iso.date() }),
  closeMonth: z.strictObject({
    closing: z.strictObject({
      month,
      card: z.string().max(32),
      own: z.int().nonnegative(),
      exchange: z.string().max(32),
      totals: z.record(
        z.string().max(32),
        z.strictObject({ currency: z.string().max(8), low: decimal, mid: decimal, high: decimal }).nullable(),
      ),
    }),
    card: z.string().max(4_000_000),
    exchange: z.strictObject({
      date: z.iso.date(),
      base: z.string().length(3),
      source: shortText,
      url: shortText.optional(),
      checked: z.enum(['seen-primary', 'seen-secondary', 'own']),
      perBase: z.record(z.string().length(3), decimal),
    }),
  }),
  reopenMonth: z.strictObject({ month }),
  forgetEverything: z.strictObject({ sure: z.literal(true) }),
  claims: z.strictObject({ wish: claimWishSchema }),
  backup: empty,
  backupPlan: z.strictObject({
    plan: z.strictObject({
      target: z.discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('webdav'),
          url: z.url().max(2048),
          user: z.string().max(512),
          password: z.string().max(1024),
        }),
        z.strictObject({ kind: z.literal('downloads') }),
      ]),
      every: z.enum(['day', 'week']),
      passphrase: z.string().min(10).max(1024),
    }),
  }),
  backupNow: empty,
  backupStop: empty,
  backupEnd: empty,
  // Judged in full by lib/backup, row by row.
  merge: z.strictObject({ content: z.unknown() }),
  selfCheck: empty,
} satisfies Record<keyof PageMessages, z.ZodType>;

type Parsed<Messages extends { [Name in keyof Messages]: { input: unknown } }> = {
  [Name in keyof Messages]: { name: Name; input: Messages[Name]['input'] };
}[keyof Messages];

function parseWith<Messages extends { [Name in keyof Messages]: { input: unknown } }>(
  inputs: Record<string, z.ZodType>,
  message: unknown,
): Parsed<Messages> | null {
  if (typeof message !== 'object' || message === null) return null;
  const { name, input } = message as { name?: unknown; input?: unknown };
  if (typeof name !== 'string' || !Object.hasOwn(inputs, name)) return null;
  const parsed = inputs[name]?.safeParse(input);
  return parsed?.success ? ({ name, input: parsed.data } as Parsed<Messages>) : null;
}

/** Reads a message that claims to come from a watcher; null for anything that is not exactly one. */
export const parseFromWatcher = (message: unknown) => parseWith<WatcherMessages>(watcherInputs, message);

/** Reads a message that claims to come from one of the extension's own pages; null for anything else. */
export const parseFromPage = (message: unknown) => parseWith<PageMessages>(pageInputs, message);

/** Reads a watcher's answer to `gesture`; null for anything that is not exactly one. */
export const parseGesture = (answer: unknown): Gesture | null =>
  (gesture.safeParse(answer).data as Gesture | undefined) ?? null;

/** Reads a watcher's answer to `outcome`; null for anything that is not exactly one. */
export const parseOutcome = (answer: unknown): Outcome | null =>
  (outcome.safeParse(answer).data as Outcome | undefined) ?? null;
