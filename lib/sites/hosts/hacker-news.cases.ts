import type { RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';

// No "draft" case: Hacker News keeps no drafts and shows no preview.
// No "private" case: Hacker News has no messages between people.
// No "switch" case: a vote has to be taken back before the other arrow can be pressed.

const origin = 'https://news.ycombinator.com';
const auth = '5f0c9d1be2a34f6c8a7b90e1d2c3f4a5b6c7d8e9';

const top = (account: string | null) => `
  <table id="hnmain"><tbody><tr><td><span class="pagetop"><b class="hnname"><a href="news">Hacker News</a></b>
    <a href="newest">new</a> | <a href="submit">submit</a></span>
    <span class="pagetop">${
      account === null
        ? '<a href="login?goto=news">login</a>'
        : `<a id="me" href="user?id=${account}">${account}</a> (312) | <a id="logout" href="logout?auth=${auth}&amp;goto=news">logout</a>`
    }</span></td></tr></tbody></table>`;

const voteLink = (id: string, how: 'up' | 'down', goto: string, signedIn = true) => {
  const query = `id=${id}&amp;how=${how}${signedIn ? `&amp;auth=${auth}` : ''}&amp;goto=${goto}`;
  return `<center><a id="${how}_${id}" ${signedIn ? 'class="clicky"' : ''} href="vote?${query}"><div class="votearrow" title="${how}vote">▲</div></a></center>`;
};

const story = (id: string, goto: string, extra = '', signedIn = true) => `
  <tr class="athing submission" id="${id}">
    <td class="title"><span class="rank">1.</span></td>
    <td class="votelinks">${voteLink(id, 'up', goto, signedIn)}</td>
    <td class="title"><span class="titleline"><a href="https://example.org/tides">How tides are predicted</a></span></td>
  </tr>
  <tr><td colspan="2"></td><td class="subtext"><span class="subline">
    <span class="score" id="score_${id}">41 points</span> by <a href="user?id=mareel" class="hnuser">mareel</a>
    <span class="age"><a href="item?id=${id}">2 hours ago</a></span> <span id="unv_${id}"></span>
    | <a href="hide?id=${id}&amp;auth=${auth}&amp;goto=${goto}" class="clicky hider">hide</a> ${extra}
  </span></td></tr>`;

const list = (...rows: string[]) => `${top('nora_fields')}<table><tbody>${rows.join('')}</tbody></table>`;

const comment = (id: string, extra = '', after = '') => `
  <tr class="athing comtr" id="${id}"><td><table><tbody><tr>
    <td class="votelinks">${voteLink(id, 'up', 'item%3Fid%3D40100000', true)}${voteLink(id, 'down', 'item%3Fid%3D40100000', true)}</td>
    <td class="default"><span class="comhead"><a href="user?id=harbour" class="hnuser">harbour</a>
      <span class="age"><a href="item?id=${id}">1 hour ago</a></span> <span id="unv_${id}"></span> ${extra}
      <a class="togg clicky" id="togg_${id}" href="javascript:void(0)">[–]</a></span>
      <div class="comment"><div class="commtext c00">Harmonic constituents do most of it.</div></div>${after}
    </td></tr></tbody></table></td></tr>`;

const itemPage = (id: string, comments = '', extra = '') => `${top('nora_fields')}
  <table class="fatitem"><tbody>${story(id, `item%3Fid%3D${id}`, extra)}
    <tr><td colspan="2"></td><td><form action="comment" method="post">
      <input type="hidden" name="parent" value="${id}"><input type="hidden" name="goto" value="item?id=${id}">
      <input type="hidden" name="hmac" value="1f2e3d4c5b6a"><textarea name="text" rows="8" cols="80"></textarea>
      <input type="submit" value="add comment"></form></td></tr></tbody></table>
  <table class="comment-tree"><tbody>${comments}</tbody></table>`;

const vote = (id: string, how: string, goto: string): RecordedRequest => ({
  method: 'GET',
  url: `/vote?id=${id}&how=${how}&auth=${auth}&goto=${goto}&js=t`,
  by: 'xhr',
});

const form = (path: string, fields: Record<string, string>, location: string | null): RecordedRequest => ({
  method: 'POST',
  url: path,
  form: fields,
  by: 'navigate',
  answer: location === null ? { type: 'text/html', body: '<p>Please try again.</p>' } : { status: 302, location },
});

const follow = (url: string, location: string): RecordedRequest => ({
  method: 'GET',
  url,
  by: 'navigate',
  answer: { status: 302, location },
});

export default defineCases([
  {
    name: 'votes a story up on the front page',
    about: 'do',
    page: { url: `${origin}/news`, html: list(story('40100001', 'news'), story('40100002', 'news')) },
    act: [{ click: '#up_40100001 .votearrow' }],
    sends: [vote('40100001', 'up', 'news')],
    shows: [
      { select: '#up_40100001', set: { class: 'clicky nosee' } },
      {
        select: '#unv_40100001',
        html: ` | <a id="un_40100001" class="clicky" href="vote?id=40100001&amp;how=un&amp;auth=${auth}&amp;goto=news">unvote</a>`,
      },
    ],
    expect: [
      {
        kind: 'vote',
        object: {
          url: `${origin}/item?id=40100001`,
          id: '40100001',
          title: 'How tides are predicted',
        },
        detail: { vote: 'up' },
        account: 'nora_fields',
        audience: 'public',
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'takes a vote on a story back',
    about: 'undo',
    page: {
      url: `${origin}/news`,
      html: list(
        story('40100001', 'news').replace(
          '<span id="unv_40100001"></span>',
          `<span id="unv_40100001"> | <a id="un_40100001" class="clicky" href="vote?id=40100001&amp;how=un&amp;auth=${auth}&amp;goto=news">unvote</a></span>`,
        ),
      ),
    },
    after: ['votes a story up on the front page'],
    act: [{ click: '#un_40100001' }],
    sends: [vote('40100001', 'un', 'news')],
    shows: [{ select: '#unv_40100001', html: '' }],
    expect: [
      {
        kind: 'vote',
        undo: true,
        object: { url: `${origin}/item?id=40100001` },
        to: { name: 'mareel', url: `${origin}/user?id=mareel` },
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'votes a comment down',
    about: 'do',
    page: { url: `${origin}/item?id=40100000`, html: itemPage('40100000', comment('40100011')) },
    act: [{ click: '#down_40100011 .votearrow' }],
    sends: [vote('40100011', 'down', 'item%3Fid%3D40100000')],
    shows: [{ select: '#up_40100011, #down_40100011', set: { class: 'clicky nosee' } }],
    expect: [
      {
        kind: 'vote',
        object: { url: `${origin}/item?id=40100011`, title: 'How tides are predicted' },
        to: { name: 'harbour', url: `${origin}/user?id=harbour` },
        detail: { vote: 'down' },
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'votes with a key of an add-on that presses no arrow',
    about: 'keyboard',
    page: { url: `${origin}/item?id=40100000`, html: itemPage('40100000', comment('40100012')) },
    act: [{ press: 'u' }],
    sends: [vote('40100012', 'up', 'item%3Fid%3D40100000')],
    expect: [{ kind: 'vote', object: { url: `${origin}/item?id=40100012` }, detail: { vote: 'up' } }],
  },
  {
    name: 'votes where scripts are off: the link leaves the page',
    about: 'layout',
    page: { url: `${origin}/newest`, html: list(story('40100003', 'newest')) },
    act: [{ click: '#up_40100003' }],
    sends: [follow(`/vote?id=40100003&how=up&auth=${auth}&goto=newest`, `${origin}/newest`)],
    expect: [{ kind: 'vote', object: { url: `${origin}/item?id=40100003` }, detail: { vote: 'up' } }],
  },
  {
    name: 'votes on the page of the story itself, where its author is known',
    about: 'layout',
    page: { url: `${origin}/item?id=40100004`, html: itemPage('40100004') },
    act: [{ click: '#up_40100004 .votearrow' }],
    sends: [vote('40100004', 'up', 'item%3Fid%3D40100004')],
    shows: [{ select: '#up_40100004', set: { class: 'clicky nosee' } }],
    expect: [
      {
        kind: 'vote',
        object: { url: `${origin}/item?id=40100004`, title: 'How tides are predicted' },
        to: { name: 'mareel' },
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'a vote that the server answers with an error',
    about: 'refusal',
    page: { url: `${origin}/news`, html: list(story('40100005', 'news')) },
    act: [{ click: '#up_40100005' }],
    sends: [{ ...vote('40100005', 'up', 'news'), answer: { status: 503 } }],
    shows: [{ select: '#up_40100005', set: { class: 'clicky nosee' } }],
    expect: [],
  },
  {
    name: 'a vote while nobody is signed in leads to a form, with 200',
    about: 'signed-out',
    page: {
      url: `${origin}/news`,
      html: `${top(null)}<table><tbody>${story('40100006', 'news', '', false)}</tbody></table>`,
    },
    act: [{ click: '#up_40100006' }],
    sends: [
      {
        method: 'GET',
        url: '/vote?id=40100006&how=up&goto=news',
        by: 'navigate',
        answer: {
          type: 'text/html',
          body: '<form action="vote" method="post">You have to be logged in to vote.</form>',
        },
      },
    ],
    expect: [],
  },
  {
    name: 'a script of the page sends a vote',
    about: 'synthetic',
    page: { url: `${origin}/news`, html: list(story('40100007', 'news')) },
    act: [{ synthetic: '#up_40100007' }],
    sends: [vote('40100007', 'up', 'news')],
    shows: [{ select: '#up_40100007', set: { class: 'clicky nosee' } }],
    expect: [],
  },
  {
    name: 'one press that sends the vote twice counts once',
    about: 'double',
    page: { url: `${origin}/news`, html: list(story('40100008', 'news')) },
    act: [{ click: '#up_40100008' }],
    sends: [vote('40100008', 'up', 'news'), vote('40100008', 'up', 'news')],
    shows: [{ select: '#up_40100008', set: { class: 'clicky nosee' } }],
    expect: [{ kind: 'vote', object: { url: `${origin}/item?id=40100008` }, detail: { vote: 'up' } }],
  },
  {
    name: 'hiding a story and folding a thread are nobody’s gain',
    about: 'look-alike',
    page: { url: `${origin}/newest`, html: list(story('40100009', 'newest'), comment('40100013')) },
    act: [{ click: '.hider' }],
    sends: [
      { method: 'GET', url: `/snip-story?id=40100009&auth=${auth}&onop=newest&next=40100010`, by: 'fetch' },
      { method: 'GET', url: '/collapse?id=40100013', by: 'fetch' },
      { method: 'GET', url: `/hide?id=40100009&auth=${auth}&goto=newest`, by: 'fetch' },
    ],
    expect: [],
  },
  {
    name: 'reading an item is no act',
    about: 'look-alike',
    page: { url: `${origin}/newest`, html: list(story('40100010', 'newest')) },
    act: [{ click: '.age a' }],
    sends: [{ method: 'GET', url: '/item?id=40100010', by: 'navigate' }],
    expect: [],
  },

  {
    name: 'keeps a story among the favourites',
    about: 'do',
    page: {
      url: `${origin}/item?id=40100020`,
      html: itemPage('40100020', '', `| <a href="fave?id=40100020&amp;auth=${auth}">favorite</a>`),
    },
    act: [{ click: 'a[href^="fave?"]' }],
    sends: [follow(`/fave?id=40100020&auth=${auth}`, `${origin}/favorites?id=nora_fields`)],
    expect: [{ kind: 'bookmark', object: { url: `${origin}/item?id=40100020` }, to: { name: 'mareel' } }],
  },
  {
    name: 'takes a favourite back',
    about: 'undo',
    page: {
      url: `${origin}/item?id=40100020`,
      html: itemPage('40100020', '', `| <a href="fave?id=40100020&amp;un=t&amp;auth=${auth}">un-favorite</a>`),
    },
    after: ['keeps a story among the favourites'],
    act: [{ click: 'a[href^="fave?"]' }],
    sends: [follow(`/fave?id=40100020&un=t&auth=${auth}`, `${origin}/favorites?id=nora_fields`)],
    expect: [{ kind: 'bookmark', undo: true, object: { url: `${origin}/item?id=40100020` } }],
  },
  {
    name: 'flags a comment',
    about: 'do',
    page: {
      url: `${origin}/item?id=40100021`,
      html: `${top('nora_fields')}<table class="fatitem"><tbody>${comment(
        '40100021',
        `| <a href="flag?id=40100021&amp;auth=${auth}&amp;goto=item%3Fid%3D40100021">flag</a>`,
      )}</tbody></table>`,
    },
    act: [{ click: 'a[href^="flag?"]' }],
    sends: [follow(`/flag?id=40100021&auth=${auth}&goto=item%3Fid%3D40100021`, `${origin}/item?id=40100021`)],
    expect: [
      {
        kind: 'moderation',
        object: { url: `${origin}/item?id=40100021` },
        detail: { act: 'flag' },
        to: { name: 'harbour' },
      },
    ],
  },
  {
    name: 'takes a flag back',
    about: 'undo',
    page: {
      url: `${origin}/item?id=40100021`,
      html: `${top('nora_fields')}<table class="fatitem"><tbody>${comment(
        '40100021',
        `| <a href="flag?id=40100021&amp;auth=${auth}&amp;un=t">unflag</a>`,
      )}</tbody></table>`,
    },
    after: ['flags a comment'],
    act: [{ click: 'a[href^="flag?"]' }],
    sends: [follow(`/flag?id=40100021&auth=${auth}&un=t`, `${origin}/item?id=40100021`)],
    expect: [
      { kind: 'moderation', undo: true, object: { url: `${origin}/item?id=40100021` }, detail: { act: 'flag' } },
    ],
  },
  {
    name: 'vouches for a dead comment',
    about: 'do',
    page: {
      url: `${origin}/item?id=40100022`,
      html: `${top('nora_fields')}<table class="fatitem"><tbody>${comment(
        '40100022',
        `[dead] | <a href="vouch?id=40100022&amp;how=up&amp;auth=${auth}">vouch</a>`,
      )}</tbody></table>`,
    },
    act: [{ click: 'a[href^="vouch?"]' }],
    sends: [follow(`/vouch?id=40100022&how=up&auth=${auth}`, `${origin}/item?id=40100022`)],
    expect: [{ kind: 'moderation', object: { url: `${origin}/item?id=40100022` }, detail: { act: 'vouch' } }],
  },
  {
    name: 'takes a vouch back',
    about: 'undo',
    page: {
      url: `${origin}/item?id=40100022`,
      html: `${top('nora_fields')}<table class="fatitem"><tbody>${comment(
        '40100022',
        `| <a href="vouch?id=40100022&amp;how=un&amp;auth=${auth}">un-vouch</a>`,
      )}</tbody></table>`,
    },
    after: ['vouches for a dead comment'],
    act: [{ click: 'a[href^="vouch?"]' }],
    sends: [follow(`/vouch?id=40100022&how=un&auth=${auth}`, `${origin}/item?id=40100022`)],
    expect: [{ kind: 'moderation', undo: true, object: { url: `${origin}/item?id=40100022` } }],
  },

  {
    name: 'comments on a story',
    about: 'do',
    page: { url: `${origin}/item?id=40100030`, html: itemPage('40100030') },
    act: [
      { type: 'textarea[name="text"]', text: 'Newlyn has the longest record' },
      { click: 'form[action="comment"] input[type="submit"]' },
    ],
    sends: [
      form(
        '/comment',
        { parent: '40100030', goto: 'item?id=40100030', hmac: '1f2e3d4c5b6a', text: 'Newlyn has the longest record' },
        `${origin}/item?id=40100030`,
      ),
    ],
    expect: [
      {
        kind: 'comment',
        object: { url: `${origin}/item?id=40100030`, title: 'How tides are predicted' },
        to: { name: 'mareel' },
        account: 'nora_fields',
        level: 'accepted',
      },
    ],
  },
  {
    name: 'replies in place, with a form of an add-on',
    about: 'layout',
    page: {
      url: `${origin}/item?id=40100000`,
      html: itemPage(
        '40100000',
        comment('40100031', '', '<div class="inline"><textarea name="text"></textarea><button>Reply</button></div>'),
      ),
    },
    act: [{ type: '.inline textarea', text: 'Which constituents?' }, { click: '.inline button' }],
    sends: [
      {
        ...form(
          '/comment',
          { parent: '40100031', goto: 'item?id=40100000', hmac: '1f2e3d4c5b6a', text: 'Which constituents?' },
          `${origin}/item?id=40100000`,
        ),
        by: 'fetch',
      },
    ],
    expect: [{ kind: 'comment', object: { url: `${origin}/item?id=40100031` }, to: { name: 'harbour' } }],
  },
  {
    name: 'a comment sent back with the form, 200',
    about: 'refusal',
    page: { url: `${origin}/item?id=40100032`, html: itemPage('40100032') },
    act: [{ click: 'form[action="comment"] input[type="submit"]' }],
    sends: [form('/comment', { parent: '40100032', goto: 'item?id=40100032', hmac: '1f2e3d4c5b6a', text: '' }, null)],
    expect: [],
  },
  {
    name: 'a comment written too fast is led away',
    about: 'refusal',
    page: { url: `${origin}/item?id=40100033`, html: itemPage('40100033') },
    act: [
      { type: 'textarea[name="text"]', text: 'And once more' },
      { click: 'form[action="comment"] input[type="submit"]' },
    ],
    sends: [
      form(
        '/comment',
        { parent: '40100033', goto: 'item?id=40100033', hmac: '1f2e3d4c5b6a', text: 'And once more' },
        `${origin}/x?fnid=9aBcD&fnop=story-toofast`,
      ),
    ],
    expect: [],
  },
  {
    name: 'submits a story',
    about: 'do',
    page: {
      url: `${origin}/submit`,
      html: `${top('nora_fields')}<form action="/r" method="post"><input type="hidden" name="fnid" value="AbCdEf">
        <input type="hidden" name="fnop" value="submit-page"><input name="title"><input name="url">
        <textarea name="text"></textarea><input type="submit" value="submit"></form>`,
    },
    act: [{ type: 'input[name="title"]', text: 'A tide table for Mars' }, { click: 'input[type="submit"]' }],
    sends: [
      form(
        '/r',
        {
          fnid: 'AbCdEf',
          fnop: 'submit-page',
          title: 'A tide table for Mars',
          url: 'https://example.org/mars',
          text: '',
        },
        `${origin}/newest`,
      ),
    ],
    expect: [{ kind: 'post', object: { url: `${origin}/` }, account: 'nora_fields', level: 'accepted' }],
  },
  {
    name: 'submits a link that is there already: nothing new was made',
    about: 'refusal',
    page: {
      url: `${origin}/submit`,
      html: `${top('nora_fields')}<form action="/r" method="post"><input type="hidden" name="fnop" value="submit-page">
        <input name="title"><input name="url"><input type="submit" value="submit"></form>`,
    },
    act: [{ click: 'input[type="submit"]' }],
    sends: [
      form(
        '/r',
        { fnid: 'AbCdEg', fnop: 'submit-page', title: 'Tides', url: 'https://example.org/tides', text: '' },
        `${origin}/item?id=40100001`,
      ),
    ],
    expect: [],
  },
  {
    name: 'edits an own comment',
    about: 'edit',
    page: {
      url: `${origin}/edit?id=40100040`,
      html: `${top('nora_fields')}<form action="/xedit" method="post"><input type="hidden" name="id" value="40100040">
        <textarea name="text">Old words</textarea><input type="submit" value="update"></form>`,
    },
    act: [{ type: 'textarea', text: ' and new ones' }, { click: 'input[type="submit"]' }],
    sends: [
      form('/xedit', { id: '40100040', hmac: '77aa', text: 'Old words and new ones' }, `${origin}/edit?id=40100040`),
    ],
    expect: [{ kind: 'edit', revises: true, object: { url: `${origin}/item?id=40100040` } }],
  },
  {
    name: 'edits the title of an own story',
    about: 'edit',
    page: {
      url: `${origin}/edit?id=40100041`,
      html: `${top('nora_fields')}<form action="/xedit" method="post"><input type="hidden" name="id" value="40100041">
        <input name="title" value="A tide table for Mars"><input type="submit" value="update"></form>`,
    },
    act: [{ type: 'input[name="title"]', text: ' (2026)' }, { click: 'input[type="submit"]' }],
    sends: [
      form(
        '/xedit',
        { id: '40100041', hmac: '77ab', title: 'A tide table for Mars (2026)', url: 'https://example.org/mars' },
        `${origin}/edit?id=40100041`,
      ),
    ],
    expect: [{ kind: 'edit', revises: true, object: { url: `${origin}/item?id=40100041` } }],
  },
  {
    name: 'deletes an own comment',
    about: 'undo',
    page: {
      url: `${origin}/delete-confirm?id=40100042&goto=item%3Fid%3D40100000`,
      html: `${top('nora_fields')}<form action="/xdelete" method="post"><input type="hidden" name="id" value="40100042">
        <input type="submit" name="d" value="Yes"><input type="submit" name="d" value="No"></form>`,
    },
    act: [{ click: 'input[value="Yes"]' }],
    sends: [
      form(
        '/xdelete',
        { id: '40100042', goto: 'item?id=40100000', hmac: '77ac', d: 'Yes' },
        `${origin}/item?id=40100000`,
      ),
    ],
    expect: [{ kind: 'comment', undo: true, object: { url: `${origin}/item?id=40100042` } }],
  },
  {
    name: 'decides not to delete after all',
    about: 'look-alike',
    page: {
      url: `${origin}/delete-confirm?id=40100043&goto=item%3Fid%3D40100000`,
      html: `${top('nora_fields')}<form action="/xdelete" method="post"><input type="hidden" name="id" value="40100043">
        <input type="submit" name="d" value="Yes"><input type="submit" name="d" value="No"></form>`,
    },
    act: [{ click: 'input[value="No"]' }],
    sends: [
      form(
        '/xdelete',
        { id: '40100043', goto: 'item?id=40100000', hmac: '77ad', d: 'No' },
        `${origin}/item?id=40100000`,
      ),
    ],
    expect: [],
  },
]);
