import { defineSite } from '../define.ts';
import type { Action, RequestRule } from '../schema.ts';

/** Newer pages speak API v2 (uuids), others v1 (numbers), some still Rails on the page's own host. */
const api = (path: string): string[] => [`/v2${path}`, `/v1${path}`];
const anywhere = (path: string): string[] => [...api(path), path];
const site = 'https://www.inaturalist.org';
const observation = `${site}/observations/{id}`;

/** The observation whose page is open, where the request names something that belongs to it. */
const shown = { from: '/page/url', via: [{ match: '/observations/([0-9a-f\\-]+)' }] };
const inUrl = {
  take: { id: '/url/id' },
  object: { url: observation, id: '{id}' },
} satisfies Partial<Action>;

/** A search too long for an address is POSTed to where observations are made: only what is made has fields of its own. */
const ofObservation = ['species_guess', 'taxon_id', 'observed_on_string', 'description', 'place_guess', 'latitude'];

const doneAndUndone = (
  id: string,
  kind: Action['kind'],
  [done, undone]: [RequestRule, RequestRule],
  rest: Omit<Action, 'id' | 'kind' | 'request'>,
): Action[] => [
  { id, kind, request: done, ...rest },
  { id: `take-${id}-back`, kind, undo: true, request: { method: 'DELETE', ...undone }, ...rest },
];

const flaggable = {
  from: ['/json/flag/flaggable_type', '/form/flag[flaggable_type]'],
  via: [
    {
      map: {
        Observation: 'observations',
        Comment: 'comments',
        Identification: 'identifications',
        User: 'people',
        Taxon: 'taxa',
        Photo: 'photos',
        LocalPhoto: 'photos',
        Sound: 'sounds',
        Post: 'posts',
        Project: 'projects',
      },
    },
  ],
};

export default defineSite({
  id: 'inaturalist',
  name: 'iNaturalist',
  version: 1,
  group: 'reviews',
  confidence: 'high',
  hosts: [
    '*.inaturalist.org',
    'inaturalist.ca',
    'inaturalist.nz',
    'inaturalist.lu',
    'inaturalist.se',
    'inaturalist.laji.fi',
    'inaturalist.ala.org.au',
    'www.inaturalist.ca',
    'www.naturalista.mx',
    'naturalista.mx',
    'www.biodiversity4all.org',
    'biodiversity4all.org',
    'www.argentinat.org',
  ],
  apiHosts: ['api.inaturalist.org'],
  account: {
    name: {
      of: 'page',
      select: '#usernav a.profile_link[href*="/people/"], #usersubnav a[href*="/people/"]',
      attr: 'href',
      match: '/people/([^/?#]+)',
    },
    url: `${site}/people/{account}`,
    signedOut: '#usernav .signedout, a.signin_link',
  },
  composers: ['.CommentForm textarea', '.IdentificationForm textarea', '.comment_tab textarea', '.id_tab textarea'],
  private: { paths: ['/messages', '/messages/*'] },
  actions: [
    {
      id: 'identify',
      kind: 'answer',
      request: {
        url: anywhere('/identifications'),
        where: [
          {
            any: [
              { at: '/json/identification/observation_id', present: true },
              { at: '/form/identification[observation_id]', present: true },
            ],
          },
        ],
      },
      control: { select: '.ActivityItem button:has(.fa-check), .id_tab button.comment_id, .IdentificationForm button' },
      take: { id: { from: ['/json/identification/observation_id', '/form/identification[observation_id]'] } },
      object: { url: observation, id: '{id}' },
    },
    {
      id: 'withdraw-identification',
      kind: 'answer',
      undo: true,
      request: {
        method: 'PUT',
        url: anywhere('/identifications/:id'),
        where: [{ at: '/json/identification/current', is: false }],
      },
      take: { id: shown },
      object: { url: [observation, `${site}/identifications/{url.id}`] },
    },
    {
      id: 'change-identification',
      kind: 'answer',
      edit: true,
      request: { method: 'PUT', url: anywhere('/identifications/:id') },
      take: { id: shown },
      object: { url: [observation, `${site}/identifications/{url.id}`] },
    },
    {
      id: 'delete-identification',
      kind: 'answer',
      undo: true,
      request: { method: 'DELETE', url: anywhere('/identifications/:id') },
      take: { id: shown },
      object: { url: [observation, `${site}/identifications/{url.id}`] },
    },
    ...doneAndUndone(
      'nominate',
      'vote',
      [{ url: api('/identifications/:id/nominate') }, { url: api('/identifications/:id/unnominate') }],
      {
        object: { url: `${site}/identifications/{url.id}`, id: '{url.id}' },
        detail: { vote: { text: 'up' }, act: { text: 'nominate' } },
        confidence: 'medium',
      },
    ),
    {
      id: 'comment',
      kind: 'comment',
      request: {
        url: anywhere('/comments'),
        where: [
          {
            any: [
              { at: '/json/comment/parent_type', is: 'Observation' },
              { at: '/form/comment[parent_type]', is: 'Observation' },
            ],
          },
        ],
      },
      control: { select: '.comment_tab button.comment_id, .CommentForm button' },
      take: { id: { from: ['/json/comment/parent_id', '/form/comment[parent_id]'] } },
      object: { url: observation, id: '{id}' },
      draft: [{ at: '/form/preview', present: true }],
    },
    {
      // Journal posts, flags, changes of taxa: the page is what is spoken about.
      id: 'comment-elsewhere',
      kind: 'comment',
      request: {
        url: anywhere('/comments'),
        where: [
          {
            any: [
              { at: '/json/comment/parent_type', present: true },
              { at: '/form/comment[parent_type]', present: true },
            ],
          },
        ],
      },
      take: { page: { from: '/page/url', via: [{ match: '^([^?#]+)' }] } },
      object: { url: '{page}' },
      draft: [{ at: '/form/preview', present: true }],
    },
    {
      id: 'edit-comment',
      kind: 'comment',
      edit: true,
      request: { method: 'PUT', url: anywhere('/comments/:id') },
      object: { url: `${site}/comments/{url.id}`, id: '{url.id}' },
    },
    {
      id: 'delete-comment',
      kind: 'comment',
      undo: true,
      request: { method: 'DELETE', url: anywhere('/comments/:id') },
      object: { url: `${site}/comments/{url.id}`, id: '{url.id}' },
    },
    // The same address carries the vote whether an observation still needs a name.
    ...doneAndUndone(
      'needs-id',
      'vote',
      [
        {
          url: ['/v2/observations/:id/fave', '/v1/votes/vote/observation/:id'],
          where: [{ at: '/json/scope', is: 'needs_id' }],
        },
        {
          url: ['/v2/observations/:id/fave', '/v1/votes/unvote/observation/:id'],
          where: [{ at: '/query/scope', is: 'needs_id' }],
        },
      ],
      {
        ...inUrl,
        detail: { vote: { from: '/json/vote', via: [{ map: { yes: 'up', no: 'down' } }] }, act: { text: 'needs-id' } },
      },
    ),
    ...doneAndUndone(
      'fave',
      'like',
      [
        {
          url: ['/v2/observations/:id/fave', '/v1/votes/vote/observation/:id'],
          where: [{ at: '/json/scope', present: false }],
        },
        {
          url: ['/v2/observations/:id/fave', '/v1/votes/unvote/observation/:id'],
          where: [{ at: '/query/scope', present: false }],
        },
      ],
      inUrl,
    ),
    ...doneAndUndone(
      'quality',
      'vote',
      [{ url: api('/observations/:id/quality/:metric') }, { url: api('/observations/:id/quality/:metric') }],
      {
        ...inUrl,
        detail: {
          vote: { from: ['/json/agree', '/url/metric'], via: [{ map: { false: 'down' }, else: 'up' }] },
          act: { from: '/url/metric', via: [{ format: 'quality {}' }] },
        },
      },
    ),
    {
      id: 'annotate',
      kind: 'edit',
      request: {
        url: anywhere('/annotations'),
        where: [
          {
            any: [
              { at: '/json/annotation/resource_type', is: 'Observation' },
              { at: '/json/resource_type', is: 'Observation' },
            ],
          },
        ],
      },
      take: { id: { from: ['/json/annotation/resource_id', '/json/resource_id'] } },
      object: { url: observation, id: '{id}' },
      detail: { act: { text: 'annotation' } },
    },
    {
      id: 'remove-annotation',
      kind: 'edit',
      undo: true,
      request: { method: 'DELETE', url: anywhere('/annotations/:annotation') },
      take: { id: shown },
      object: { url: observation },
      detail: { act: { text: 'annotation' } },
    },
    ...doneAndUndone(
      'vote-on-annotation',
      'vote',
      [
        { url: ['/v2/annotations/:annotation/vote', '/v1/votes/vote/annotation/:annotation'] },
        { url: ['/v2/annotations/:annotation/vote', '/v1/votes/unvote/annotation/:annotation'] },
      ],
      {
        take: { id: shown },
        object: { url: [observation, `${site}/annotations/{url.annotation}`] },
        detail: {
          vote: { from: ['/json/vote', '/url/annotation'], via: [{ map: { bad: 'down' }, else: 'up' }] },
          act: { from: '/url/annotation', via: [{ format: 'annotation {}' }] },
        },
      },
    ),
    {
      id: 'observe',
      kind: 'post',
      request: {
        url: anywhere('/observations'),
        where: [
          {
            any: ofObservation.flatMap((field) => [
              { at: `/json/observation/${field}`, present: true },
              { at: `/form/observation[${field}]`, present: true },
            ]),
          },
        ],
      },
      object: { url: `${site}/observations` },
      // The uploader sends what was gathered, one after the other.
      within: 60_000,
    },
    {
      id: 'edit-observation',
      kind: 'post',
      edit: true,
      request: { method: 'PUT', url: anywhere('/observations/:id([0-9a-f\\-]+)') },
      ...inUrl,
    },
    {
      id: 'delete-observation',
      kind: 'post',
      undo: true,
      request: { method: 'DELETE', url: anywhere('/observations/:id([0-9a-f\\-]+)') },
      ...inUrl,
    },
    {
      id: 'flag',
      kind: 'moderation',
      request: { url: anywhere('/flags') },
      take: { type: flaggable, id: { from: ['/json/flag/flaggable_id', '/form/flag[flaggable_id]'] } },
      object: { url: `${site}/{type}/{id}`, id: '{id}' },
      detail: { act: { text: 'flag' } },
    },
    {
      id: 'follow',
      kind: 'follow',
      request: { url: api('/relationships'), where: [{ at: '/json/relationship/friend_id', present: true }] },
      object: { url: `${site}/people/{json.relationship.friend_id}`, id: '{json.relationship.friend_id}' },
    },
    {
      id: 'follow-by-profile',
      kind: 'follow',
      request: {
        method: 'PUT',
        url: '/v1/users/:me',
        where: [
          {
            any: [
              { at: '/json/friend_id', present: true },
              { at: '/json/remove_friend_id', present: true },
            ],
          },
        ],
      },
      take: { id: { from: ['/json/friend_id', '/json/remove_friend_id'] } },
      object: { url: `${site}/people/{id}`, id: '{id}' },
      undo: [{ at: '/json/remove_friend_id', present: true }],
    },
    ...doneAndUndone(
      'join-project',
      'follow',
      [
        { url: ['/v2/projects/:id/membership', '/v1/projects/:id/join'] },
        { url: ['/v2/projects/:id/membership', '/v1/projects/:id/leave'] },
      ],
      { object: { url: `${site}/projects/{url.id}`, id: '{url.id}' } },
    ),
    {
      id: 'add-to-project',
      kind: 'edit',
      request: {
        url: anywhere('/project_observations'),
        where: [
          {
            any: [
              { at: '/json/project_observation/observation_id', present: true },
              { at: '/json/observation_id', present: true },
            ],
          },
        ],
      },
      take: { id: { from: ['/json/project_observation/observation_id', '/json/observation_id'] } },
      object: { url: observation, id: '{id}' },
      detail: { act: { text: 'add-to-project' } },
      confidence: 'medium',
    },
    {
      id: 'journal',
      kind: 'post',
      // The form's buttons differ only in their words, in the person's language.
      request: {
        url: ['/posts', '/journal/:login'],
        where: [{ at: '/form/commit', is: ['Publish', 'Publicar', 'Publier', 'Veröffentlichen', 'Pubblica'] }],
      },
      object: { url: ['{made.location}', `${site}/journal/{account}`] },
      made: { location: '/journal/:login/:id', url: '{made.location}', id: '{made.id}' },
      refusal: 'redirect',
      confidence: 'medium',
    },
  ],
  unseen: [
    'Following somebody no longer on newer pages, and following an observation: the requests do not say whom, or which way.',
    'Journal posts published in other languages than English, Spanish, Portuguese, French, German and Italian.',
    'Which comment or identification was made: only the answer names it.',
    'Everything from the apps.',
  ],
  sources: [
    'inaturalist/inaturalist app/webpack/observations, config/routes.rb (2026-08)',
    'inaturalist/inaturalistjs lib/endpoints (2026-07)',
  ],
});
