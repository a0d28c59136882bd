import type { PageChange, RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';

const origin = 'https://www.facebook.com';
const user = '100004877626406';

const settings = `<script id="__eqmc" type="application/json">{"u":"\\/ajax\\/qm\\/?__a=1&__user=${user}&__comet_req=15&jazoest=25377","e":"x","s":"y","w":0}</script>`;

/** A call of the web client: names, hashes and arguments in one form. */
const graphql = (
  name: string,
  variables: object,
  { answer, url, nameless }: { answer?: RecordedRequest['answer']; url?: string; nameless?: true } = {},
): RecordedRequest => ({
  method: 'POST',
  url: url ?? '/api/graphql/',
  form: {
    av: user,
    __user: user,
    __a: '1',
    __comet_req: '15',
    fb_dtsg: 'NAc-not-a-token',
    fb_api_caller_class: 'RelayModern',
    ...(nameless ? {} : { fb_api_req_friendly_name: name }),
    variables: JSON.stringify(variables),
    server_timestamps: 'true',
    doc_id: '24034997962776771',
  },
  answer: answer ?? { type: 'text/html', body: '{"data":{}}' },
});

const react = (feedback: string, reactionId: string, more: Parameters<typeof graphql>[2] = {}) =>
  graphql(
    'CometUFIFeedbackReactMutation',
    {
      input: {
        attribution_id_v2: 'CometHomeRoot.react,comet.home,via_cold_start,1778000000000,1,4748854339,,',
        feedback_id: btoa(feedback),
        feedback_reaction_id: reactionId,
        feedback_source: 'NEWS_FEED',
        is_tracking_encrypted: true,
        session_id: '0b7f',
        actor_id: user,
        client_mutation_id: '1',
      },
      useDefaultActor: false,
      scale: 1,
    },
    more,
  );
const LIKE = '1635855486666999';
const LOVE = '1678524932434102';
const NONE = '0';

const button = (label: string) => `<div role="button" tabindex="0" aria-label="${label}"><span>${label}</span></div>`;

const comment = (author: string, like = 'Like', id?: string) => `
  <div role="article" aria-label="Comment by ${author} 2 hours ago">
    <a role="link" aria-hidden="true" href="/${author}"><img alt="" /></a><a role="link" href="/${author}?comment_id=x">${author}</a>
    <div dir="auto">Well said.</div>
    ${id ? `<a role="link" href="/mareel/posts/1?comment_id=${id}&amp;__cft__=1">2 h</a>` : ''}
    ${button(like)} ${button('Reply')}
  </div>`;

const post = (author: string, like = 'Like', comments = '') => `
  <div role="article" aria-labelledby="h1">
    <div data-ad-rendering-role="profile_name"><h3><a role="link" href="${origin}/${author}?__cft__=1">${author}</a></h3></div>
    <a role="link" class="time" href="/${author}/posts/pfbid02abc">3 h</a>
    <div dir="auto">The harbour at low water. <a href="${origin}/hashtag/tides?__eep__=6">#tides</a></div>
    <div role="button" tabindex="0" class="count">12 comments</div>
    ${button(like)} ${button('Leave a comment')} ${button('Send this to friends or post it on your profile.')}
    ${comments}
  </div>`;

const feed = (...posts: string[]) => `${settings}<div role="main"><div role="feed">${posts.join('')}</div></div>`;

/** A post opened in its dialog, with a box for comments. */
const dialog = (comments = '') => `${settings}<div role="dialog" aria-labelledby="d">
  ${post('mareel')}<div class="comments">${comments}</div>
  <div role="textbox" contenteditable="true" aria-label="Write a comment" style="min-height: 1em"></div>
  <div role="button" tabindex="0" aria-label="Comment">Comment</div></div>`;

const composer = `${settings}<div role="dialog" aria-label="Create post"><form>
  <div role="textbox" contenteditable="true" aria-label="What's on your mind?" style="min-height: 1em"></div>
  <div role="button" tabindex="0" aria-label="Post">Post</div></form></div>`;

const labelled = (from: string, to: string): PageChange => ({
  select: `[role="article"]:first-of-type > [aria-label="${from}"]`,
  set: { 'aria-label': to },
});

const created = (more: object) => ({
  input: {
    composer_entry_point: 'inline_composer',
    composer_source_surface: 'newsfeed',
    composer_type: 'feed',
    source: 'WWW',
    message: { ranges: [], text: 'Spring tide tomorrow' },
    audience: { privacy: { allow: [], base_state: 'EVERYONE', deny: [], tag_expansion_state: 'UNSPECIFIED' } },
    actor_id: user,
    client_mutation_id: '2',
    ...more,
  },
  feedLocation: 'NEWSFEED',
  feedbackSource: 1,
});

const write = (feedback: string, parent: string | null): object => ({
  feedLocation: 'DEDICATED_COMMENTING_SURFACE',
  feedbackSource: 110,
  groupID: null,
  input: {
    attachments: null,
    feedback_id: btoa(feedback),
    formatting_style: null,
    message: { ranges: [], text: 'Thank you' },
    reply_comment_parent_fbid: parent === null ? null : btoa(parent),
    reply_target_clicked: parent !== null,
    is_tracking_encrypted: true,
    actor_id: user,
    client_mutation_id: '6',
  },
});

const story = (id: string) => btoa(`S:_I${user}:${id}:${id}`);

/** Acts of one press on one button, which differ in their request alone. */
const press = (
  name: string,
  about: SiteCase['about'],
  send: RecordedRequest,
  expect: SiteCase['expect'],
  after?: string,
): SiteCase => ({
  name,
  about,
  page: {
    url: `${origin}/`,
    html: `${feed(post('mareel'))}<div role="menu"><div role="menuitem" tabindex="0">Go</div></div>`,
  },
  ...(after === undefined ? {} : { after: [after] }),
  act: [{ click: '[role="menuitem"]' }],
  sends: [send],
  expect,
});

export default defineCases([
  {
    name: 'likes a post in the feed',
    about: 'do',
    page: { url: `${origin}/`, html: feed(post('mareel'), post('harbour')) },
    act: [{ click: '[role="article"]:first-of-type > [aria-label="Like"]' }],
    sends: [react('feedback:4100000000000001', LIKE)],
    shows: [labelled('Like', 'Remove Like')],
    expect: [
      {
        kind: 'like',
        object: { url: `${origin}/4100000000000001`, id: '4100000000000001' },
        detail: { reaction: 'like' },
        to: { name: 'mareel', url: `${origin}/mareel` },
        account: user,
        audience: 'public',
        topics: ['tides'],
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'takes a like back',
    about: 'undo',
    page: { url: `${origin}/`, html: feed(post('mareel', 'Remove Like')) },
    after: ['likes a post in the feed'],
    act: [{ click: '[aria-label="Remove Like"]' }],
    sends: [react('feedback:4100000000000001', NONE)],
    shows: [labelled('Remove Like', 'Like')],
    expect: [{ kind: 'like', undo: true, object: { url: `${origin}/4100000000000001` }, level: 'confirmed' }],
  },
  {
    name: 'changes a like to a heart in the row of reactions',
    about: 'switch',
    page: {
      url: `${origin}/`,
      html: `${feed(post('mareel', 'Remove Like'))}<div role="toolbar" aria-label="Reactions">${button('Love')}${button('Haha')}</div>`,
    },
    after: ['likes a post in the feed'],
    act: [{ click: '[role="toolbar"] [aria-label="Love"]' }],
    sends: [react('feedback:4100000000000001', LOVE)],
    shows: [{ select: '[role="toolbar"]', remove: true }, labelled('Remove Like', 'Remove Love')],
    expect: [{ kind: 'like', object: { url: `${origin}/4100000000000001` }, detail: { reaction: 'love' } }],
  },
  {
    name: 'likes a comment below a post',
    about: 'do',
    page: { url: `${origin}/`, html: feed(post('mareel', 'Like', comment('harbour'))) },
    act: [{ click: '[role="article"] [role="article"] [aria-label="Like"]' }],
    sends: [react('feedback:4100000000000002_4100000000000003', LIKE)],
    shows: [{ select: '[role="article"] [role="article"] [aria-label="Like"]', set: { 'aria-label': 'Remove Like' } }],
    expect: [
      {
        kind: 'like',
        object: {
          url: `${origin}/4100000000000002?comment_id=4100000000000003`,
          id: '4100000000000002_4100000000000003',
        },
        to: { name: 'harbour' },
        detail: { reaction: 'like' },
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'likes on a page in another language, with the name in the address only',
    about: 'layout',
    page: { url: 'https://web.facebook.com/', html: feed(post('mareel', 'Gefällt mir')) },
    act: [{ click: '[aria-label="Gefällt mir"]' }],
    sends: [
      react('feedback:4100000000000004', LIKE, {
        url: '/api/graphql?fb_api_req_friendly_name=CometUFIFeedbackReactMutation',
        nameless: true,
      }),
    ],
    shows: [labelled('Gefällt mir', '„Gefällt mir“ entfernen')],
    expect: [
      { kind: 'like', object: { url: `${origin}/4100000000000004` }, detail: { reaction: 'like' }, level: 'accepted' },
    ],
  },
  {
    name: 'reacts in an older client that numbers reactions',
    about: 'layout',
    page: { url: 'https://m.facebook.com/', html: feed(post('mareel')) },
    act: [{ click: '[aria-label="Like"]' }],
    sends: [
      graphql('UFI2FeedbackReactMutation', {
        input: { feedback_id: btoa('feedback:4100000000000005'), feedback_reaction: 4, actor_id: user },
      }),
    ],
    shows: [labelled('Like', 'Remove Haha')],
    expect: [
      { kind: 'like', object: { url: `${origin}/4100000000000005` }, detail: { reaction: 'haha' }, level: 'confirmed' },
    ],
  },
  {
    name: 'likes with Enter on the focused button',
    about: 'keyboard',
    page: { url: `${origin}/`, html: feed(post('mareel')) },
    act: [{ press: 'Enter', in: '[aria-label="Like"]' }],
    sends: [react('feedback:4100000000000006', LIKE)],
    shows: [labelled('Like', 'Remove Like')],
    expect: [{ kind: 'like', object: { url: `${origin}/4100000000000006` }, level: 'confirmed' }],
  },
  {
    name: 'a like that Facebook refuses with 200 and takes back on the page',
    about: 'refusal',
    page: { url: `${origin}/`, html: feed(post('mareel')) },
    act: [{ click: '[aria-label="Like"]' }],
    sends: [
      react('feedback:4100000000000007', LIKE, {
        answer: { type: 'text/html', body: '{"errors":[{"message":"Unsupported"}]}' },
      }),
    ],
    shows: [labelled('Like', 'Remove Like')],
    then: [labelled('Remove Like', 'Like')],
    expect: [],
  },
  {
    name: 'a reaction sent on merely opening a post',
    about: 'look-alike',
    page: { url: `${origin}/`, html: feed(post('mareel')) },
    act: [{ click: '.time' }],
    sends: [react('feedback:4100000000000008', LIKE)],
    expect: [],
  },
  {
    name: 'reads that are posted, typing, telemetry',
    about: 'look-alike',
    page: { url: `${origin}/`, html: feed(post('mareel')) },
    act: [{ click: '[aria-label="Leave a comment"]' }],
    sends: [
      graphql('CometSinglePostDialogContentQuery', { feedbackID: btoa('feedback:4100000000000009') }),
      graphql('CommentsListComponentsPaginationQuery', { id: btoa('feedback:4100000000000009') }),
      graphql('useCometUFILiveTypingBroadcastMutation_StartMutation', {
        input: { feedback_id: btoa('feedback:4100000000000009') },
      }),
      graphql('CometUFIReactionsDialogTabContentRefetchQuery', { id: btoa('feedback:4100000000000009') }),
      { method: 'POST', url: '/ajax/bz?__a=1', form: { ts: '1778000000', q: '[{"like":1}]' }, by: 'beacon' },
      { method: 'POST', url: '/ajax/bulk-route-definitions/', form: { 'route_urls[0]': '/mareel' } },
    ],
    expect: [],
  },
  {
    name: 'a script of the page presses like',
    about: 'synthetic',
    page: { url: `${origin}/`, html: feed(post('mareel')) },
    act: [{ synthetic: '[aria-label="Like"]' }],
    sends: [react('feedback:4100000000000010', LIKE)],
    shows: [labelled('Like', 'Remove Like')],
    expect: [],
  },
  {
    name: 'one press that sends the reaction twice counts once',
    about: 'double',
    page: { url: `${origin}/`, html: feed(post('mareel')) },
    act: [{ click: '[aria-label="Like"]' }],
    sends: [react('feedback:4100000000000011', LIKE), react('feedback:4100000000000011', LIKE)],
    shows: [labelled('Like', 'Remove Like')],
    expect: [{ kind: 'like', object: { url: `${origin}/4100000000000011` } }],
  },
  {
    name: 'a like while nobody is signed in',
    about: 'signed-out',
    page: {
      url: `${origin}/mareel/posts/pfbid02abc`,
      html: `<form id="login_form" action="/login/"><input name="email"><input name="pass" type="password"></form>${post('mareel')}`,
    },
    act: [{ click: '[aria-label="Like"]' }],
    sends: [react('feedback:4100000000000012', LIKE)],
    expect: [],
  },
  {
    name: 'a message, a reaction to a message and an answer to a story',
    about: 'private',
    page: {
      url: `${origin}/messages/t/100000000000001`,
      html: `${settings}<div data-scope="messages_table">${button('Love')}</div>`,
    },
    act: [{ click: '[aria-label="Love"]' }],
    sends: [
      {
        method: 'POST',
        url: '/webgraphql/mutation/?doc_id=1491398900900362',
        form: {
          variables: JSON.stringify({ data: { action: 'ADD_REACTION', message_id: 'mid.$c', reaction: '❤' } }),
        },
      },
      graphql('useStoriesSendReplyMutation', { input: { message: 'Nice', story_id: 'x' } }),
    ],
    expect: [],
  },
  {
    name: 'a like inside a chat',
    about: 'private',
    page: {
      url: `${origin}/`,
      html: `${feed()}<div data-pagelet="ChatTab">${post('mareel')}</div>`,
    },
    act: [{ click: '[aria-label="Like"]' }],
    sends: [react('feedback:4100000000000013', LIKE)],
    shows: [labelled('Like', 'Remove Like')],
    expect: [],
  },

  {
    name: 'comments on a post with Enter',
    about: 'do',
    page: { url: `${origin}/`, html: dialog(comment('harbour', 'Like', '4200000000000000')) },
    act: [
      { type: '[role="textbox"]', text: 'Thank you' },
      { press: 'Enter', in: '[role="textbox"]' },
    ],
    sends: [graphql('useCometUFICreateCommentMutation', write('feedback:4100000000000020', null))],
    then: [{ select: '.comments', append: comment('nora.fields', 'Like', '4200000000000001') }],
    expect: [{ kind: 'comment', object: { url: `${origin}/4100000000000020`, id: '4100000000000020' }, account: user }],
  },
  {
    name: 'comments on a post with the button',
    about: 'do',
    page: { url: `${origin}/`, html: dialog(comment('harbour', 'Like', '4200000000000002')) },
    act: [{ type: '[role="textbox"]', text: 'Thank you' }, { click: '[aria-label="Comment"]' }],
    sends: [graphql('useCometUFICreateCommentMutation', write('feedback:4100000000000021', null))],
    then: [{ select: '.comments', append: comment('nora.fields', 'Like', '4200000000000003') }],
    expect: [{ kind: 'comment', object: { url: `${origin}/4100000000000021` } }],
  },
  {
    name: 'replies to a comment',
    about: 'do',
    page: { url: `${origin}/`, html: dialog(comment('harbour', 'Like', '4200000000000004')) },
    act: [
      { type: '[role="textbox"]', text: 'Thank you' },
      { press: 'Enter', in: '[role="textbox"]' },
    ],
    sends: [
      graphql(
        'useCometUFICreateCommentMutation',
        write('feedback:4100000000000022_4200000000000004', 'comment:4100000000000022_4200000000000004'),
      ),
    ],
    expect: [
      {
        kind: 'comment',
        object: { url: `${origin}/4100000000000022?comment_id=4200000000000004` },
        to: null,
        level: 'accepted',
      },
    ],
  },
  {
    name: 'a comment that the server answers with an error',
    about: 'refusal',
    page: { url: `${origin}/`, html: dialog() },
    act: [
      { type: '[role="textbox"]', text: 'Thank you' },
      { press: 'Enter', in: '[role="textbox"]' },
    ],
    sends: [
      graphql('useCometUFICreateCommentMutation', write('feedback:4100000000000023', null), {
        answer: { status: 400, body: '{}' },
      }),
    ],
    expect: [],
  },
  press(
    'edits an own comment',
    'edit',
    graphql('useCometUFIEditCommentMutation', {
      input: {
        comment_id: btoa('comment:4100000000000024_4200000000000005'),
        message: { ranges: [], text: 'Many thanks' },
      },
    }),
    [
      {
        kind: 'edit',
        revises: true,
        object: {
          url: `${origin}/4100000000000024?comment_id=4200000000000005`,
          id: '4100000000000024_4200000000000005',
        },
      },
    ],
  ),
  press(
    'deletes an own comment',
    'undo',
    graphql('useCometUFIDeleteCommentMutation', {
      input: { comment_id: btoa('comment:4100000000000020_4200000000000001'), remove_location: 'menu' },
    }),
    [
      {
        kind: 'comment',
        undo: true,
        object: { url: `${origin}/4100000000000020?comment_id=4200000000000001` },
      },
    ],
  ),
  press(
    'votes for an answer in a group',
    'do',
    graphql('useCometUFICommentVoteMutation', {
      input: { comment_id: btoa('comment:4100000000000025_4200000000000006'), new_vote_state: 'UPVOTE' },
    }),
    [
      {
        kind: 'vote',
        object: { url: `${origin}/4100000000000025?comment_id=4200000000000006` },
        detail: { vote: 'up' },
      },
    ],
  ),
  press(
    'turns the vote around',
    'switch',
    graphql('useCometUFICommentVoteMutation', {
      input: { comment_id: btoa('comment:4100000000000025_4200000000000006'), new_vote_state: 'DOWNVOTE' },
    }),
    [
      {
        kind: 'vote',
        object: { url: `${origin}/4100000000000025?comment_id=4200000000000006` },
        detail: { vote: 'down' },
      },
    ],
    'votes for an answer in a group',
  ),
  press(
    'takes the vote back',
    'undo',
    graphql('useCometUFICommentUnvoteMutation', {
      input: { comment_id: btoa('comment:4100000000000025_4200000000000006') },
    }),
    [{ kind: 'vote', undo: true, object: { url: `${origin}/4100000000000025?comment_id=4200000000000006` } }],
    'votes for an answer in a group',
  ),

  {
    name: 'posts for everyone',
    about: 'do',
    page: { url: `${origin}/`, html: composer },
    act: [{ type: '[role="textbox"]', text: 'Spring tide tomorrow' }, { click: '[aria-label="Post"]' }],
    sends: [graphql('ComposerStoryCreateMutation', created({}))],
    expect: [{ kind: 'post', object: { url: `${origin}/` }, audience: 'public', to: null, level: 'accepted' }],
  },
  {
    name: 'posts for friends',
    about: 'do',
    page: { url: `${origin}/`, html: composer },
    act: [{ type: '[role="textbox"]', text: 'Spring tide tomorrow' }, { click: '[aria-label="Post"]' }],
    sends: [
      graphql(
        'ComposerStoryCreateMutation',
        created({ audience: { privacy: { allow: [], base_state: 'FRIENDS', deny: [] } } }),
      ),
    ],
    expect: [{ kind: 'post', object: { url: `${origin}/` }, audience: 'limited' }],
  },
  {
    name: 'posts for nobody but themselves',
    about: 'private',
    page: { url: `${origin}/`, html: composer },
    act: [{ type: '[role="textbox"]', text: 'Note to self' }, { click: '[aria-label="Post"]' }],
    sends: [
      graphql(
        'ComposerStoryCreateMutation',
        created({ audience: { privacy: { allow: [], base_state: 'SELF', deny: [] } } }),
      ),
    ],
    expect: [],
  },
  {
    name: 'opening the composer and leaving it again',
    about: 'draft',
    page: { url: `${origin}/`, html: composer },
    act: [{ type: '[role="textbox"]', text: 'Perhaps' }, { click: '[role="dialog"]' }],
    sends: [
      graphql('ComposerLinkAttachmentPreviewQuery', { params: { url: 'https://example.org/' } }),
      graphql('CometComposerSaveDraftMutation', { input: { message: { text: 'Perhaps' }, actor_id: user } }),
    ],
    expect: [],
  },
  {
    name: 'posts in a group',
    about: 'do',
    page: { url: `${origin}/groups/4300000000000001`, html: composer },
    act: [{ type: '[role="textbox"]', text: 'Spring tide tomorrow' }, { click: '[aria-label="Post"]' }],
    sends: [
      graphql(
        'ComposerStoryCreateMutation',
        created({ composer_type: 'group', audience: { to_id: '4300000000000001' } }),
      ),
    ],
    expect: [{ kind: 'post', object: { url: `${origin}/groups/4300000000000001/` }, audience: 'limited' }],
  },
  {
    name: 'shares a post with words of their own',
    about: 'do',
    page: { url: `${origin}/`, html: composer },
    act: [{ type: '[role="textbox"]', text: 'Look' }, { click: '[aria-label="Post"]' }],
    sends: [
      graphql(
        'ComposerStoryCreateMutation',
        created({
          composer_type: 'share',
          attachments: [{ link: { share_scrape_data: '{"share_type":22,"share_params":[4100000000000030123]}' } }],
        }),
      ),
    ],
    // The id is a bare number beyond what a double holds; its digits stay.
    expect: [{ kind: 'share', object: { url: `${origin}/4100000000000030123`, id: '4100000000000030123' } }],
  },
  press(
    'shares a post at once, with friends',
    'do',
    graphql('useCometFeedToFeedReshare_FeedToFeedMutation', {
      input: {
        attachments: { link: { share_scrape_data: '{"share_type":22,"share_params":["4100000000000031"]}' } },
        audiences: { undirected: { privacy: { allow: [], base_state: 'FRIENDS', deny: [] } } },
        source: 'www',
        actor_id: user,
      },
    }),
    [{ kind: 'share', object: { url: `${origin}/4100000000000031` }, audience: 'limited' }],
  ),
  {
    name: 'recommends a page',
    about: 'do',
    page: { url: `${origin}/mareel/reviews`, html: composer },
    act: [{ type: '[role="textbox"]', text: 'Reliable tables' }, { click: '[aria-label="Post"]' }],
    sends: [
      graphql(
        'ComposerStoryCreateMutation',
        created({
          composer_source_surface: 'page_recommendation_tab',
          page_recommendation: { page_id: '4400000000000001', rec_type: 'POSITIVE' },
        }),
      ),
    ],
    expect: [{ kind: 'review', object: { url: `${origin}/4400000000000001` }, detail: { vote: 'up' } }],
  },
  press(
    'edits an own post',
    'edit',
    graphql('ComposerStoryEditMutation', {
      input: {
        story_id: story('4100000000000040'),
        message: { ranges: [], text: 'Neap tide, I mean' },
        actor_id: user,
      },
    }),
    [{ kind: 'edit', revises: true, object: { url: `${origin}/4100000000000040` } }],
  ),
  press(
    'puts an own post into the bin',
    'undo',
    graphql('useCometTrashPostMutation', { input: { story_id: story('4100000000000041'), actor_id: user } }),
    [{ kind: 'post', undo: true, object: { url: `${origin}/4100000000000041` } }],
  ),
  press(
    'archives an own post',
    'undo',
    graphql('useCometArchivePostMutation', { input: { story_id: story('4100000000000042'), actor_id: user } }),
    [{ kind: 'post', undo: true, object: { url: `${origin}/4100000000000042` } }],
  ),

  press(
    'follows a person',
    'do',
    graphql('CometUserFollowMutation', { input: { subscribee_id: '4500000000000001', subscribe_location: 'PROFILE' } }),
    [{ kind: 'follow', object: { url: `${origin}/4500000000000001`, id: '4500000000000001' } }],
  ),
  press(
    'stops following a person',
    'undo',
    graphql('CometUserUnfollowMutation', {
      input: { unsubscribee_id: '4500000000000001', subscribe_location: 'PROFILE' },
    }),
    [{ kind: 'follow', undo: true, object: { url: `${origin}/4500000000000001` } }],
    'follows a person',
  ),
  press(
    'likes a page',
    'do',
    graphql('CometProfilePlusLikeMutation', { input: { page_id: '4500000000000002', actor_id: user } }),
    [{ kind: 'follow', object: { url: `${origin}/4500000000000002` }, detail: { act: 'page' } }],
  ),
  press(
    'stops liking a page',
    'undo',
    graphql('CometProfilePlusUnlikeMutation', { input: { page_id: '4500000000000002', actor_id: user } }),
    [{ kind: 'follow', undo: true, object: { url: `${origin}/4500000000000002` } }],
    'likes a page',
  ),
  press(
    'joins a group',
    'do',
    graphql('GroupCometJoinForumMutation', { input: { group_id: '4300000000000002', actor_id: user } }),
    [{ kind: 'follow', object: { url: `${origin}/groups/4300000000000002` }, detail: { act: 'group' } }],
  ),
  press(
    'leaves a group',
    'undo',
    graphql('GroupCometLeaveForumMutation', { input: { group_id: '4300000000000002', actor_id: user } }),
    [{ kind: 'follow', undo: true, object: { url: `${origin}/groups/4300000000000002` } }],
    'joins a group',
  ),
]);
