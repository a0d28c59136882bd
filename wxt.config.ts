import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { bundleVerifier } from './scripts/build-verifier.ts';
import { withoutInjection } from './scripts/without-injection.ts';

/**
 * One config for every browser. The e2e mode differs in the manifest's hosts only
 * (and in the consent the background finds stored, see lib/browser/consent.ts):
 * an outside harness must be able to try any site without pressing through prompts.
 */
export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  vite: () => ({ plugins: [withoutInjection(), preact()], build: { target: 'es2023' } }),
  hooks: {
    // The verifier that goes into every record: the page that makes records reads it from here.
    'build:publicAssets': async (_, files) => {
      files.push({ relativeDest: 'verifier.js', contents: await bundleVerifier() });
    },
  },
  manifestVersion: 3,
  manifest: ({ browser, mode }) => {
    const everySite = ['*://*/*'];
    const e2e = mode === 'e2e';
    return {
      name: '__MSG_extensionName__',
      description: '__MSG_extensionDescription__',
      default_locale: 'en',
      permissions: ['storage', 'unlimitedStorage', 'scripting', 'activeTab', 'webRequest', 'alarms', 'notifications'],
      // Asked for when the downloads folder is chosen for backups, and never before.
      optional_permissions: ['downloads'],
      ...(e2e ? { host_permissions: everySite } : { optional_host_permissions: everySite }),
      incognito: 'not_allowed',
      ...(browser === 'firefox'
        ? {
            browser_specific_settings: {
              gecko: {
                id: 'contrail@w3id.org',
                strict_min_version: '142.0',
                data_collection_permissions: { required: ['none'] },
              },
            },
          }
        : { minimum_chrome_version: '137' }),
    };
  },
});
