import type { Entry } from '../ledger/entry.ts';

/**
 * What a case is about. Every site has at least one of each, or says in its cases file why it cannot
 * (`tests/unit/sites.meta.test.ts`).
 */
export const caseAbouts = [
  'do',
  'undo',
  'edit',
  'switch',
  'refusal',
  'draft',
  'look-alike',
  'private',
  'signed-out',
  'synthetic',
  'double',
  'keyboard',
  'layout',
] as const;

/** A recorded request, as the page sends it. Exactly one of the body words, or none. */
export interface RecordedRequest {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Absolute, or a path on the page's own origin. */
  url: string;
  /** `application/x-www-form-urlencoded`. */
  form?: Record<string, string>;
  /** `multipart/form-data`. */
  multipart?: Record<string, string>;
  json?: unknown;
  /** Raw text with its content type (`text/plain;charset=UTF-8` by default). */
  text?: string;
  contentType?: string;
  /** `fetch` unless given. `navigate`: a real form post or link that unloads the page. */
  by?: 'fetch' | 'xhr' | 'beacon' | 'navigate';
  /** Milliseconds after the gesture; 0 unless given. */
  after?: number;
  /** What the server answers; 200 with an empty body unless given. `location` makes it a redirect. */
  answer?: { status?: number; location?: string; type?: string; body?: string };
}

/** A change the page makes to itself. */
export interface PageChange {
  /** Set or (null) remove attributes, or change the text or the markup of every match; `>>>` steps into an open shadow root. */
  select: string;
  set?: Record<string, string | null>;
  html?: string;
  append?: string;
  remove?: true;
}

/** What the person (or, for `synthetic`, the page) does. */
export type CaseAct =
  | { click: string }
  /** Types real keys into a field, then goes on with the next act. */
  | { type: string; text: string }
  /** Focuses the element (the body where missing) and presses keys, Playwright's names: `Control+Enter`, `l`. */
  | { press: string; in?: string }
  /** The page itself dispatches an untrusted click. */
  | { synthetic: string }
  /** Nothing: the page acts alone. */
  | { nothing: true }
  | { wait: number };

/** Fields that the stored entry must have; nested objects are compared by their given members. */
export type ExpectedEntry = Pick<Entry, 'kind'> & {
  object?: Partial<Entry['object']>;
  made?: Partial<NonNullable<Entry['made']>>;
  /** null: to nobody in particular. */
  to?: Partial<NonNullable<Entry['to']>> | null;
  detail?: Entry['detail'];
  account?: string;
  undo?: true;
  revises?: true;
  audience?: Entry['audience'];
  topics?: string[];
  level?: Entry['evidence']['level'];
};

export interface SiteCase {
  /** A sentence of behaviour: "likes a post from the timeline". */
  name: string;
  about: (typeof caseAbouts)[number];
  page: {
    url: string;
    /** Body markup, stripped of personal data. `<template shadowrootmode="open">` makes open shadow roots. */
    html: string;
    /** Markup for the head (meta tags that signals or accounts need). */
    head?: string;
  };
  /** Entries that stand in the ledger before (an undo needs what it undoes): cases by name, played first. */
  after?: string[];
  act: CaseAct[];
  /** What the page sends when the *last* act reaches it (several: in order). */
  sends?: RecordedRequest[];
  /** What the page changes at the gesture, before any answer (optimistic) … */
  shows?: PageChange[];
  /** … and when the last answer is there. */
  then?: PageChange[];
  /** Entries expected in addition to those of `after`; an empty list for everything that must not be recorded. */
  expect: ExpectedEntry[];
  /** Why this case cannot be replayed in a real browser, where it cannot. */
  unitOnly?: string;
}
