import type { Gesture, Outcome } from '../../../lib/capture/gesture.ts';
import type { Begun } from '../../../lib/capture/pending.ts';
import { compile, match } from '../../../lib/sites/engine.ts';
import type { Site } from '../../../lib/sites/schema.ts';

/** A small site with one action of each sort of answer. */
export const meadow: Site = {
  id: 'meadow',
  name: 'Meadow',
  version: 1,
  group: 'demo',
  confidence: 'high',
  hosts: ['meadow.example'],
  account: { name: { of: 'page', select: '.me' }, url: '{origin}/@{account}', signedOut: '.sign-in' },
  items: [
    {
      select: '.item',
      read: {
        id: { attr: 'data-id' },
        url: { select: 'a.link', attr: 'href' },
        author: { select: '.author' },
        topics: { select: '.tag', all: true },
      },
    },
  ],
  page: { title: { select: 'h1' } },
  composers: ['textarea', '[contenteditable]'],
  private: { paths: ['/messages/*'], within: ['.private'] },
  actions: [
    {
      id: 'like',
      kind: 'like',
      request: { url: '/items/:id/like' },
      control: { select: '.like', on: '.on' },
      target: '/url/id',
      object: { url: 'https://meadow.example/items/{url.id}', id: '{url.id}' },
    },
    {
      id: 'unlike',
      kind: 'like',
      undo: true,
      request: { url: '/items/:id/unlike' },
      control: { select: '.like', on: '.on' },
      target: '/url/id',
      object: { url: 'https://meadow.example/items/{url.id}', id: '{url.id}' },
    },
    {
      id: 'vote',
      kind: 'vote',
      request: { url: '/items/:id/vote' },
      control: { select: '.vote', on: '.on' },
      object: { url: 'https://meadow.example/items/{url.id}', id: '{url.id}' },
      refusal: 'hidden',
    },
    {
      id: 'bookmark',
      kind: 'bookmark',
      request: { url: '/items/:id/bookmark' },
      control: { select: '.bookmark', on: '.on', alone: true },
      undo: 'toggle',
      object: { url: ['{page.url}'], id: '{page.id}' },
    },
    {
      id: 'comment',
      kind: 'comment',
      request: { url: '/items/:id/comments' },
      control: { select: 'form.reply', submits: true },
      object: { url: 'https://meadow.example/items/{url.id}', id: '{url.id}' },
      made: { location: '/items/:item#:id', appears: '.comment', read: { id: { attr: 'data-id' } }, id: '{made.id}' },
      refusal: 'redirect',
      refusedAt: ['/login'],
    },
    {
      id: 'close',
      kind: 'moderation',
      also: true,
      request: { url: '/items/:id/comments', where: [{ at: '/form/close', is: '1' }] },
      object: { url: 'https://meadow.example/items/{url.id}', id: '{url.id}' },
      detail: { act: { text: 'close' } },
    },
  ],
  sources: ['made up for these tests'],
};

export const index = compile([meadow]);

export const t0 = Date.UTC(2026, 10, 21, 12, 0, 0);

export function aGesture(over: Partial<Gesture> = {}): Gesture {
  return {
    id: 'gesture-1',
    at: t0,
    type: 'click',
    url: 'https://meadow.example/feed',
    zone: 60,
    controls: [{ action: 'like', state: 'off' }],
    page: { id: '7', url: 'https://meadow.example/items/7', author: 'Ada' },
    account: 'me',
    signedOut: false,
    private: false,
    ...over,
  };
}

export function aRequest(path: string, over: Partial<Begun> & { form?: Record<string, string[]> } = {}): Begun {
  const { form, ...rest } = over;
  return {
    id: 'request-1',
    tab: 3,
    frame: 0,
    startedAt: t0 + 20,
    unloads: false,
    matches: match(index, {
      method: 'POST',
      url: `https://meadow.example${path}`,
      ...(form ? { formData: form } : {}),
    }),
    ...rest,
  };
}

export const flipped: Outcome = { states: { like: 'on' } };
