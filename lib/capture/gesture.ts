import type { Control, Item, Made, Read, Signal } from '../sites/schema.ts';

/**
 * What the watcher gets to know of a site: the selectors of that one site and nothing else (no requests, no other
 * sites). Made by `profileOf` from the definition.
 */
export interface Profile {
  site: string;
  version: number;
  account?: { name: Read[]; signedOut?: string };
  items: Item[];
  page: Record<string, Read | Read[]>;
  composers: string[];
  private: { paths: string[]; within: string[] };
  controls: ProfileControl[];
  /** Actions whose created item can be watched for, by action id. */
  made: Record<string, Pick<Made, 'appears' | 'read'>>;
}

export interface ProfileControl extends Control {
  action: string;
}

/** State of a control: done, not done, or unknown (it has no state, or is gone). */
export type ControlState = 'on' | 'off' | null;

/** One trusted act of the person, snapped in the page at the moment it happened. Holds no text that was typed. */
export interface Gesture {
  /** Random, unique in the browser session. */
  id: string;
  /** Milliseconds since the epoch. */
  at: number;
  type: 'click' | 'key' | 'submit';
  /** URL of the frame's document then. */
  url: string;
  /** Minutes east of UTC, then and there. */
  zone: number;
  /** Known controls that it hit, with their state before the press. */
  controls: { action: string; state: ControlState }[];
  /** What the definition reads from item and page: texts and lists of texts, each cut at 512 characters. */
  page: Record<string, string | string[]>;
  /** Account name read from the page; empty where nobody is known. */
  account: string;
  signedOut: boolean;
  /** Inside a region or path of private messages: never leads to anything. */
  private: boolean;
  /** Active seconds and words in the composer that this gesture closes. */
  effort?: { seconds: number; words: number };
}

/** The page's answer to "did it take?" for one gesture. */
export interface Outcome {
  /** State of each asked action's control after the answer, watched for at most three seconds. */
  states: Record<string, ControlState>;
  /** What was read from the created item, if one appeared: `{}` where it appeared and nothing is to be read. */
  made?: Record<string, string | string[]>;
}

/** Marks that identify self-hosted software, tried by the watcher on hosts that no definition names. */
export interface Probe {
  site: string;
  signals: Signal[];
}
