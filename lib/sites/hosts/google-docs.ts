import { defineSite } from '../define.ts';
import type { Action, RequestRule, Test } from '../schema.ts';

/**
 * Comments in Google Docs, Sheets, Slides and Drawings. The same request is sent when a document is opened and again
 * and again afterwards, so it counts only right after the button of a comment was pressed.
 */

const kinds = ':app(document|spreadsheets|presentation|drawings)';
const sync: RequestRule = {
  url: [`/${kinds}/d/:doc/docos/p/sync`, `/${kinds}/u/:user/d/:doc/docos/p/sync`],
};
const limited: Test[] = [{ at: { text: 'members' }, is: 'members' }];
const button = '.docos-input-post:not([aria-disabled="true"], .jfk-button-disabled)';
const onDocument: Pick<Action, 'object' | 'to' | 'limited' | 'within' | 'demand'> = {
  object: {
    url: 'https://docs.google.com/{url.app}/d/{url.doc}/edit',
    id: '{url.doc}',
    title: '/page/title',
  },
  to: { name: { text: '' } },
  limited,
  demand: true,
  within: 8000,
};

export default defineSite({
  id: 'google-docs',
  name: 'Google Docs comments',
  version: 1,
  group: 'work',
  confidence: 'medium',
  hosts: ['docs.google.com'],
  page: { title: { of: 'page', select: '.docs-title-input', attr: 'value' } },
  composers: ['.docos-input-contenteditable', '.docos-input-textarea'],
  actions: [
    {
      id: 'comment',
      kind: 'comment',
      request: sync,
      control: { select: button },
      ...onDocument,
    },
  ],
  unseen: [
    'Comments that are sent with Ctrl+Enter, edits, deleted comments, reactions, suggestions and settled discussions.',
    'What you write in documents: every few letters are sent by themselves.',
    'Which comment it is, and who you are.',
    'Documents in the preview of Drive. Whether a document can be read by everybody: every entry counts as limited.',
  ],
  sources: [
    'notes on docos/p/sync from captured traffic (2025-2026); markup of the comment boxes in extensions (2013-2026)',
  ],
});
