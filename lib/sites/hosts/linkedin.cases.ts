import type { PageChange, RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';

// No "draft" case: drafts of posts stay in the browser.

const origin = 'https://www.linkedin.com';
const at = (id: string) => `${origin}/feed/update/urn:li:activity:${id}/`;
const me = '<div class="feed-identity-module"><a href="/in/nora-fields/">Nora</a></div>';
const post = (
  id: string,
  pressed = false,
  inside = '',
) => `<div class="feed-shared-update-v2" data-urn="urn:li:activity:${id}">
  <a class="update-components-actor__meta-link" href="/in/ada-birds?x=1"><span class="update-components-actor__title">Ada Birds</span></a>
  <div class="feed-shared-social-action-bar"><button class="react-button__trigger" aria-pressed="${pressed}" aria-label="React Like">Like</button>
  <button class="repost">Repost</button><button class="save">Save</button></div>
  <div class="ql-editor" contenteditable="true" style="min-height:2em"></div><button class="comments-comment-box__submit-button--cr">Comment</button>${inside}</div>`;
const comment = (
  postId: string,
  id: string,
) => `<article class="comments-comment-entity" data-id="urn:li:comment:(activity:${postId},${id})">
  <a href="/in/tomtom"><span class="comments-comment-meta__description-title">Tom</span></a><button class="react-button__trigger" aria-pressed="false">Like</button>
  <button class="comments-comment-box__submit-button--cr">Reply</button></article>`;
const hashed = (
  label: string,
) => `<div componentkey="k1"><button aria-label="Open control menu for post by Ada Birds">…</button>
  <button aria-label="Reaction button state: ${label}">Like</button></div>`;

const sdui = (name: string, payload: object): RecordedRequest => ({
  url: `/flagship-web/rsc-action/actions/server-request?sduiid=com.linkedin.sdui.${name}&parentSpanId=aB`,
  json: {
    requestId: `com.linkedin.sdui.${name}`,
    serverRequest: { requestedArguments: { payload } },
    requestedArguments: { payload },
  },
  by: 'fetch',
});
const thread = (activityId: string) => ({ threadUrnActivityThreadUrn: { activityUrn: { activityId } } });
const voyager = (path: string, json?: object, more: Partial<RecordedRequest> = {}): RecordedRequest => ({
  url: `/voyager/api/${path}`,
  ...(json ? { json } : {}),
  by: 'xhr',
  ...more,
});
const urn = (id: string) => `urn:li:activity:${id}`;
const presses = (to: boolean): PageChange => ({
  select: '.feed-shared-social-action-bar .react-button__trigger',
  set: { 'aria-pressed': String(to) },
});
const like = [{ click: '.feed-shared-social-action-bar .react-button__trigger' }];

export default defineCases([
  {
    name: 'likes a post',
    about: 'do',
    page: { url: `${origin}/feed/`, html: me + post('7301') },
    act: like,
    sends: [
      sdui('reactions.create', {
        threadUrn: thread('7301'),
        reactionType: 'ReactionType_LIKE',
        reactionSource: 'Update',
      }),
    ],
    shows: [presses(true)],
    expect: [
      {
        kind: 'like',
        object: { url: at('7301') },
        to: { name: 'Ada Birds', url: `${origin}/in/ada-birds` },
        detail: { reaction: 'like' },
        account: 'nora-fields',
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'takes the like back',
    about: 'undo',
    page: { url: `${origin}/feed/`, html: me + post('7301', true) },
    after: ['likes a post'],
    act: like,
    sends: [sdui('reactions.delete', { threadUrn: thread('7301'), reactionType: 'LIKE' })],
    shows: [presses(false)],
    expect: [{ kind: 'like', undo: true, object: { url: at('7301') }, level: 'confirmed' }],
  },
  {
    name: 'celebrates instead of liking',
    about: 'switch',
    page: { url: `${origin}/feed/`, html: me + post('7301', true) },
    after: ['likes a post'],
    act: like,
    sends: [
      voyager(`voyagerSocialDashReactions?threadUrn=${encodeURIComponent(urn('7301'))}`, { reactionType: 'PRAISE' }),
    ],
    expect: [{ kind: 'like', object: { url: at('7301') }, detail: { reaction: 'celebrate' } }],
  },
  {
    name: 'likes in the newer feed, whose page knows no numbers',
    about: 'layout',
    page: { url: `${origin}/feed/`, html: me + hashed('no reaction') },
    act: [{ click: '[aria-label^="Reaction button"]' }],
    sends: [sdui('reactions.create', { threadUrn: thread('7302'), reactionType: 'LIKE' })],
    shows: [{ select: '[aria-label^="Reaction button"]', set: { 'aria-label': 'Reaction button state: Like' } }],
    expect: [{ kind: 'like', object: { url: at('7302') }, to: { name: 'Ada Birds' }, level: 'confirmed' }],
  },
  {
    name: 'likes with Enter through the GraphQL of Voyager',
    about: 'keyboard',
    page: { url: at('7303'), html: me + post('7303') },
    act: [{ press: 'Enter', in: '.feed-shared-social-action-bar .react-button__trigger' }],
    sends: [
      voyager('graphql?action=execute&queryId=voyagerSocialDashReactions.b7310', {
        variables: { threadUrn: urn('7303'), entity: { reactionType: 'EMPATHY' } },
        queryId: 'voyagerSocialDashReactions.b7310',
      }),
    ],
    shows: [presses(true)],
    expect: [{ kind: 'like', object: { url: at('7303') }, detail: { reaction: 'love' }, level: 'confirmed' }],
  },
  {
    name: 'likes a comment inside a post',
    about: 'do',
    page: { url: at('7304'), html: me + post('7304', true, comment('7304', '99')) },
    act: [{ click: 'article .react-button__trigger' }],
    sends: [
      sdui('reactions.create', {
        threadUrn: { threadUrnCommentThreadUrn: { commentUrn: { commentId: '99', thread: 'urn:li:activity:7304' } } },
        reactionType: 'LIKE',
        reactionSource: 'Comment',
      }),
    ],
    shows: [{ select: 'article .react-button__trigger', set: { 'aria-pressed': 'true' } }],
    expect: [
      {
        kind: 'like',
        object: { url: `${at('7304')}?commentUrn=urn%3Ali%3Acomment%3A%28activity%3A7304%2C99%29` },
        to: { name: 'Tom' },
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'a like of what is liked already',
    about: 'refusal',
    page: { url: `${origin}/feed/`, html: me + post('7305') },
    act: like,
    sends: [
      voyager(
        `voyagerSocialDashReactions?threadUrn=${encodeURIComponent(urn('7305'))}`,
        { reactionType: 'LIKE' },
        { answer: { status: 409 } },
      ),
    ],
    shows: [presses(true)],
    expect: [],
  },
  {
    name: 'a like while nobody is signed in',
    about: 'signed-out',
    page: { url: at('7306'), html: `<a class="nav__button-secondary" href="/login?x">Sign in</a>${post('7306')}` },
    act: like,
    sends: [sdui('reactions.create', { threadUrn: thread('7306'), reactionType: 'LIKE' })],
    expect: [],
  },
  {
    name: 'a script of the page likes',
    about: 'synthetic',
    page: { url: `${origin}/feed/`, html: me + post('7307') },
    act: [{ synthetic: '.react-button__trigger' }],
    sends: [sdui('reactions.create', { threadUrn: thread('7307'), reactionType: 'LIKE' })],
    shows: [presses(true)],
    expect: [],
  },
  {
    name: 'one press that goes both ways counts once',
    about: 'double',
    page: { url: `${origin}/feed/`, html: me + post('7308') },
    act: like,
    sends: [
      sdui('reactions.create', { threadUrn: thread('7308'), reactionType: 'LIKE' }),
      voyager(`voyagerSocialDashReactions?threadUrn=${encodeURIComponent(urn('7308'))}`, { reactionType: 'LIKE' }),
    ],
    shows: [presses(true)],
    expect: [{ kind: 'like', object: { url: at('7308') } }],
  },
  {
    name: 'lists of reactions, prompts, courtesy and telemetry are no acts',
    about: 'look-alike',
    page: { url: `${origin}/feed/`, html: me + post('7309') },
    act: [{ click: '.ql-editor' }],
    sends: [
      voyager('graphql?variables=(threadUrn:x)&queryId=voyagerSocialDashReactions.fa18', undefined, { method: 'GET' }),
      sdui('comments.fetchComment', { threadUrn: thread('7309') }),
      sdui('requests.comments.courtesyReminder', { threadUrn: thread('7309') }),
      sdui('update.fetchFeedUpdateActionPrompt', { threadUrn: thread('7309') }),
      { url: '/li/track', json: [{ eventInfo: 'like' }], by: 'beacon' },
    ],
    expect: [],
  },
  {
    name: 'a message is private',
    about: 'private',
    page: { url: `${origin}/feed/`, html: `${me}<div class="msg-form"><button class="s">Send</button></div>` },
    act: [{ click: '.s' }],
    sends: [
      voyager('voyagerMessagingDashMessengerMessages?action=createMessage', { message: {} }),
      sdui('reactions.create', { threadUrn: thread('7310'), reactionType: 'LIKE' }),
    ],
    expect: [],
  },
  {
    name: 'comments on a post',
    about: 'do',
    page: { url: at('7311'), html: me + post('7311', false, '<div id="list"></div>') },
    act: [{ type: '.ql-editor', text: 'Congratulations' }, { click: '.comments-comment-box__submit-button--cr' }],
    sends: [sdui('comments.createComment', { collection: { threadUrn: thread('7311') } })],
    then: [{ select: '#list', append: comment('7311', '555').replace('/in/tomtom', '/in/nora-fields') }],
    expect: [
      {
        kind: 'comment',
        object: { url: at('7311') },
        to: { name: 'Ada Birds' },
        made: { id: 'urn:li:comment:(activity:7311,555)' },
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'answers a comment',
    about: 'do',
    page: { url: at('7312'), html: me + post('7312', false, comment('7312', '98')) },
    act: [{ click: 'article .comments-comment-box__submit-button--cr' }],
    sends: [
      voyager('voyagerSocialDashNormComments?decorationId=com.linkedin.voyager.dash.deco.social.NormComment-43', {
        commentary: { text: 'Thanks' },
        threadUrn: 'urn:li:comment:(activity:7312,98)',
      }),
    ],
    expect: [
      {
        kind: 'comment',
        object: { url: `${at('7312')}?commentUrn=urn%3Ali%3Acomment%3A%28activity%3A7312%2C98%29` },
        to: { name: 'Tom' },
      },
    ],
  },
  {
    name: 'edits an own comment',
    about: 'edit',
    page: { url: at('7313'), html: me + post('7313') },
    act: [{ click: '.comments-comment-box__submit-button--cr' }],
    sends: [sdui('comments.updateComment', {})],
    expect: [{ kind: 'edit', revises: true, object: { url: at('7313') } }],
  },
  {
    name: 'deletes an own comment',
    about: 'undo',
    page: { url: at('7314'), html: `${me}<button class="d">Delete</button>` },
    act: [{ click: '.d' }],
    sends: [
      voyager(`feed/comments/${encodeURIComponent('urn:li:comment:(activity:7314,97)')}`, undefined, {
        method: 'DELETE',
      }),
    ],
    expect: [
      {
        kind: 'comment',
        undo: true,
        object: { url: `${at('7314')}?commentUrn=urn%3Ali%3Acomment%3A%28activity%3A7314%2C97%29` },
      },
    ],
  },
  {
    name: 'reposts at once',
    about: 'do',
    page: { url: `${origin}/feed/`, html: me + post('7315') },
    act: [{ click: '.repost' }],
    sends: [sdui('feed.requests.createInstantRepost', { threadUrn: thread('7315') })],
    expect: [{ kind: 'share', object: { url: at('7315') }, detail: { act: 'repost' } }],
  },
  {
    name: 'takes a repost back',
    about: 'undo',
    page: { url: at('7315'), html: me + post('7315') },
    after: ['reposts at once'],
    act: [{ click: '.repost' }],
    sends: [
      voyager('graphql?action=execute&queryId=voyagerFeedDashReposts.11', {
        variables: { resourceKey: 'urn:li:fs_repost:(urn:li:activity:7315)' },
      }),
    ],
    expect: [{ kind: 'share', undo: true, object: { url: at('7315') } }],
  },
  {
    name: 'posts',
    about: 'do',
    page: { url: `${origin}/feed/`, html: `${me}<button class="p">Post</button><div id="toasts"></div>` },
    act: [{ click: '.p' }],
    sends: [
      voyager('graphql?action=execute&queryId=voyagerContentcreationDashShares.8f', {
        variables: { post: { commentary: { text: 'x' } } },
      }),
    ],
    then: [
      { select: '#toasts', append: `<div class="artdeco-toast-item"><a href="${at('7316')}?x=1">View post</a></div>` },
    ],
    expect: [
      { kind: 'post', object: { url: `${origin}/in/nora-fields/` }, made: { url: at('7316') }, level: 'confirmed' },
    ],
  },
  {
    name: 'edits an own post',
    about: 'edit',
    page: { url: at('7317'), html: `${me}<button class="p">Save</button>` },
    act: [{ click: '.p' }],
    sends: [
      voyager('graphql?action=execute&queryId=voyagerContentcreationDashShares.8f', {
        variables: { updateUrn: 'urn:li:activity:7317', post: { commentary: { text: 'y' } } },
      }),
    ],
    expect: [{ kind: 'edit', revises: true, object: { url: at('7317') } }],
  },
  {
    name: 'deletes an own post',
    about: 'undo',
    page: { url: at('7318'), html: `${me}<button class="p">Delete</button>` },
    act: [{ click: '.p' }],
    sends: [sdui('update.deletePost', {})],
    expect: [{ kind: 'post', undo: true, object: { url: at('7318') } }],
  },
  {
    name: 'saves a post',
    about: 'do',
    page: { url: `${origin}/feed/`, html: me + post('7319') },
    act: [{ click: '.save' }],
    sends: [
      sdui('update.saveState', {
        isSaved: true,
        feedUpdateUrn: { updateUrnActivityUrn: { activityUrn: { activityId: '7319' } } },
      }),
    ],
    expect: [{ kind: 'bookmark', object: { url: at('7319') } }],
  },
  {
    name: 'removes a saved post',
    about: 'undo',
    page: { url: `${origin}/feed/`, html: me + post('7319') },
    after: ['saves a post'],
    act: [{ click: '.save' }],
    sends: [
      sdui('update.saveState', {
        isSaved: false,
        feedUpdateUrn: { updateUrnActivityUrn: { activityUrn: { activityId: '7319' } } },
      }),
    ],
    expect: [{ kind: 'bookmark', undo: true, object: { url: at('7319') } }],
  },
]);
