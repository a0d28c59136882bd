import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/**
 * What each build asks of the browser. A permission or host that is added anywhere fails here until somebody has
 * accepted it in this file and explained it in docs/PERMISSIONS.md. Read from the builds: run `npm run build` and
 * `npm run build:e2e` first.
 */
const permissions = ['storage', 'unlimitedStorage', 'scripting', 'activeTab', 'webRequest', 'alarms', 'notifications'];
const optional = ['downloads'];
const everySite = ['*://*/*'];

/** Everything in a manifest that gives access or reach; members that are not named here must be missing. */
const powers = [
  'permissions',
  'optional_permissions',
  'host_permissions',
  'optional_host_permissions',
  'content_scripts',
  'web_accessible_resources',
  'externally_connectable',
  'content_security_policy',
  'declarative_net_request',
  'chrome_url_overrides',
  'commands',
  'devtools_page',
  'oauth2',
  'sandbox',
  'storage',
  'incognito',
  'background',
];

const manifestOf = (folder: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`../../.output/${folder}/manifest.json`, import.meta.url), 'utf8'));

const powersOf = (manifest: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(manifest).filter(([name]) => powers.includes(name)));

const worker = { service_worker: 'background.js' };
const scripts = { scripts: ['background.js'] };

describe.each([
  ['chrome-mv3', worker],
  ['edge-mv3', worker],
  ['firefox-mv3', scripts],
  ['safari-mv3', expect.anything()],
])('%s', (folder, background) => {
  it('asks for nothing but what was accepted, and for no site at install', () => {
    expect(powersOf(manifestOf(folder))).toEqual({
      permissions,
      optional_permissions: optional,
      optional_host_permissions: everySite,
      incognito: 'not_allowed',
      background,
    });
  });
});

describe.each([
  ['chrome-mv3', 'chrome-mv3-e2e'],
  ['firefox-mv3', 'firefox-mv3-e2e'],
])('%s', (plain, e2e) => {
  it('differs from its e2e build in the hosts only', () => {
    const { optional_host_permissions, ...rest } = manifestOf(plain);
    expect(manifestOf(e2e)).toEqual({ ...rest, host_permissions: optional_host_permissions });
  });
});

it('tells Firefox that nothing is collected, and from which version it runs', () => {
  expect(manifestOf('firefox-mv3').browser_specific_settings).toEqual({
    gecko: {
      id: 'contrail@w3id.org',
      strict_min_version: '142.0',
      data_collection_permissions: { required: ['none'] },
    },
  });
});

it('explains every permission', () => {
  const document = readFileSync(new URL('../../docs/PERMISSIONS.md', import.meta.url), 'utf8');
  const explained = [...document.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  expect(explained.sort()).toEqual([...permissions, ...optional].sort());
});
