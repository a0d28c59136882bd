import { defineSite } from '../define.ts';
import type { Action, RequestRule, Test, Value } from '../schema.ts';

/**
 * Quora names its writes in the query: `<module>_<field>_Mutation`. Reads go to another path. Ids are numbers that lead
 * nowhere, so the address comes from the link at the answer's time.
 */
const operation: Value = { from: ['/query/q', '/json/queryName'] };
const mutation = (matches: string, ...where: Test[]): RequestRule => ({
  url: '/graphql/gql_POST',
  where: [{ at: operation, matches }, ...where],
});
const variable = (name: string) => `/json/variables/${name}`;
const nobody = { name: { text: '' } };
const around = ['{page.link}', '{page.url}'];

const upvote = { select: '.puppeteer_test_votable_upvote_button', on: '[aria-pressed="true"]' };
const downvote = { select: '.puppeteer_test_votable_downvote_button', on: '[aria-pressed="true"]' };

const times = 'a.answer_timestamp, a.post_timestamp, a[href*="/answer/"]';
const ofItem = {
  link: { select: times, attr: 'href', match: '^([^?#]+)' },
  title: { select: '.puppeteer_test_question_title' },
  author: { select: 'a[href*="/profile/"]' },
  authorUrl: { select: 'a[href*="/profile/"]', attr: 'href', match: '^([^?#]+)' },
};

export default defineSite({
  id: 'quora',
  name: 'Quora',
  version: 1,
  group: 'knowledge',
  confidence: 'medium',
  hosts: ['www.quora.com', '*.quora.com'],
  account: {
    name: {
      of: 'page',
      select: 'header a[href*="/profile/"], .puppeteer_test_profile_menu a[href*="/profile/"]',
      attr: 'href',
      match: '/profile/([^/?#]+)',
    },
    url: 'https://www.quora.com/profile/{account}',
    signedOut: 'form[action*="login"], .puppeteer_test_login_button_submit',
  },
  items: [
    {
      select: '[class*="dom_annotate_question_answer_item"], [class*="dom_annotate_multifeed_bundle"]',
      read: ofItem,
    },
  ],
  page: { title: { select: '.puppeteer_test_question_title' } },
  composers: ['.doc[contenteditable="true"]'],
  private: { paths: ['/messages{/*}?'], within: ['[class*="puppeteer_test_modal_message"]'] },
  actions: [
    {
      id: 'vote',
      kind: 'vote',
      request: mutation('^voteUtils_voteChange_Mutation$', { at: variable('oid'), present: true }),
      control: [upvote, downvote],
      take: { id: variable('oid'), type: variable('entityType') },
      object: { url: around, id: '{type}/{id}' },
      detail: { vote: { from: variable('voteType'), via: [{ map: { upvote: 'up', downvote: 'down' } }] } },
      // The word for taking a vote back is not known: it is neither of the two.
      undo: [{ at: variable('voteType'), not: ['upvote', 'downvote'] }],
    },
    ...(['Add', 'Remove'] as const).flatMap((verb) =>
      (['Upvote', 'Downvote'] as const).map(
        (which): Action => ({
          id: `${verb.toLowerCase()}-${which.toLowerCase()}`,
          kind: 'vote',
          undo: verb === 'Remove',
          request: mutation(`_answer${which}${verb}_Mutation$`, { at: variable('aid'), present: true }),
          control: which === 'Upvote' ? upvote : downvote,
          take: { id: variable('aid') },
          object: { url: around, id: 'answer/{id}' },
          detail: { vote: { text: which === 'Upvote' ? 'up' : 'down' } },
        }),
      ),
    ),
    {
      id: 'ask',
      kind: 'post',
      request: mutation('^askQuestionStepUtils_questionCreate_Mutation$'),
      // The first of two calls only looks for questions like it.
      draft: [
        {
          any: [
            { at: variable('shouldCheckDuplicate'), is: true },
            { at: variable('shouldCheckCorrection'), is: true },
          ],
        },
      ],
      object: { url: 'https://www.quora.com/', title: variable('titlePlaintext') },
      to: nobody,
      detail: { act: { text: 'question' } },
      within: 20_000,
    },
    {
      id: 'post',
      kind: 'post',
      request: mutation('_postAdd_Mutation$'),
      object: { url: ['{page.url}'] },
      to: nobody,
    },
    {
      id: 'answer',
      kind: 'answer',
      request: mutation('_[aA]nswer(?:Add|Create|Submit|Publish)\\w*_Mutation$'),
      take: { id: { from: [variable('qid'), variable('questionId')] } },
      object: { url: ['{page.url}'], id: 'question/{id}' },
      to: nobody,
      confidence: 'low',
    },
    {
      id: 'comment',
      kind: 'comment',
      request: mutation('_[cC]omment(?:Add|Create)\\w*_Mutation$'),
      object: { url: around },
      confidence: 'low',
    },
    ...[false, true].map(
      (undo): Action => ({
        id: undo ? 'unfollow' : 'follow',
        kind: 'follow',
        undo,
        request: mutation(`_user${undo ? 'Unfollow' : 'Follow'}_Mutation$`),
        take: { id: variable('uid') },
        object: { url: ['{page.authorUrl}', '{page.url}'], id: 'user/{id}' },
        confidence: 'low',
      }),
    ),
  ],
  unseen: [
    'Edits and deletions: their requests have not been described by anybody.',
    'The address of a new question or answer.',
    'Answers, comments and follows are recognised by the look of their names and may be missed.',
    'Where no answer stands around the button, the address of the page is kept.',
  ],
  sources: [
    'Automation of Quora with captured operations (2021-2024); a script for upvotes (2025)',
    'Notes on its reads (2026-04)',
  ],
});
