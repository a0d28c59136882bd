import { defineSite } from '../define.ts';
import type { Action, RequestRule, Value } from '../schema.ts';

/** Gerrit code review, on any host: its own documented REST API, spoken by its own page. */

const change = (path: string, method: RequestRule['method'] = 'POST'): RequestRule => ({
  method,
  url: `*/changes/:change/${path}`,
});
const shown: Value = { from: '/page/url', via: [{ match: '^(https?://[^?#]+/c/[^?#]+/\\+/\\d+)' }] };
/** `project~number` in requests. */
const number: Value = { from: '/url/change', via: [{ match: '(?:^|~)(\\d+)$' }] };
const onChange: Pick<Action, 'take' | 'object'> = {
  take: { shown, number },
  object: { url: ['{shown}', '{origin}/{number}'], id: '{number}', title: '/page/title' },
};
const label: Value = {
  from: ['/json/labels/Code-Review', '/json/labels/Verified', '/json/labels/Bot-Commit'],
  via: [{ map: { '2': 'approve', '1': 'approve', '0': 'comment', '-1': 'request-changes', '-2': 'request-changes' } }],
};
const moderation = (act: string, request: Action['request']): Action => ({
  id: act,
  kind: 'moderation',
  request,
  ...onChange,
  detail: { act: { text: act } },
});

export default defineSite({
  id: 'gerrit',
  name: 'Gerrit',
  version: 1,
  group: 'knowledge',
  confidence: 'medium',
  hosts: [
    'gerrit.wikimedia.org',
    'review.opendev.org',
    'go-review.googlesource.com',
    'chromium-review.googlesource.com',
    'android-review.googlesource.com',
  ],
  signals: [
    { select: 'gr-app' },
    { select: 'meta[name="description"]', attr: 'content', matches: '^Gerrit Code Review' },
  ],
  page: { title: { of: 'page', select: 'title', match: '^(.+?) (?:\\(I[0-9a-f]+\\) )?·' } },
  actions: [
    {
      id: 'review',
      kind: 'code-review',
      // Words without a judgement.
      becomes: [
        {
          where: [
            { at: label, not: ['approve', 'request-changes'] },
            { at: '/json/message', present: true },
          ],
          kind: 'comment',
        },
      ],
      request: change('revisions/:revision/review'),
      ...onChange,
      // Changes who is to be asked, and nothing else.
      draft: [
        { at: '/json/drafts', present: false },
        { at: label, present: false },
        { at: '/json/message', present: false },
      ],
      detail: { act: label },
    },
    moderation('submit', [change('submit'), change('revisions/:revision/submit')]),
    moderation('abandon', change('abandon')),
    moderation('restore', change('restore')),
    moderation('rebase', [change('rebase'), change('revisions/:revision/rebase')]),
    moderation('revert', change('revert')),
    { id: 'edit-message', kind: 'edit', request: change('message', 'PUT'), ...onChange },
    {
      id: 'publish-edit',
      kind: 'edit',
      request: change('edit:publish'),
      ...onChange,
      detail: { act: { text: 'publish' } },
    },
    {
      id: 'delete-vote',
      kind: 'code-review',
      undo: true,
      undoes: ['review'],
      request: [
        change('reviewers/:reviewer/votes/:label', 'DELETE'),
        change('revisions/:revision/reviewers/:reviewer/votes/:label', 'DELETE'),
      ],
      ...onChange,
    },
    ...[false, true].map(
      (undo): Action => ({
        id: undo ? 'unstar' : 'star',
        kind: 'bookmark',
        undo,
        request: { method: undo ? 'DELETE' : 'PUT', url: '*/accounts/self/starred.changes/:change' },
        ...onChange,
      }),
    ),
  ],
  unseen: [
    'Comments that are not sent yet, on purpose.',
    'Who you are, and who wrote a change: the page keeps both in places that do not last.',
    'What you push; reviewers, topics and hashtags.',
    'Whose vote was deleted.',
  ],
  sources: ['Gerrit REST API documentation (changes, accounts); PolyGerrit gr-rest-api (2019-2026)'],
});
