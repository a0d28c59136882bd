import type { RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';

// No "switch" case: nothing on a wiki turns into something else, what was done is taken back or done anew.

interface Skin {
  /** Nobody where missing. */
  user?: string;
  /** Where the wiki keeps its pages. */
  at?: string;
  /** The page's own tab. */
  tab?: string;
  talk?: boolean;
}

/** What every page of a wiki has around its content (Vector, shortened). */
const around = (content: string, { user, at = '/wiki/', tab = 'Tidal_mill', talk = false }: Skin) => `
  <div id="mw-notification-area" class="mw-notification-area"></div>
  <main id="mw-content-text">${content}</main>
  <ul>
    ${
      user
        ? `<li id="pt-userpage"><a href="${at}User:${user.replaceAll(' ', '_')}"><span>${user}</span></a></li>
           <li id="pt-mytalk"><a href="${at}User_talk:${user.replaceAll(' ', '_')}">Talk</a></li>`
        : `<li id="pt-anonuserpage"><span>Not logged in</span></li>
           <li id="pt-anontalk"><a href="${at}Special:MyTalk">Talk</a></li>`
    }
  </ul>
  <ul>
    <li id="ca-nstab-main" class="${talk ? '' : 'selected'}"><a href="${at}${tab}"><span>Page</span></a></li>
    <li id="ca-talk" class="${talk ? 'selected' : ''}"><a href="${at}Talk:${tab}"><span>Discussion</span></a></li>
    <li id="ca-watch" class="mw-watchlink"><a href="?action=watch" data-mw="interface"><span>Watch</span></a></li>
  </ul>
  <ul>
    <li id="n-recentchanges"><a href="${at}Special:RecentChanges"><span>Recent changes</span></a></li>
    <li id="t-specialpages"><a href="${at}Special:SpecialPages"><span>Special pages</span></a></li>
  </ul>`;

const editForm = (action: string, hidden = '') => `
  <form id="editform" name="editform" method="post" action="${action}" enctype="multipart/form-data">
    <input type="hidden" name="wpSection" value="">
    <textarea id="wpTextbox1" name="wpTextbox1">A tidal mill is driven by the tide.</textarea>
    ${hidden}
    <input id="wpSummary" name="wpSummary" type="text">
    <span id="wpSaveWidget"><input type="submit" id="wpSave" name="wpSave" value="Save changes"></span>
    <span id="wpPreviewWidget"><input type="submit" id="wpPreview" name="wpPreview" value="Show preview"></span>
    <span id="wpDiffWidget"><input type="submit" id="wpDiff" name="wpDiff" value="Show changes"></span>
    <input type="hidden" name="wpEditToken" value="+\\">
  </form>`;

/** The fields every classic edit sends. */
const edited = {
  wpSection: '',
  wpStarttime: '20260801101500',
  wpEdittime: '20260801093000',
  wpTextbox1: 'A tidal mill is driven by the rise and fall of the tide.',
  wpSummary: 'how it is driven',
  wpEditToken: 'd41d8cd98f00b204+\\',
  wpUltimateParam: '1',
};

/** A classic edit and the redirect that means yes. */
const save = (url: string, location: string | undefined, form: Record<string, string> = {}): RecordedRequest => ({
  url,
  multipart: { ...edited, wpSave: 'Save changes', ...form },
  by: 'navigate',
  answer:
    location === undefined
      ? { status: 200, type: 'text/html', body: '<p>Edit conflict</p>' }
      : { status: 302, location },
});

const api = (form: Record<string, string>, body = '{}'): RecordedRequest => ({
  url: '/w/api.php',
  form: { format: 'json', formatversion: '2', token: 'd41d8cd98f00b204+\\', ...form },
  by: 'xhr',
  answer: { type: 'application/json', body },
});

const english = 'https://en.wikipedia.org';
const own = 'https://wiki.mill.example';
const generator = '<meta name="generator" content="MediaWiki 1.39.17">';
const ann = { user: 'Ann Other' };

/** An article with its edit form open. */
const editing = (title: string, skin: Skin = ann, hidden = '') => ({
  url: `${english}/w/index.php?title=${title}&action=edit`,
  html: around(editForm(`/w/index.php?title=${title}&action=submit`, hidden), { tab: title, ...skin }),
});

const historyLine = (revision: number, author: string) => `
  <ul><li data-mw-revid="${revision}">
    <span class="history-user"><a href="/wiki/User:${author}" class="mw-userlink"><bdi>${author}</bdi></a></span>
    <span class="mw-rollback-link"><a href="/w/index.php?title=Sluice&action=rollback&from=${author}" data-mw="interface">rollback</a></span>
    <span class="jquery-confirmable-wrapper">
      <a class="mw-thanks-thank-link" href="/wiki/Special:Thanks/${revision}" data-revision-id="${revision}">thank</a>
      <span class="jquery-confirmable-interface">
        <span class="jquery-confirmable-text">Send public thanks for this edit?</span>
        <a class="jquery-confirmable-button jquery-confirmable-button-yes" href="#">Thank</a>
        <a class="jquery-confirmable-button jquery-confirmable-button-no" href="#">Cancel</a>
      </span>
    </span>
  </li></ul>`;

const discussion = `
  <p><span data-mw-comment-start id="c-Bob_Miller-20260801093000-Which_mill"></span>Which mill is meant?
    <span class="ext-discussiontools-init-replylink-buttons" data-mw-thread-id="c-Bob_Miller-20260801093000-Which_mill">
      <a class="ext-discussiontools-init-replylink-reply" role="button" tabindex="0">reply</a>
    </span></p>
  <div class="ext-discussiontools-ui-replyWidget">
    <textarea id="reply"></textarea>
    <span class="ext-discussiontools-ui-replyWidget-replyButton"><a role="button" tabindex="0" id="send">Reply</a></span>
  </div>`;

/** What Wikibase puts around an edited statement. */
const statements =
  '<div class="wikibase-statementview"><span class="wikibase-toolbar-button-save"><a href="#">publish</a></span></div>';

export default defineCases([
  {
    name: 'saves an edit of an article',
    about: 'do',
    page: editing('Tidal_mill'),
    act: [{ type: '#wpTextbox1', text: ' It turns twice a day.' }, { click: '#wpSave' }],
    sends: [save('/w/index.php?title=Tidal_mill&action=submit', `${english}/wiki/Tidal_mill`)],
    expect: [
      {
        kind: 'edit',
        account: 'Ann Other',
        object: { url: `${english}/wiki/Tidal_mill`, id: 'Tidal_mill', title: 'Tidal mill' },
        level: 'accepted',
      },
    ],
  },
  {
    name: 'saves an edit without an account on a wiki of its own',
    about: 'signed-out',
    page: {
      url: `${own}/index.php?title=Overshot_wheel&action=edit`,
      head: generator,
      html: around(editForm('/index.php?title=Overshot_wheel&action=submit'), {
        at: '/index.php/',
        tab: 'Overshot_wheel',
      }),
    },
    act: [{ type: '#wpTextbox1', text: ' More.' }, { click: '#wpSave' }],
    sends: [save('/index.php?title=Overshot_wheel&action=submit', `${own}/index.php/Overshot_wheel`)],
    expect: [{ kind: 'edit', account: '', object: { url: `${own}/index.php/Overshot_wheel` }, level: 'accepted' }],
  },
  {
    name: 'keeps the address of a title with signs as the wiki writes it',
    about: 'edit',
    page: editing('AT%26T%27s_mill%3F'),
    act: [{ click: '#wpSave' }],
    sends: [
      save('/w/index.php?title=AT%26T%27s_mill%3F&action=submit', `${english}/wiki/AT%26T%27s_mill%3F`, {
        wpSection: '2',
        wpMinoredit: '1',
      }),
    ],
    expect: [{ kind: 'edit', object: { url: `${english}/wiki/AT%26T%27s_mill%3F`, title: "AT&T's mill?" } }],
  },
  {
    name: "undoes somebody's edit",
    about: 'do',
    page: editing('Water_wheel', ann, '<input type="hidden" name="wpUndidRevision" value="1187">'),
    act: [{ click: '#wpSave' }],
    sends: [
      save('/w/index.php?title=Water_wheel&action=submit', `${english}/wiki/Water_wheel`, {
        wpUndidRevision: '1187',
        wpUndoAfter: '1186',
        wpSummary: 'Undid revision 1187',
      }),
    ],
    expect: [{ kind: 'edit', object: { url: `${english}/wiki/Water_wheel` }, detail: { act: 'undo' } }],
  },
  {
    name: 'opens a section on a talk page',
    about: 'do',
    page: {
      url: `${own}/index.php?title=Talk:Overshot_wheel&action=edit&section=new`,
      head: generator,
      html: around(editForm('/index.php?title=Talk:Overshot_wheel&action=submit'), {
        ...ann,
        at: '/index.php/',
        tab: 'Overshot_wheel',
        talk: true,
      }),
    },
    act: [{ type: '#wpTextbox1', text: 'Who built it? ~~~~' }, { click: '#wpSave' }],
    sends: [
      save(
        '/index.php?title=Talk:Overshot_wheel&action=submit',
        `${own}/index.php/Talk:Overshot_wheel#Who_built_it%3F`,
        {
          wpSection: 'new',
          wpSummary: 'Who built it?',
        },
      ),
    ],
    expect: [
      {
        kind: 'comment',
        object: { url: `${own}/index.php/Talk:Overshot_wheel` },
        made: { url: `${own}/index.php/Talk:Overshot_wheel#Who_built_it%3F` },
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'writes into a talk page in another language',
    about: 'do',
    page: {
      url: 'https://de.wikipedia.org/w/index.php?title=Diskussion:Gezeitenm%C3%BChle&action=edit',
      html: around(editForm('/w/index.php?title=Diskussion:Gezeitenm%C3%BChle&action=submit'), { ...ann, talk: true }),
    },
    act: [{ click: '#wpSave' }],
    sends: [
      save(
        '/w/index.php?title=Diskussion:Gezeitenm%C3%BChle&action=submit',
        'https://de.wikipedia.org/wiki/Diskussion:Gezeitenm%C3%BChle',
      ),
    ],
    expect: [{ kind: 'comment', object: { url: 'https://de.wikipedia.org/wiki/Diskussion:Gezeitenm%C3%BChle' } }],
  },
  {
    name: 'publishes from the visual editor',
    about: 'do',
    page: {
      url: `${english}/wiki/Mill_race?veaction=edit`,
      html: around(
        `<div class="ve-ce-documentNode" contenteditable="true"><p>A mill race leads water.</p></div>
         <div class="ve-ui-mwSaveDialog"><div class="oo-ui-processDialog-actions-primary">
           <span><a role="button" tabindex="0" id="publish">Publish changes</a></span></div></div>`,
        { ...ann, tab: 'Mill_race' },
      ),
    },
    act: [{ type: '.ve-ce-documentNode', text: ' It is often stone.' }, { click: '#publish' }],
    sends: [
      {
        url: '/w/api.php',
        multipart: {
          action: 'visualeditoredit',
          paction: 'save',
          page: 'Mill_race',
          html: 'rawdeflate,PGh0bWw+',
          summary: 'stone',
          token: 'd41d8cd98f00b204+\\',
        },
        answer: { type: 'application/json', body: '{"visualeditoredit":{"result":"success","newrevid":1190}}' },
      },
    ],
    then: [
      {
        select: '#mw-notification-area',
        append: '<div class="mw-notification postedit">Your edit was published.</div>',
      },
    ],
    expect: [{ kind: 'edit', object: { url: `${english}/wiki/Mill_race`, title: 'Mill race' }, level: 'confirmed' }],
  },
  {
    name: 'leaves an edit through api.php at accepted where the page says nothing',
    about: 'refusal',
    page: {
      url: `${english}/wiki/Mill_pond`,
      html: around('<a href="#" id="hotcat">(+)</a>', { ...ann, tab: 'Mill_pond' }),
    },
    act: [{ click: '#hotcat' }],
    sends: [
      api(
        { action: 'edit', title: 'Mill pond', text: 'x', summary: '+category' },
        '{"error":{"code":"abusefilter-disallowed"}}',
      ),
    ],
    expect: [{ kind: 'edit', object: { url: `${english}/wiki/Mill_pond` }, level: 'accepted' }],
  },
  {
    name: 'edits a page that a tool knows by number only',
    about: 'layout',
    page: { url: `${english}/wiki/Weir`, html: around('<button id="tool">Fix</button>', { ...ann, tab: 'Weir' }) },
    act: [{ click: '#tool' }],
    sends: [api({ action: 'edit', pageid: '4711', text: 'x' })],
    expect: [{ kind: 'edit', object: { url: `${english}/w/index.php?curid=4711` } }],
  },
  {
    name: 'undoes an edit through api.php',
    about: 'do',
    page: {
      url: `${english}/wiki/Penstock`,
      html: around('<button id="undo">Undo</button>', { ...ann, tab: 'Penstock' }),
    },
    act: [{ click: '#undo' }],
    sends: [api({ action: 'edit', title: 'Penstock', undo: '1201', summary: 'not so' })],
    expect: [{ kind: 'edit', object: { url: `${english}/wiki/Penstock` }, detail: { act: 'undo' } }],
  },
  {
    name: "writes on somebody's talk page with a tool",
    about: 'do',
    page: {
      url: `${english}/wiki/Special:Diff/1`,
      html: around('<button id="warn">Warn</button>', { ...ann, tab: 'x' }),
    },
    act: [{ click: '#warn' }],
    sends: [api({ action: 'edit', title: 'User talk:Bob Miller', appendtext: 'Please mind the sources.' })],
    expect: [
      { kind: 'comment', object: { url: `${english}/wiki/User_talk:Bob_Miller`, title: 'User talk:Bob Miller' } },
    ],
  },
  {
    name: 'replies to a comment on a talk page',
    about: 'do',
    page: { url: `${english}/wiki/Talk:Tidal_mill`, html: around(discussion, { ...ann, talk: true }) },
    act: [{ type: '#reply', text: 'The one at Woodbridge.' }, { click: '#send' }],
    sends: [
      api({
        action: 'discussiontoolsedit',
        paction: 'addcomment',
        page: 'Talk:Tidal_mill',
        commentname: 'c-Bob_Miller-20260801093000',
        wikitext: 'The one at Woodbridge.',
        dttags: 'discussiontools-reply',
      }),
    ],
    then: [{ select: '#mw-content-text', append: '<div class="ext-discussiontools-init-highlight"></div>' }],
    expect: [
      {
        kind: 'comment',
        object: { url: `${english}/wiki/Talk:Tidal_mill#c-Bob_Miller-20260801093000`, title: 'Talk:Tidal mill' },
        to: { name: 'Bob Miller', url: `${english}/wiki/User:Bob%20Miller` },
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'opens a topic on a talk page',
    about: 'do',
    page: { url: `${english}/wiki/Talk:Lade`, html: around(discussion, { ...ann, tab: 'Lade', talk: true }) },
    act: [{ type: '#reply', text: 'Is there a picture?' }, { click: '#send' }],
    sends: [
      api({
        action: 'discussiontoolsedit',
        paction: 'addtopic',
        page: 'Talk:Lade',
        sectiontitle: 'Picture',
        wikitext: 'Is there a picture?',
        dttags: 'discussiontools-newtopic',
      }),
    ],
    expect: [{ kind: 'comment', object: { url: `${english}/wiki/Talk:Lade` }, level: 'accepted' }],
  },
  {
    name: 'thanks for an edit from the history',
    about: 'do',
    page: {
      url: `${english}/w/index.php?title=Sluice&action=history`,
      html: around(historyLine(1301, 'Cleo'), { ...ann, tab: 'Sluice' }),
    },
    act: [{ click: '.jquery-confirmable-button-yes' }],
    sends: [api({ action: 'thank', source: 'history', rev: '1301' })],
    then: [{ select: '.jquery-confirmable-wrapper', html: 'thanked' }],
    expect: [
      {
        kind: 'like',
        object: { url: `${english}/wiki/Special:Diff/1301`, id: '1301' },
        to: { name: 'Cleo', url: `${english}/wiki/User:Cleo` },
        detail: { act: 'thank' },
      },
    ],
  },
  {
    name: 'does not name the wrong person where the thanks are for another edit',
    about: 'keyboard',
    page: {
      url: `${english}/w/index.php?title=Sluice&action=history`,
      html: around(historyLine(1302, 'Cleo'), { ...ann, tab: 'Sluice' }),
    },
    act: [{ press: 'Enter', in: '.jquery-confirmable-button-yes' }],
    sends: [api({ action: 'thank', source: 'history', rev: '1305' })],
    expect: [{ kind: 'like', object: { url: `${english}/wiki/Special:Diff/1305` }, to: null }],
  },
  {
    name: 'thanks for a logged action',
    about: 'do',
    page: {
      url: `${english}/wiki/Special:Log`,
      html: around(
        `<ul><li data-mw-logid="88"><a href="/wiki/User:Dora" class="mw-userlink">Dora</a>
         <a class="mw-thanks-thank-link" data-log-id="88" href="/wiki/Special:Thanks/Log/88">thank</a></li></ul>`,
        { ...ann, tab: 'x' },
      ),
    },
    act: [{ click: '.mw-thanks-thank-link' }],
    sends: [api({ action: 'thank', source: 'log', log: '88' })],
    expect: [
      {
        kind: 'like',
        object: { url: `${english}/wiki/Special:Redirect/logid/88` },
        to: { name: 'Dora' },
        detail: { act: 'thank' },
      },
    ],
  },
  {
    name: 'thanks for a comment',
    about: 'do',
    page: {
      url: `${english}/wiki/Talk:Dam`,
      html: around('<div role="dialog"><button id="yes">Thank</button></div>', { ...ann, tab: 'Dam', talk: true }),
    },
    act: [{ click: '#yes' }],
    sends: [api({ action: 'discussiontoolsthank', page: 'Talk:Dam', commentid: 'c-Eve-20260802080000-Height' })],
    then: [
      {
        select: '#mw-notification-area',
        append: '<div class="mw-notification mw-notification-type-success">Thanked.</div>',
      },
    ],
    expect: [
      {
        kind: 'like',
        object: { url: `${english}/wiki/Talk:Dam#c-Eve-20260802080000-Height` },
        to: { name: 'Eve' },
        detail: { act: 'thank' },
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'watches a page',
    about: 'do',
    page: { url: `${english}/wiki/Millstone`, html: around('', { ...ann, tab: 'Millstone' }) },
    act: [{ click: '#ca-watch a' }],
    sends: [api({ action: 'watch', titles: 'Millstone' }, '{"watch":[{"title":"Millstone","watched":true}]}')],
    then: [{ select: '#ca-watch', set: { id: 'ca-unwatch' } }],
    expect: [{ kind: 'bookmark', object: { url: `${english}/wiki/Millstone` }, level: 'confirmed' }],
  },
  {
    name: 'stops watching a page',
    about: 'undo',
    page: {
      url: `${english}/wiki/Millstone`,
      html: around('', { ...ann, tab: 'Millstone' }).replace('"ca-watch"', '"ca-unwatch"'),
    },
    after: ['watches a page'],
    act: [{ click: '#ca-unwatch a' }],
    sends: [api({ action: 'watch', titles: 'Millstone', unwatch: '1' })],
    then: [{ select: '#ca-unwatch', set: { id: 'ca-watch' } }],
    expect: [{ kind: 'bookmark', object: { url: `${english}/wiki/Millstone` }, undo: true, level: 'confirmed' }],
  },
  {
    name: 'does not count a watch that the wiki refuses with 200',
    about: 'refusal',
    page: { url: `${english}/wiki/Quern`, html: around('', { ...ann, tab: 'Quern' }) },
    act: [{ click: '#ca-watch a' }],
    sends: [api({ action: 'watch', titles: 'Quern' }, '{"error":{"code":"notloggedin"}}')],
    expect: [],
  },
  {
    name: 'watches a page by the form of the star',
    about: 'layout',
    page: {
      url: `${own}/index.php?title=Sack_hoist&action=watch`,
      head: generator,
      html: around(
        '<form method="post" action="/index.php?title=Sack_hoist&action=watch"><button id="ok" type="submit">OK</button></form>',
        { ...ann, at: '/index.php/', tab: 'Sack_hoist' },
      ),
    },
    act: [{ click: '#ok' }],
    sends: [
      {
        url: '/index.php?title=Sack_hoist&action=watch',
        form: { title: 'Sack hoist', wpEditToken: '+\\' },
        by: 'navigate',
      },
    ],
    expect: [{ kind: 'bookmark', object: { url: `${own}/index.php/Sack_hoist` }, level: 'accepted' }],
  },
  {
    name: 'subscribes to a topic',
    about: 'do',
    page: {
      url: `${english}/wiki/Talk:Lock`,
      html: around('<a role="button" id="sub" tabindex="0">subscribe</a>', { ...ann, talk: true }),
    },
    act: [{ click: '#sub' }],
    sends: [
      api({
        action: 'discussiontoolssubscribe',
        page: 'Talk:Lock',
        commentname: 'h-Eve-20260801080000',
        subscribe: 'true',
      }),
    ],
    expect: [{ kind: 'follow', object: { url: `${english}/wiki/Talk:Lock#h-Eve-20260801080000` } }],
  },
  {
    name: 'leaves a topic',
    about: 'undo',
    page: {
      url: `${english}/wiki/Talk:Lock`,
      html: around('<a role="button" id="sub" tabindex="0">unsubscribe</a>', { ...ann, talk: true }),
    },
    after: ['subscribes to a topic'],
    act: [{ click: '#sub' }],
    sends: [api({ action: 'discussiontoolssubscribe', page: 'Talk:Lock', commentname: 'h-Eve-20260801080000' })],
    expect: [{ kind: 'follow', object: { url: `${english}/wiki/Talk:Lock#h-Eve-20260801080000` }, undo: true }],
  },
  {
    name: 'rolls back',
    about: 'do',
    page: {
      url: `${english}/w/index.php?title=Sluice&action=history`,
      html: around(historyLine(1400, 'Vandal'), { ...ann, tab: 'Sluice' }),
    },
    act: [{ click: '.mw-rollback-link a' }],
    sends: [{ url: '/w/index.php?title=Sluice&action=rollback&from=Vandal&token=x%2B%5C', form: {}, by: 'navigate' }],
    expect: [
      {
        kind: 'edit',
        object: { url: `${english}/wiki/Sluice` },
        to: null,
        detail: { act: 'rollback' },
        level: 'accepted',
      },
    ],
  },
  {
    name: 'patrols the revision that a diff shows',
    about: 'do',
    page: {
      url: `${english}/w/index.php?title=Headrace&diff=1501&oldid=1500`,
      html: around(
        `<table><tr><td class="diff-otitle"><a href="/w/index.php?title=Headrace&oldid=1500">before</a></td>
         <td class="diff-ntitle"><a href="/w/index.php?title=Headrace&oldid=1501">after</a>
           <a href="/wiki/User:Fay" class="mw-userlink">Fay</a>
           <span class="patrollink" data-mw="interface">[<a href="/w/index.php?title=Headrace&action=markpatrolled&rcid=9">Mark</a>]</span>
         </td></tr></table>`,
        { ...ann, tab: 'Headrace' },
      ),
    },
    act: [{ click: '.patrollink a' }],
    sends: [api({ action: 'patrol', rcid: '9' }, '{"patrol":{"rcid":9,"title":"Headrace"}}')],
    then: [
      { select: '.patrollink', remove: true },
      { select: '#mw-notification-area', append: '<div class="mw-notification">Marked as patrolled.</div>' },
    ],
    expect: [
      {
        kind: 'moderation',
        object: { url: `${english}/wiki/Special:Diff/1501` },
        to: { name: 'Fay' },
        detail: { act: 'patrol' },
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'moves a page',
    about: 'do',
    page: {
      url: `${english}/wiki/Special:MovePage/Grist_mil`,
      html: around(
        '<form id="movepage" method="post"><button id="move" name="wpMove" type="submit">Move</button></form>',
        ann,
      ),
    },
    act: [{ click: '#move' }],
    sends: [
      {
        url: '/w/index.php?title=Special:MovePage&action=submit',
        form: {
          wpOldTitle: 'Grist mil',
          wpNewTitleMain: 'Grist mill',
          wpNewTitleNs: '0',
          wpReason: 'l',
          wpMove: 'Move page',
          wpEditToken: '+\\',
        },
        by: 'navigate',
      },
    ],
    expect: [
      { kind: 'edit', object: { url: `${english}/wiki/Grist_mil`, title: 'Grist mil' }, detail: { act: 'move' } },
    ],
  },
  {
    name: 'deletes a page',
    about: 'do',
    page: {
      url: `${english}/w/index.php?title=Asdf&action=delete`,
      html: around(
        '<form id="deleteconfirm" method="post"><input type="submit" id="wpConfirmB" name="wpConfirmB"></form>',
        ann,
      ),
    },
    act: [{ click: '#wpConfirmB' }],
    sends: [
      {
        url: '/w/index.php?title=Asdf&action=delete',
        form: { wpReason: 'nonsense', wpConfirmB: 'Delete page', wpEditToken: '+\\' },
        by: 'navigate',
      },
    ],
    expect: [{ kind: 'moderation', object: { url: `${english}/wiki/Asdf` }, detail: { act: 'delete' } }],
  },
  {
    name: 'protects a page',
    about: 'do',
    page: {
      url: `${english}/w/index.php?title=Flour&action=protect`,
      html: around(
        '<form id="mw-Protect-Form" method="post"><button id="protect" type="submit">Confirm</button></form>',
        ann,
      ),
    },
    act: [{ click: '#protect' }],
    sends: [
      {
        url: '/w/index.php?title=Flour&action=protect',
        form: { title: 'Flour', 'mwProtect-level-edit': 'autoconfirmed', wpEditToken: '+\\' },
        by: 'navigate',
        answer: { status: 302, location: `${english}/wiki/Flour` },
      },
    ],
    expect: [{ kind: 'moderation', object: { url: `${english}/wiki/Flour` }, detail: { act: 'protect' } }],
  },
  {
    name: 'blocks a user',
    about: 'do',
    page: {
      url: `${english}/wiki/Special:Block/Vandal_2`,
      html: around('<form method="post"><button id="block" type="submit">Block</button></form>', ann),
    },
    act: [{ click: '#block' }],
    sends: [
      {
        url: '/wiki/Special:Block/Vandal_2',
        form: { wpTarget: 'Vandal 2', wpExpiry: '1 day', wpEditToken: '+\\' },
        by: 'navigate',
      },
    ],
    expect: [{ kind: 'moderation', object: { url: `${english}/wiki/User:Vandal_2` }, detail: { act: 'block' } }],
  },
  {
    name: 'uploads a file',
    about: 'do',
    page: {
      url: 'https://commons.wikimedia.org/wiki/Special:Upload',
      html: around(
        '<form id="mw-upload-form" method="post"><input type="submit" name="wpUpload" value="Upload file"></form>',
        ann,
      ),
    },
    act: [{ click: 'input[name="wpUpload"]' }],
    sends: [
      {
        url: '/wiki/Special:Upload',
        multipart: {
          wpDestFile: 'Tide mill.jpg',
          wpUploadDescription: 'mine',
          wpUpload: 'Upload file',
          wpEditToken: '+\\',
        },
        by: 'navigate',
        answer: { status: 302, location: 'https://commons.wikimedia.org/wiki/File:Tide_mill.jpg' },
      },
    ],
    expect: [
      {
        kind: 'post',
        object: { url: 'https://commons.wikimedia.org/wiki/File:Tide_mill.jpg' },
        made: { url: 'https://commons.wikimedia.org/wiki/File:Tide_mill.jpg' },
      },
    ],
  },
  {
    name: 'publishes a file that was uploaded before',
    about: 'do',
    page: {
      url: 'https://commons.wikimedia.org/wiki/Special:UploadWizard',
      html: around('<button id="next">Publish</button>', ann),
    },
    act: [{ click: '#next' }],
    sends: [api({ action: 'upload', filekey: '1a.jpg', filename: 'Sluice gate.jpg', text: '=={{int:filedesc}}==' })],
    expect: [{ kind: 'post', made: { url: 'https://commons.wikimedia.org/wiki/File:Sluice_gate.jpg' } }],
  },
  {
    name: 'does not count a file that is only stashed',
    about: 'draft',
    page: {
      url: 'https://commons.wikimedia.org/wiki/Special:UploadWizard',
      html: around('<button id="next">Next</button>', ann),
    },
    act: [{ click: '#next' }],
    sends: [api({ action: 'upload', stash: '1', filename: 'Weir.jpg', offset: '0' })],
    expect: [],
  },
  {
    name: 'does not count a preview',
    about: 'draft',
    page: editing('Bolter'),
    act: [{ type: '#wpTextbox1', text: ' draft' }, { click: '#wpPreview' }],
    sends: [
      {
        url: '/w/index.php?title=Bolter&action=submit',
        multipart: { ...edited, wpPreview: 'Show preview' },
        by: 'navigate',
        answer: { type: 'text/html', body: '<p>Preview</p>' },
      },
    ],
    expect: [],
  },
  {
    name: 'does not count looking at the changes',
    about: 'draft',
    page: editing('Hopper'),
    act: [{ click: '#wpDiff' }],
    sends: [
      {
        url: '/w/index.php?title=Hopper&action=submit',
        multipart: { ...edited, wpDiff: 'Show changes' },
        by: 'navigate',
      },
    ],
    expect: [],
  },
  {
    name: 'does not count an edit that comes back with a conflict',
    about: 'refusal',
    page: editing('Cog'),
    act: [{ click: '#wpSave' }],
    sends: [save('/w/index.php?title=Cog&action=submit', undefined)],
    expect: [],
  },
  {
    name: 'does not count what the editors ask while one types',
    about: 'look-alike',
    page: editing('Gudgeon'),
    act: [{ type: '#wpSummary', text: 'pin' }],
    sends: [
      api({ action: 'stashedit', title: 'Gudgeon', text: 'x', summary: 'pin' }),
      api({ action: 'visualeditoredit', paction: 'diff', page: 'Gudgeon' }),
      api({ action: 'parse', title: 'Gudgeon', text: 'x', preview: '1' }),
      api({ action: 'discussiontoolspreview', page: 'Talk:Gudgeon', wikitext: 'x' }),
      api({ action: 'options', optionname: 'skin' }),
    ],
    expect: [],
  },
  {
    name: 'does not count a list of pages unwatched at once',
    about: 'look-alike',
    page: { url: `${english}/wiki/Special:EditWatchlist`, html: around('<button id="all">Remove</button>', ann) },
    act: [{ click: '#all' }],
    sends: [api({ action: 'watch', titles: 'Cog|Cam|Crank', unwatch: '1' })],
    expect: [],
  },
  {
    name: 'never records an e-mail to another user',
    about: 'private',
    page: {
      url: `${english}/wiki/Special:EmailUser/Bob`,
      html: around(
        '<form method="post"><textarea id="text"></textarea><button id="send" type="submit">Send</button></form>',
        ann,
      ),
    },
    act: [{ type: '#text', text: 'between us' }, { click: '#send' }],
    sends: [
      {
        url: '/w/index.php?title=Special:EmailUser&target=Bob&action=submit',
        form: { wpTarget: 'Bob', wpSubject: 'Mill', wpText: 'between us', wpEditToken: '+\\' },
        by: 'navigate',
        answer: { status: 302, location: `${english}/wiki/Special:EmailUser/success` },
      },
    ],
    expect: [],
  },
  {
    name: 'does not count an edit that a script saves by itself',
    about: 'synthetic',
    page: { url: `${english}/wiki/Cam`, html: around('<button id="bot">Run</button>', { ...ann, tab: 'Cam' }) },
    act: [{ synthetic: '#bot' }],
    sends: [api({ action: 'edit', title: 'Cam', text: 'x', summary: 'bot' })],
    expect: [],
  },
  {
    name: 'counts one edit where the request is sent twice',
    about: 'double',
    page: { url: `${english}/wiki/Crank`, html: around('<button id="tool">Fix</button>', { ...ann, tab: 'Crank' }) },
    act: [{ click: '#tool' }],
    sends: [
      api({ action: 'edit', title: 'Crank', text: 'x', summary: 'fix' }),
      api({ action: 'edit', title: 'Crank', text: 'x', summary: 'fix' }),
    ],
    expect: [{ kind: 'edit', object: { url: `${english}/wiki/Crank` } }],
  },
  {
    name: 'saves with Enter in the summary',
    about: 'keyboard',
    page: editing('Pintle'),
    act: [{ press: 'Enter', in: '#wpSummary' }],
    sends: [save('/w/index.php?title=Pintle&action=submit', `${english}/wiki/Pintle`)],
    expect: [{ kind: 'edit', object: { url: `${english}/wiki/Pintle` } }],
  },
  {
    name: 'saves in the Timeless skin, which hides the name',
    about: 'layout',
    page: {
      url: `${own}/mediawiki/index.php?title=Hurst_frame&action=edit`,
      head: generator,
      html: `<div id="personal"><h2><span>Ann Other</span></h2>
          <ul><li id="pt-userpage"><a href="/mediawiki/index.php?title=User:Ann_Other&action=edit&redlink=1">User page</a></li></ul></div>
        ${editForm('/mediawiki/index.php?title=Hurst_frame&action=submit')}
        <ul><li id="n-randompage"><a href="/mediawiki/index.php?title=Special:Random">Random page</a></li></ul>`,
    },
    act: [{ click: '#wpSave' }],
    sends: [
      save('/mediawiki/index.php?title=Hurst_frame&action=submit', `${own}/mediawiki/index.php?title=Hurst_frame`),
    ],
    expect: [{ kind: 'edit', account: 'Ann Other', object: { url: `${own}/mediawiki/index.php?title=Hurst_frame` } }],
  },
  {
    name: 'saves in the Minerva skin',
    about: 'layout',
    page: {
      url: `${own}/index.php?title=Sail_cloth&action=edit`,
      head: generator,
      html: `<a href="/index.php/Special:RecentChanges" class="menu__item--recentchanges">Recent changes</a>
        <a class="menu__item--user" href="/index.php/User:Gil"><span class="toggle-list-item__label">Gil</span></a>
        ${editForm('/index.php?title=Sail_cloth&action=submit')}`,
    },
    act: [{ click: '#wpSave' }],
    sends: [save('/index.php?title=Sail_cloth&action=submit', `${own}/index.php/Sail_cloth`)],
    expect: [{ kind: 'edit', account: 'Gil', object: { url: `${own}/index.php/Sail_cloth` } }],
  },
  {
    name: 'saves in a skin that shows none of the known links',
    about: 'layout',
    page: {
      url: 'https://en.wikisource.org/w/index.php?title=The_Mill_on_the_Floss&action=edit',
      html: editForm('/w/index.php?title=The_Mill_on_the_Floss&action=submit'),
    },
    act: [{ click: '#wpSave' }],
    sends: [
      save(
        '/w/index.php?title=The_Mill_on_the_Floss&action=submit',
        'https://en.wikisource.org/wiki/The_Mill_on_the_Floss',
      ),
    ],
    expect: [{ kind: 'edit', account: '', object: { url: 'https://en.wikisource.org/wiki/The_Mill_on_the_Floss' } }],
  },

  {
    name: 'adds a statement on Wikidata',
    about: 'do',
    page: { url: 'https://www.wikidata.org/wiki/Q4201', html: statements },
    act: [{ click: '.wikibase-toolbar-button-save a' }],
    sends: [
      {
        url: '/w/api.php',
        form: {
          action: 'wbsetclaim',
          claim: JSON.stringify({ id: 'Q4201$5f7d-aa', type: 'statement', mainsnak: { property: 'P31' } }),
          baserevid: '7',
          token: 'x+\\',
        },
        by: 'xhr',
      },
    ],
    expect: [{ kind: 'edit', object: { url: 'https://www.wikidata.org/wiki/Q4201', id: 'Q4201' }, level: 'accepted' }],
  },
  {
    name: 'saves label, description and aliases with one press',
    about: 'double',
    page: { url: 'https://www.wikidata.org/wiki/Q4202', html: statements },
    act: [{ click: '.wikibase-toolbar-button-save a' }],
    sends: ['wbsetlabel', 'wbsetdescription', 'wbsetaliases'].map((action) => ({
      url: '/w/api.php',
      form: { action, id: 'Q4202', language: 'en', value: 'tide', token: 'x' },
      by: 'xhr' as const,
    })),
    expect: [{ kind: 'edit', object: { url: 'https://www.wikidata.org/wiki/Q4202' } }],
  },
  {
    name: 'adds a statement by the newer interface',
    about: 'layout',
    page: { url: 'https://www.wikidata.org/wiki/Q4207', html: statements },
    act: [{ click: '.wikibase-toolbar-button-save a' }],
    sends: [
      {
        url: '/w/rest.php/wikibase/v1/entities/items/Q4207/statements',
        json: { statement: { property: { id: 'P31' } } },
        answer: { status: 201 },
      },
    ],
    expect: [{ kind: 'edit', object: { url: 'https://www.wikidata.org/wiki/Q4207', id: 'Q4207' } }],
  },
  {
    name: 'changes a statement of a property by the newer interface',
    about: 'layout',
    page: { url: 'https://www.wikidata.org/wiki/Property:P4208', html: statements },
    act: [{ click: '.wikibase-toolbar-button-save a' }],
    sends: [
      {
        method: 'PUT',
        url: '/w/rest.php/wikibase/v1/statements/P4208%245f7d-aa',
        json: { statement: { property: { id: 'P31' } } },
      },
    ],
    expect: [{ kind: 'edit', object: { url: 'https://www.wikidata.org/wiki/Property:P4208', id: 'P4208' } }],
  },
  {
    name: 'the newer interface refuses a label, and is only read',
    about: 'refusal',
    page: { url: 'https://www.wikidata.org/wiki/Q4209', html: statements },
    act: [{ click: '.wikibase-toolbar-button-save a' }],
    sends: [
      {
        method: 'PUT',
        url: '/w/rest.php/wikibase/v1/entities/items/Q4209/labels/en',
        json: { label: 'x' },
        answer: { status: 412 },
      },
      { method: 'GET', url: '/w/rest.php/wikibase/v1/entities/items/Q4209' },
    ],
    expect: [],
  },
  {
    name: 'removes a statement from a property',
    about: 'edit',
    page: { url: 'https://www.wikidata.org/wiki/Property:P4203', html: statements },
    act: [{ click: '.wikibase-toolbar-button-save a' }],
    sends: [{ url: '/w/api.php', form: { action: 'wbremoveclaims', claim: 'P4203$1a', token: 'x' }, by: 'xhr' }],
    expect: [{ kind: 'edit', object: { url: 'https://www.wikidata.org/wiki/Property:P4203' } }],
  },
  {
    name: 'says what a picture on Commons shows',
    about: 'layout',
    page: { url: 'https://commons.wikimedia.org/wiki/File:Tide.jpg', html: statements },
    act: [{ click: '.wikibase-toolbar-button-save a' }],
    sends: [
      {
        url: '/w/api.php',
        form: { action: 'wbsetclaim', claim: '{"id":"M4204$9c","type":"statement"}', token: 'x' },
        by: 'xhr',
      },
    ],
    expect: [
      { kind: 'edit', object: { url: 'https://commons.wikimedia.org/wiki/Special:EntityPage/M4204', id: 'M4204' } },
    ],
  },
  {
    name: 'merges two items',
    about: 'do',
    page: { url: 'https://www.wikidata.org/wiki/Special:MergeItems', html: statements },
    act: [{ click: '.wikibase-toolbar-button-save a' }],
    sends: [
      { url: '/w/api.php', form: { action: 'wbmergeitems', fromid: 'Q4205', toid: 'Q4206', token: 'x' }, by: 'xhr' },
    ],
    expect: [{ kind: 'edit', object: { url: 'https://www.wikidata.org/wiki/Q4206' }, detail: { act: 'merge' } }],
  },
  {
    name: 'makes a new item',
    about: 'do',
    page: { url: 'https://www.wikidata.org/wiki/Special:NewItem', html: statements },
    act: [{ click: '.wikibase-toolbar-button-save a' }],
    sends: [{ url: '/w/api.php', form: { action: 'wbeditentity', new: 'item', data: '{}', token: 'x' }, by: 'xhr' }],
    expect: [{ kind: 'post', detail: { act: 'item' } }],
  },
  {
    name: 'reading entities and values on Wikidata is no act',
    about: 'look-alike',
    page: { url: 'https://www.wikidata.org/wiki/Q4207', html: statements },
    act: [{ click: '.wikibase-toolbar-button-save a' }],
    sends: ['wbgetentities', 'wbparsevalue', 'wbformatvalue', 'wbsearchentities'].map((action) => ({
      url: '/w/api.php',
      form: { action, id: 'Q4207', ids: 'Q4207', values: '1' },
      by: 'xhr' as const,
    })),
    expect: [],
  },
]);
