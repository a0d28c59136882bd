import { z } from 'zod';
import { kinds } from '../ledger/entry.ts';
import { isSafePattern, unsafePattern } from './safe-pattern.ts';

/**
 * The language in which a site is described. A definition is serialisable data: no functions, so that it can be
 * signed, compared, shared and mended without a release. The schema is checked at build time, in tests, and for
 * every definition that did not come with the extension.
 *
 * A request is first turned into one tree of *facts* (see `facts.ts`), and everything a definition says about it is
 * a JSON Pointer (RFC 6901) into that tree:
 *
 *     { method, host, path, url: {named groups of the URLPattern}, query: {…}, form: {…}, json: …, item: …,
 *       page: {what the watcher snapped at the gesture}, made: {…} }
 */

const name = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/)
  .max(64);
const pointer = z
  .string()
  .regex(/^(\/([^~/]|~0|~1)*)+$/)
  .max(256);
const selector = z.string().min(1).max(1024);
const template = z.string().min(1).max(1024);
/** Regular expressions of definitions stay short and are run on short strings only (see `steps.ts`). */
const pattern = z.string().min(1).max(256).refine(isSafePattern, unsafePattern);

/** Named steps that turn one value into another. A value that a step cannot read becomes absent. */
export const stepSchema = z.union([
  /** base64 or base64url, padding optional, to text. `percent`: percent-decoding. `json`: text to a tree. `words`: text to a list. */
  z.enum(['base64', 'percent', 'json', 'lower', 'trim', 'words', 'last-path-segment', 'shortcode']),
  /** First capture group of a regular expression; absent where it does not match. */
  z.strictObject({ match: pattern }),
  /** Exact replacement; absent where the key is missing and there is no `else`. */
  z.strictObject({ map: z.record(z.string(), z.string()), else: z.string().optional() }),
  /** Every occurrence of the first text becomes the second: `['_', ' ']`. */
  z.strictObject({ replace: z.tuple([z.string().min(1).max(16), z.string().max(16)]) }),
  /** Field of a protocol buffer in (url-safe, percent-encoded) base64: path of field numbers to a string or varint. */
  z.strictObject({ protobuf: z.array(z.int().positive()).min(1).max(8) }),
  /** Go on inside the value reached so far. */
  z.strictObject({ at: pointer }),
  /** Put text around the value: `{}` stands for it. */
  z.strictObject({ format: template }),
]);

/** Where a value comes from: one pointer, or the first of several that is there, then steps. */
export const valueSchema = z.union([
  pointer,
  z.strictObject({
    from: z.union([pointer, z.array(pointer).min(1).max(8)]),
    via: z.array(stepSchema).max(8).optional(),
  }),
  /** A fixed text. */
  z.strictObject({ text: z.string() }),
]);

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** One test on one value. Exactly one of the words must be given. Numbers and texts compare as texts. */
export const testSchema = z.union([
  z.strictObject({ at: valueSchema, is: z.union([scalar, z.array(scalar).min(1)]) }),
  z.strictObject({ at: valueSchema, not: z.union([scalar, z.array(scalar).min(1)]) }),
  z.strictObject({ at: valueSchema, matches: pattern }),
  z.strictObject({ at: valueSchema, present: z.boolean() }),
  /** Both are there and say the same: the author of the item is the account. */
  z.strictObject({ at: valueSchema, same: valueSchema }),
  z.strictObject({
    any: z
      .array(
        z.strictObject({
          at: valueSchema,
          is: z.union([scalar, z.array(scalar).min(1)]).optional(),
          matches: pattern.optional(),
          present: z.boolean().optional(),
        }),
      )
      .min(1),
  }),
]);

/** All of these must hold. */
export const whereSchema = z.array(testSchema).min(1).max(16);

/**
 * How a body becomes facts, in order. Without steps the content type decides: forms (urlencoded or multipart) go to
 * `/form`, anything that parses as JSON to `/json`.
 */
export const decodeSchema = z.union([
  z.enum(['form', 'json']),
  /** The text at this pointer is JSON: put the tree in its place (JSON in a form field, JSON in JSON). */
  z.strictObject({ json: pointer }),
  /** The array at this pointer holds several operations: each is matched by itself and stands at `/item`. */
  z.strictObject({ each: pointer }),
  /** Form fields that are numbered after this prefix (`vote.0.id`, `vote.0.choice`, `vote.1.id`) are several operations: `/item/id`. */
  z.strictObject({ numbered: z.string().min(1).max(64) }),
]);

export const requestSchema = z.strictObject({
  /** `POST` unless given. */
  method: z
    .union([
      z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
      z.array(z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])).min(1),
    ])
    .optional(),
  /**
   * URLPattern: a path (`/posts/:id/vote/2`) on any host of the site, or with a host of its own
   * (`https://caps.x.com/v2/…`). For software, `*` in front allows installation below a path. Queries are
   * tested in `where`, because their order is not fixed.
   */
  url: z.union([template, z.array(template).min(1)]),
  decode: z.array(decodeSchema).max(6).optional(),
  where: whereSchema.optional(),
});

/** How the watcher reads one text from the page: an element near the gesture, then an attribute or its text. */
export const readSchema = z.strictObject({
  /** Looked up from the item (or the document if `of` is `page`); the item itself where it is missing. */
  select: selector.optional(),
  of: z.enum(['item', 'page', 'control']).optional(),
  /** Attribute or, for `href` and `src`, the resolved URL. Text content where missing. */
  attr: z.string().max(64).optional(),
  /** First capture group. */
  match: pattern.optional(),
  /** All matches as a list (topics). */
  all: z.boolean().optional(),
});
const reads = z.union([readSchema, z.array(readSchema).min(1).max(6)]);

export const controlSchema = z.strictObject({
  /** What is pressed; matched along `composedPath()`, so it reaches into open shadow roots. */
  select: selector,
  /**
   * The same control once the act is done: the watcher re-queries `select` in the item (pages replace nodes) and
   * tests this selector on it. Absent: this control has no state (a submit button).
   */
  on: selector.optional(),
  /** Where in the document the state shows if not on the control: looked up in the item. */
  shows: selector.optional(),
  /** Submitting this form or pressing Enter in it is pressing the control. */
  submits: z.boolean().optional(),
  /** Record gesture and flip alone (`seen`) when no request of this action was read. */
  alone: z.boolean().optional(),
});

export const madeSchema = z.strictObject({
  /** URLPattern of the redirect's Location; its groups stand under `/made`. */
  location: template.optional(),
  /**
   * A new element matching this appears in the document: proof that the item was created. `{account}` stands for the
   * person's own name, where things of others can appear at the same time.
   */
  appears: selector.optional(),
  /** What is read from the new element, under `/made`. */
  read: z.record(z.string(), reads).optional(),
  url: z.union([template, z.array(template).min(1)]).optional(),
  id: template.optional(),
});

export const actionSchema = z.strictObject({
  /** Unique in the site, for cases, health and words on screen: `like-comment`. */
  id: name,
  kind: z.enum(kinds),
  /** Another kind while these hold, the first wins: an edit of a talk page is a comment. The page may be asked here. */
  becomes: z
    .array(z.strictObject({ where: whereSchema, kind: z.enum(kinds) }))
    .min(1)
    .optional(),
  request: z.union([requestSchema, z.array(requestSchema).min(1)]).optional(),
  control: z.union([controlSchema, z.array(controlSchema).min(1)]).optional(),
  /** The site sends this request unasked: count it only if the known control was pressed. */
  demand: z.boolean().optional(),
  /** Names for the templates below. */
  take: z.record(z.string(), valueSchema).optional(),
  /**
   * Id of the item as the request names it. Where the item around the gesture has another `id`, it is another item
   * (a keyboard, a menu at the end of the page): nothing that was read from it is believed then.
   */
  target: valueSchema.optional(),
  /** Templates are tried in order; the first whose names are all known wins: `https://x.com/i/status/{id}`. */
  object: z.strictObject({
    url: z.union([template, z.array(template).min(1)]),
    id: template.optional(),
    title: valueSchema.optional(),
  }),
  to: z.strictObject({ name: valueSchema, url: z.union([template, z.array(template).min(1)]).optional() }).optional(),
  made: madeSchema.optional(),
  detail: z
    .strictObject({
      reaction: valueSchema.optional(),
      vote: valueSchema.optional(),
      rating: valueSchema.optional(),
      act: valueSchema.optional(),
    })
    .optional(),
  topics: valueSchema.optional(),
  /** The act takes an earlier one back: always, when the tests hold, or as the control's state before the press tells. */
  undo: z.union([z.boolean(), whereSchema, z.literal('toggle')]).optional(),
  /** Counted beside an earlier action that the same request already matched ("comment and close"). */
  also: z.boolean().optional(),
  /** The undo may belong to any of these actions (a shared "remove" endpoint); the ledger takes the one that stands. */
  undoes: z.array(name).optional(),
  /** A change to the person's own item: recorded as a revision, never counted twice. */
  edit: z.union([z.boolean(), whereSchema]).optional(),
  /** Nothing is recorded while these hold: drafts, previews, private messages. */
  draft: whereSchema.optional(),
  private: whereSchema.optional(),
  limited: whereSchema.optional(),
  /**
   * How the site says no. `status`: the HTTP status is the truth. `hidden`: a 2xx can still be a refusal, only the flip or the
   * created item confirms. `redirect`: success is a redirect, a 200 shows the form again.
   */
  refusal: z.enum(['status', 'hidden', 'redirect']).optional(),
  /** Redirects that are refusals although they are redirects (login page): URLPatterns of Location. */
  refusedAt: z.array(template).optional(),
  /** Milliseconds between gesture and request that still belong together, where the site batches or delays. */
  within: z.int().min(500).max(60000).optional(),
  confidence: z.enum(['high', 'medium', 'low']).optional(),
});

export const itemSchema = z.strictObject({
  /** Container of one item: the nearest ancestor of what was pressed, through shadow roots. */
  select: selector,
  /** Under `/page`: url, id, title, author, authorUrl, topics, or the definition's own names. */
  read: z.record(z.string(), reads),
});

export const signalSchema = z.union([
  z.strictObject({ select: selector }),
  /** A cookie name or a global would need more rights: marks in the document are enough. */
  z.strictObject({ select: selector, attr: z.string().max(64), matches: pattern }),
]);

export const siteSchema = z
  .strictObject({
    id: name,
    name: z.string().min(1).max(64),
    /** Raised with every change of meaning; entries name it (`x@3`). */
    version: z.int().positive(),
    group: z.enum(['social', 'knowledge', 'community', 'reviews', 'work', 'demo']),
    confidence: z.enum(['high', 'medium', 'low']),
    /** Hosts of its pages: `x.com`, `*.stackexchange.com`. */
    hosts: z
      .array(z.string().regex(/^(\*\.)?[a-z0-9.-]+$/))
      .min(1)
      .optional(),
    /** Further hosts that only receive requests. */
    apiHosts: z.array(z.string().regex(/^(\*\.)?[a-z0-9.-]+$/)).optional(),
    /** Software that anyone can host: any one of these marks in a page identifies it. */
    signals: z.array(signalSchema).min(1).optional(),
    /**
     * Stands in pages of others (a shop's reviews, comments below a post) and is known there by its `signals`: the acts
     * belong to the page's host, wherever the requests go. It goes before the software that the page itself is of.
     */
    embedded: z.boolean().optional(),
    /** Where pages of this kind match `hosts` of another definition as well (old and new layout): what tells them apart. */
    only: z.array(signalSchema).optional(),
    account: z
      .strictObject({
        name: reads,
        /** Profile URL; `{account}` is the name read, and the page may be asked (`{page.base}`). */
        url: z.union([template, z.array(template).min(1)]),
        /** Something that is only there while nobody is signed in: nothing is recorded then. */
        signedOut: selector.optional(),
        /** Visitors without an account can contribute too (a wiki's anonymous edit). */
        anonymous: z.boolean().optional(),
      })
      .optional(),
    /** Contexts, tried in order; `page` reads stand for gestures outside any item. */
    items: z.array(itemSchema).optional(),
    page: z.record(z.string(), reads).optional(),
    /** Fields in which effort is measured (seconds and words, never text). */
    composers: z.array(selector).optional(),
    /** Never watched: paths (URLPattern) and regions of private messages. */
    private: z.strictObject({ paths: z.array(template).optional(), within: z.array(selector).optional() }).optional(),
    actions: z.array(actionSchema).min(1),
    /** What this definition deliberately or unavoidably does not see, in plain words for the Sites screen. */
    unseen: z.array(z.string()).optional(),
    /** Where the facts come from. */
    sources: z.array(z.string()).min(1),
  })
  .refine((site) => site.hosts || site.signals, 'a site needs hosts or signals')
  .refine(
    (site) => new Set(site.actions.map((action) => action.id)).size === site.actions.length,
    'action ids must be unique',
  )
  .refine(
    (site) => site.actions.every((action) => action.request || action.control),
    'an action needs a request or a control',
  );

export type Step = z.infer<typeof stepSchema>;
export type Value = z.infer<typeof valueSchema>;
export type Test = z.infer<typeof testSchema>;
export type Decode = z.infer<typeof decodeSchema>;
export type RequestRule = z.infer<typeof requestSchema>;
export type Read = z.infer<typeof readSchema>;
export type Control = z.infer<typeof controlSchema>;
export type Made = z.infer<typeof madeSchema>;
export type Action = z.infer<typeof actionSchema>;
export type Item = z.infer<typeof itemSchema>;
export type Signal = z.infer<typeof signalSchema>;
export type Site = z.infer<typeof siteSchema>;
