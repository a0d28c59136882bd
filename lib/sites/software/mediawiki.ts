import { defineSite } from '../define.ts';
import type { RequestRule, Step, Test, Value } from '../schema.ts';

/**
 * Any MediaWiki: Wikipedia and its sisters by name, every other one by its marks. Three ways of writing exist side
 * by side: the classic form (a redirect means yes, the form again means no), `api.php` (always 200), and links that
 * turn into one of these.
 */

/** A title as it stands in an address: `AT&T's mill` is at `AT%26T%27s_mill`. */
const inAddress: Step[] = [
  { replace: ['%', '%25'] },
  { replace: [' ', '_'] },
  { replace: ['&', '%26'] },
  { replace: ['+', '%2B'] },
  { replace: ['=', '%3D'] },
  { replace: ["'", '%27'] },
];
const inWords: Step[] = [{ replace: ['_', ' '] }];

/** Where requests name the page; parameters of `api.php` may stand in the address or in the body. */
const pageNamed = ['/form/page', '/form/titles', '/query/title', '/form/title', '/query/titles', '/url/title'];
const named = (from: string[], via: Step[]): Value => ({ from, via });

const takeTitle = (from = pageNamed) => ({
  title: named(from, inAddress),
  name: named(from, [{ replace: [' ', '_'] }]),
  /** Wikimedia's layout, which most others follow: scripts in /w, pages in /wiki. */
  articles: { from: '/url/path', via: [{ map: { '/w': '/wiki/' } }] } satisfies Value,
});

/** The page's address: as the wiki's own links are made, else by the two usual layouts. */
const addressOf = (title: string, name = title) => [
  `{page.base}${title}`,
  `{origin}{articles}${title}`,
  `{origin}{url.path}/index.php?title=${name}`,
  `{origin}/index.php?title=${name}`,
];
const page = {
  url: addressOf('{title}', '{name}'),
  id: '{name}',
  title: named(pageNamed, inWords),
};

/** The classic form and every link that posts: `/w/index.php?title=…&action=…`. */
const script = (where: Test[]): RequestRule => ({
  url: [':path(.*)/index.php', ':path(.*)/index.php/:title(.+)', ':path(.*)/wiki/:title(.+)'],
  where,
});
const queryAction = (is: string | string[]): Test => ({ at: '/query/action', is });

const parameter = (name: string): Value => ({ from: [`/form/${name}`, `/query/${name}`] });
const api = (action: string, ...where: Test[]): RequestRule => ({
  url: ':path(.*)/api.php',
  where: [{ at: parameter('action'), is: action }, ...where],
});

/** A talk page says so itself; tools that write from elsewhere name it in the title. */
const talkPage: Test = {
  any: [
    { at: '/page/talk', present: true },
    { at: named(pageNamed, []), matches: '^(Talk|[A-Z][A-Za-z]+[ _]talk):' },
    { at: '/form/wpSection', is: 'new' },
    { at: '/form/section', is: 'new' },
  ],
};
const commentOnTalkPages = [{ where: [talkPage], kind: 'comment' as const }];

/** Wikibase names what is edited by its id, or as the first part of a statement's. */
const entity = [
  '/form/claim/id',
  '/form/statement',
  '/form/claim',
  '/form/entity',
  '/form/id',
  '/form/toid',
  '/form/to',
];
const inEntity = (pattern: string): Value => named(entity, [{ match: `^(${pattern})(?:\\$|$)` }]);
const takeEntity = {
  ...takeTitle(),
  entity: inEntity('[A-Z]\\d+'),
  item: inEntity('Q\\d+'),
  property: inEntity('P\\d+'),
  lexeme: inEntity('L\\d+'),
  /** There alone do items stand without a prefix. */
  wikidata: { from: '/host', via: [{ match: '^(www\\.wikidata\\.org)$' }] } satisfies Value,
};
const entityPage = {
  url: [
    'https://{wikidata}/wiki/{item}',
    'https://{wikidata}/wiki/Property:{property}',
    'https://{wikidata}/wiki/Lexeme:{lexeme}',
    ...addressOf('Special:EntityPage/{entity}'),
    '{page.url}',
  ],
  id: '{entity}',
};

/** DiscussionTools names a comment by author and time: `c-Ann_Other-20260801093000`. */
const commenter = (from: string[]): Value => ({
  from,
  via: [{ match: '^[ch]-(.+?)-(?:\\d{14}|\\d{4}-\\d\\d-)' }, ...inWords],
});
const toCommenter = (from: string[]) => ({ name: commenter(from), url: '{page.base}User:{commenter}' });

/** Read on every page, whatever was pressed. The base is where the wiki's own special pages are: `…/wiki/`. */
const ofPage = { of: 'page' } as const;
const baseOf = { ...ofPage, attr: 'href', match: '^(https?://.*[/=])[^/=?&#:]+:[^/=?&#]*$' };
const wiki = {
  base: [
    { ...baseOf, select: '#n-recentchanges a, a.menu__item--recentchanges' },
    { ...baseOf, select: '#t-specialpages a, #n-specialpages a, a.menu__item--specialPages' },
    { ...baseOf, select: '#n-randompage a, a.menu__item--random' },
    { ...baseOf, select: '#pt-userpage a, #pt-userpage-2 a, a.menu__item--user' },
    { ...baseOf, select: '#pt-anontalk a, #pt-mytalk a' },
    { ...ofPage, select: 'a[href^="/wiki/"]', attr: 'href', match: '^(https?://[^/]+/wiki/)' },
  ],
  talk: [
    { ...ofPage, select: 'body.ns-talk', attr: 'class', match: 'ns-talk' },
    { ...ofPage, select: '#ca-talk.selected', attr: 'id' },
  ],
  /** The page that a diff or an article shows; a page that does not exist yet has no address without a query. */
  shown: { ...ofPage, select: '[id^="ca-nstab-"].selected a, #ca-talk.selected a', attr: 'href', match: '^([^?]+)$' },
  topics: { ...ofPage, select: '#mw-normal-catlinks li a', all: true },
};
/** Whose revision or log entry a line of a list is about. */
const maker = {
  author: { select: 'a.mw-userlink' },
  authorUrl: { select: 'a.mw-userlink', attr: 'href', match: '^([^?]+)$' },
};
const saved = '.postedit';
const told = '.mw-notification:not(.mw-notification-type-error, .mw-notification-type-warn)';

export default defineSite({
  id: 'mediawiki',
  name: 'MediaWiki',
  version: 1,
  group: 'knowledge',
  confidence: 'high',
  hosts: [
    '*.wikipedia.org',
    '*.wiktionary.org',
    '*.wikibooks.org',
    '*.wikinews.org',
    '*.wikiquote.org',
    '*.wikisource.org',
    '*.wikiversity.org',
    '*.wikivoyage.org',
    '*.wikifunctions.org',
    'commons.wikimedia.org',
    'meta.wikimedia.org',
    'species.wikimedia.org',
    'incubator.wikimedia.org',
    'outreach.wikimedia.org',
    'wikitech.wikimedia.org',
    'www.mediawiki.org',
    'www.wikidata.org',
  ],
  signals: [{ select: 'meta[name="generator"][content^="MediaWiki"]' }, { select: 'body.mediawiki' }],
  account: {
    name: [
      // The Timeless skin calls the link "User page" and says the name above it.
      { ...ofPage, select: '#personal:has(#pt-userpage) h2' },
      { ...ofPage, select: '#pt-userpage-2 a, #pt-userpage a' },
      { ...ofPage, select: 'a.menu__item--user .toggle-list-item__label' },
      { ...ofPage, select: '#pt-tmpuserpage' },
    ],
    url: ['{page.base}User:{account}', '{origin}/wiki/User:{account}'],
    anonymous: true,
  },
  page: wiki,
  items: [
    { select: 'li[data-mw-logid]', read: { id: { attr: 'data-mw-logid' }, ...maker, ...wiki } },
    { select: 'li[data-mw-revid], .mw-changeslist-line', read: { id: { attr: 'data-mw-revid' }, ...maker, ...wiki } },
    {
      select: '.diff-ntitle, .diff-otitle',
      read: {
        id: [
          { select: '[data-revision-id]', attr: 'data-revision-id' },
          { select: 'a[href*="oldid="]', attr: 'href', match: '[?&]oldid=(\\d+)' },
        ],
        ...maker,
        ...wiki,
      },
    },
  ],
  composers: [
    '#wpTextbox1',
    '.ve-ce-documentNode',
    '.ext-discussiontools-ui-replyWidget textarea',
    '.ext-discussiontools-ui-replyWidget [contenteditable="true"]',
  ],
  actions: [
    // ── the classic form: preview and diff press another button and carry no wpSave ──
    {
      id: 'undo-edit',
      kind: 'edit',
      request: script([
        { at: '/form/wpSave', present: true },
        { at: '/form/wpUndidRevision', present: true },
      ]),
      control: { select: '#wpSave', submits: true },
      take: takeTitle(),
      object: page,
      detail: { act: { text: 'undo' } },
      refusal: 'redirect',
    },
    {
      id: 'new-section',
      kind: 'comment',
      request: script([
        { at: '/form/wpSave', present: true },
        { at: { from: ['/form/wpSection', '/query/section'] }, is: 'new' },
      ]),
      control: { select: '#wpSave', submits: true },
      take: takeTitle(),
      object: page,
      made: { location: '*#:section(.+)', url: '{made.location}', id: '{made.section}' },
      refusal: 'redirect',
    },
    {
      id: 'edit',
      kind: 'edit',
      becomes: commentOnTalkPages,
      request: script([
        { at: '/form/wpSave', present: true },
        {
          any: [
            { at: '/form/wpTextbox1', present: true },
            { at: '/form/wpEditToken', present: true },
          ],
        },
      ]),
      control: { select: '#wpSave', submits: true },
      take: takeTitle(),
      object: page,
      refusal: 'redirect',
    },
    // ── the same through api.php: visual editor, mobile editor, gadgets ──
    {
      id: 'undo-edit-api',
      kind: 'edit',
      request: api('edit', { at: '/form/undo', present: true }),
      take: takeTitle(),
      object: page,
      detail: { act: { text: 'undo' } },
      made: { appears: saved },
      refusal: 'hidden',
    },
    {
      id: 'edit-api',
      kind: 'edit',
      becomes: commentOnTalkPages,
      request: [api('visualeditoredit', { at: parameter('paction'), is: 'save' }), api('edit')],
      control: {
        select:
          '.ve-ui-mwSaveDialog .oo-ui-processDialog-actions-primary a, .editor-overlay .save-button, .save-panel button',
      },
      take: takeTitle(),
      object: {
        ...page,
        // Some tools know a page by its number only.
        url: [
          ...page.url,
          '{origin}{url.path}/index.php?curid={form.pageid}',
          '{origin}/index.php?curid={form.pageid}',
        ],
        id: '{name}',
      },
      made: { appears: saved },
      refusal: 'hidden',
    },
    {
      id: 'reply',
      kind: 'comment',
      request: api('discussiontoolsedit', { at: parameter('paction'), is: 'addcomment' }),
      control: { select: '.ext-discussiontools-ui-replyWidget-replyButton', submits: true },
      take: {
        ...takeTitle(),
        comment: { from: ['/form/commentid', '/form/commentname'] },
        commenter: commenter(['/form/commentname']),
      },
      object: { url: addressOf('{title}#{comment}', '{name}#{comment}'), id: '{comment}', title: page.title },
      to: toCommenter(['/form/commentname']),
      made: { appears: '.ext-discussiontools-init-publishedcomment, .ext-discussiontools-init-highlight' },
      refusal: 'hidden',
    },
    {
      id: 'new-topic',
      kind: 'comment',
      request: api('discussiontoolsedit', { at: parameter('paction'), is: 'addtopic' }),
      control: { select: '.ext-discussiontools-ui-replyWidget-replyButton', submits: true },
      take: takeTitle(),
      object: page,
      made: { appears: '.ext-discussiontools-init-publishedcomment, .ext-discussiontools-init-highlight' },
      refusal: 'hidden',
    },
    // ── Wikibase: one press saves labels, descriptions and aliases one after the other, which is one edit ──
    {
      id: 'merge-entities',
      kind: 'edit',
      request: api('wbmergeitems'),
      take: takeEntity,
      object: entityPage,
      to: { name: { text: '' } },
      detail: { act: { text: 'merge' } },
      refusal: 'hidden',
    },
    {
      id: 'create-entity',
      kind: 'post',
      request: api('wbeditentity', { at: '/form/new', present: true }),
      take: takeEntity,
      object: { url: ['{page.base}', '{origin}/'] },
      to: { name: { text: '' } },
      detail: { act: '/form/new' },
      refusal: 'hidden',
    },
    {
      // The address says all; the answer's status is the truth here.
      id: 'edit-entity-rest',
      kind: 'edit',
      request: {
        method: ['POST', 'PUT', 'PATCH', 'DELETE'],
        url: [
          ':path(.*)/rest.php/wikibase/:version/entities/:type(items|properties)/:entity([PQ]\\d+){/*}?',
          ':path(.*)/rest.php/wikibase/:version/statements/:entity([PQ]\\d+[$%].+)',
        ],
      },
      take: {
        ...takeEntity,
        entity: named(['/url/entity'], [{ match: '^([PQ]\\d+)' }]),
        item: named(['/url/entity'], [{ match: '^(Q\\d+)' }]),
        property: named(['/url/entity'], [{ match: '^(P\\d+)' }]),
      },
      object: entityPage,
      to: { name: { text: '' } },
      within: 10_000,
    },
    {
      id: 'edit-entity',
      kind: 'edit',
      request: [
        { ...api('wbsetclaim'), decode: ['form', { json: '/form/claim' }] },
        ...[
          'wbcreateclaim',
          'wbsetclaimvalue',
          'wbremoveclaims',
          'wbsetreference',
          'wbremovereferences',
          'wbsetqualifier',
          'wbremovequalifiers',
          'wbsetlabel',
          'wbsetdescription',
          'wbsetaliases',
          'wbsetsitelink',
          'wbeditentity',
          'wbcreateredirect',
        ].map((action) => api(action)),
      ],
      control: { select: '.wikibase-toolbar-button-save a, .wikibase-toolbar-button-remove a' },
      take: takeEntity,
      object: entityPage,
      to: { name: { text: '' } },
      within: 10_000,
      refusal: 'hidden',
    },
    // ── thanks: the second click, in the question that opens beside the link ──
    {
      id: 'thank',
      kind: 'like',
      request: api('thank', { at: '/form/rev', present: true }),
      control: { select: '.jquery-confirmable-button-yes, a.mw-thanks-thank-link' },
      take: { ...takeTitle(), rev: '/form/rev' },
      target: '/form/rev',
      object: { url: addressOf('Special:Diff/{rev}'), id: '{rev}' },
      detail: { act: { text: 'thank' } },
      refusal: 'hidden',
    },
    {
      id: 'thank-log',
      kind: 'like',
      request: api('thank', { at: '/form/log', present: true }),
      control: { select: '.jquery-confirmable-button-yes, a.mw-thanks-thank-link' },
      take: { ...takeTitle(), log: '/form/log' },
      target: '/form/log',
      object: { url: addressOf('Special:Redirect/logid/{log}'), id: '{log}' },
      detail: { act: { text: 'thank' } },
      refusal: 'hidden',
    },
    {
      id: 'thank-comment',
      kind: 'like',
      request: api('discussiontoolsthank'),
      take: { ...takeTitle(), comment: '/form/commentid', commenter: commenter(['/form/commentid']) },
      object: { url: addressOf('{title}#{comment}', '{name}#{comment}'), id: '{comment}', title: page.title },
      to: toCommenter(['/form/commentid']),
      detail: { act: { text: 'thank' } },
      made: { appears: told },
      refusal: 'hidden',
    },
    // ── following pages and topics ──
    {
      id: 'watch',
      kind: 'bookmark',
      request: [
        // A list of many pages at once is housekeeping, not one bookmark.
        api('watch', { at: { from: ['/form/titles', '/form/title'] }, matches: '^[^|]+$' }),
        script([queryAction(['watch', 'unwatch']), { at: '/form/wpEditToken', present: true }]),
      ],
      control: { select: '#ca-watch a, #ca-unwatch a, a#ca-watch, a#ca-unwatch', on: '#ca-unwatch a, a#ca-unwatch' },
      undo: [
        {
          any: [
            { at: parameter('unwatch'), present: true },
            { at: '/query/action', is: 'unwatch' },
          ],
        },
      ],
      take: takeTitle(),
      object: page,
      refusal: 'hidden',
    },
    {
      id: 'subscribe',
      kind: 'follow',
      request: api('discussiontoolssubscribe'),
      // The script leaves the parameter out where it means no.
      undo: [
        {
          any: [
            { at: '/form/subscribe', present: false },
            { at: '/form/subscribe', is: 'false' },
          ],
        },
      ],
      take: { ...takeTitle(), comment: '/form/commentname' },
      object: { url: addressOf('{title}#{comment}', '{name}#{comment}'), id: '{comment}', title: page.title },
      refusal: 'hidden',
    },
    // ── care of the wiki ──
    {
      id: 'rollback',
      kind: 'edit',
      request: [script([queryAction('rollback')]), api('rollback')],
      control: { select: '.mw-rollback-link a' },
      take: takeTitle(),
      object: page,
      to: { name: { text: '' } },
      detail: { act: { text: 'rollback' } },
      refusal: 'hidden',
    },
    {
      id: 'patrol',
      kind: 'moderation',
      request: [
        api('patrol'),
        script([queryAction('markpatrolled'), { at: { from: ['/form/rcid', '/query/rcid'] }, present: true }]),
      ],
      control: { select: '.patrollink a' },
      take: { ...takeTitle(), rev: { from: ['/form/revid', '/page/id'] } },
      object: {
        url: ['{page.base}Special:Diff/{rev}', '{page.shown}', ...page.url],
        id: '{rev}',
      },
      detail: { act: { text: 'patrol' } },
      made: { appears: told },
      refusal: 'hidden',
    },
    {
      id: 'move',
      kind: 'edit',
      request: [
        script([
          { at: '/form/wpOldTitle', present: true },
          { at: '/form/wpNewTitleMain', present: true },
        ]),
        api('move'),
      ],
      take: takeTitle(['/form/wpOldTitle', '/form/from']),
      object: { ...page, title: named(['/form/wpOldTitle', '/form/from'], inWords) },
      detail: { act: { text: 'move' } },
      refusal: 'hidden',
    },
    {
      id: 'delete',
      kind: 'moderation',
      request: [script([queryAction('delete'), { at: '/form/wpConfirmB', present: true }]), api('delete')],
      take: takeTitle(),
      object: page,
      detail: { act: { text: 'delete' } },
      refusal: 'hidden',
    },
    {
      id: 'protect',
      kind: 'moderation',
      request: [script([queryAction('protect'), { at: '/form/mwProtect-level-edit', present: true }]), api('protect')],
      take: takeTitle(),
      object: page,
      detail: { act: { text: 'protect' } },
      refusal: 'hidden',
    },
    {
      id: 'block',
      kind: 'moderation',
      request: [
        script([
          { at: '/form/wpTarget', present: true },
          { at: '/form/wpExpiry', present: true },
        ]),
        api('block'),
      ],
      take: takeTitle(['/form/wpTarget', '/form/user']),
      object: {
        url: addressOf('User:{title}', 'User:{name}'),
        id: 'User:{name}',
        title: named(['/form/wpTarget', '/form/user'], inWords),
      },
      detail: { act: { text: 'block' } },
      refusal: 'hidden',
    },
    {
      id: 'upload',
      kind: 'post',
      request: script([
        { at: '/form/wpDestFile', present: true },
        { at: '/form/wpUpload', present: true },
      ]),
      control: { select: 'input[name="wpUpload"]', submits: true },
      take: takeTitle(['/form/wpDestFile']),
      object: {
        url: addressOf('File:{title}', 'File:{name}'),
        id: 'File:{name}',
        title: named(['/form/wpDestFile'], inWords),
      },
      made: { url: addressOf('File:{title}', 'File:{name}'), id: 'File:{name}' },
      refusal: 'redirect',
    },
    {
      id: 'upload-api',
      kind: 'post',
      request: api('upload'),
      draft: [{ at: '/form/stash', present: true }],
      take: takeTitle(['/form/filename']),
      object: {
        url: addressOf('File:{title}', 'File:{name}'),
        id: 'File:{name}',
        title: named(['/form/filename'], inWords),
      },
      made: { url: addressOf('File:{title}', 'File:{name}'), id: 'File:{name}' },
      refusal: 'hidden',
    },
  ],
  unseen: [
    'What api.php refuses looks like success until the page says otherwise: such acts stay at "accepted".',
    'Number and address of the new revision: only the answer names them.',
    'Edits that a tool on another server makes in your name.',
    'E-mail to other users, on purpose.',
  ],
  sources: [
    'MediaWiki 1.39: forms, redirects and skins of a running wiki; resources/src of watch, patrol, rollback and postEdit',
    'Wikibase RepoApi.js and WikibaseMediaInfo (2024-2026); Wikibase REST API v1: routes',
    'DiscussionTools modules (2026-08), Thanks modules/ext.thanks.corethank.js (2026-08)',
  ],
});
