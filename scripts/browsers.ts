import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { chromium as playwright } from '@playwright/test';
import { canInstallPackages, installPackages } from './debian.ts';

/** A browser on this machine that is new enough. */
export interface FoundBrowser {
  path: string;
  /** As the browser prints it: `156.0.8078.79`. */
  version: string;
  /** `Chromium`, `Chrome`, `Edge` or `Firefox`. */
  name: string;
}

/** No usable browser: the message says what to install. */
export class MissingBrowser extends Error {
  override name = 'MissingBrowser';
}

interface Kind {
  name: string;
  /** WebCrypto Ed25519 and the extension's `minimum_chrome_version`; for Firefox `strict_min_version`. */
  oldest: number;
  env: string;
  commands: string[];
  places: Partial<Record<NodeJS.Platform, string[]>>;
  debian: string[];
  install: string;
}

const programFiles = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(
  (folder) => folder !== undefined,
);
const onWindows = (...tails: string[]) => programFiles.flatMap((folder) => tails.map((tail) => join(folder, tail)));

const chromium: Kind = {
  name: 'Chromium, Chrome or Edge',
  oldest: 137,
  env: 'CHROME_PATH',
  commands: [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
  ],
  places: {
    linux: [
      '/usr/lib/chromium/chromium',
      '/snap/bin/chromium',
      '/opt/google/chrome/chrome',
      '/opt/microsoft/msedge/msedge',
    ],
    darwin: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    win32: onWindows(
      'Chromium\\Application\\chrome.exe',
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ),
  },
  debian: ['chromium', 'chromium-sandbox'],
  install: 'Install Chromium, Google Chrome or Microsoft Edge (137 or later), or set CHROME_PATH to its program.',
};

const firefox: Kind = {
  name: 'Firefox',
  oldest: 142,
  env: 'FIREFOX_PATH',
  commands: ['firefox', 'firefox-esr'],
  places: {
    linux: [
      '/usr/lib/firefox/firefox',
      '/usr/lib/firefox-esr/firefox-esr',
      '/snap/bin/firefox',
      '/opt/firefox/firefox',
    ],
    darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
    win32: onWindows('Mozilla Firefox\\firefox.exe'),
  },
  debian: ['firefox-esr'],
  install: 'Install Firefox (142 or later), or set FIREFOX_PATH to its program.',
};

/** Fonts without which a screenshot shows boxes: Latin and more, emoji, and the writing systems of our languages. */
const fonts = ['fonts-dejavu-core', 'fonts-noto-core', 'fonts-noto-cjk', 'fonts-noto-color-emoji'];

/** A Chromium family browser; installs one where it may. Throws `MissingBrowser`. */
export const findChromium = (): FoundBrowser =>
  found(chromium) ?? installedByDebian(chromium) ?? downloaded() ?? missing(chromium);

/** Firefox; installs it where it may. Throws `MissingBrowser`. */
export const findFirefox = (): FoundBrowser => found(firefox) ?? installedByDebian(firefox) ?? missing(firefox);

/** Newest first would need to start them all: the first that is new enough is taken. */
function found(kind: Kind): FoundBrowser | undefined {
  const named = process.env[kind.env];
  if (named) {
    const version = versionOf(named);
    if (version === undefined) throw new MissingBrowser(`${kind.env} is ${named}, and that does not run.`);
    if (Number.parseInt(version, 10) < kind.oldest) {
      throw new MissingBrowser(`${kind.env} is ${named}, version ${version}: ${kind.oldest} or later is needed.`);
    }
    return { path: named, version, name: nameOf(named) };
  }
  for (const path of candidates(kind)) {
    const version = versionOf(path);
    if (version === undefined) continue;
    if (Number.parseInt(version, 10) >= kind.oldest) return { path, version, name: nameOf(path) };
    console.log(`Passing over ${path}: version ${version}, and ${kind.oldest} or later is needed.`);
  }
  return undefined;
}

function candidates(kind: Kind): string[] {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = kind.commands.flatMap((command) => folders.map((folder) => join(folder, command + suffix)));
  return [...onPath, ...(kind.places[process.platform] ?? [])].filter((path) => existsSync(path));
}

function nameOf(path: string): string {
  if (/edge/i.test(path)) return 'Edge';
  if (/firefox/i.test(path)) return 'Firefox';
  return /chromium/i.test(path) ? 'Chromium' : 'Chrome';
}

/** Version by asking the program; on Windows, where that would open a window, by its file. */
function versionOf(path: string): string | undefined {
  const asked =
    process.platform === 'win32'
      ? spawnSync('powershell', ['-NoProfile', '-Command', `(Get-Item '${path}').VersionInfo.ProductVersion`], options)
      : spawnSync(path, ['--version'], options);
  return /\d+(\.\d+)+/.exec(asked.stdout ?? '')?.[0];
}
const options = { encoding: 'utf8', timeout: 30_000 } as const;

function installedByDebian(kind: Kind): FoundBrowser | undefined {
  if (!canInstallPackages()) return undefined;
  installPackages(kind.debian, fonts);
  return found(kind);
}

/** Playwright's own build of Chromium, where its download can be reached. */
function downloaded(): FoundBrowser | undefined {
  const cli = join(dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')), 'cli.js');
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { encoding: 'utf8', timeout: 600_000 });
  const path = playwright.executablePath();
  const version = existsSync(path) ? versionOf(path) : undefined;
  return version === undefined ? undefined : { path, version, name: 'Chromium' };
}

function missing(kind: Kind): never {
  throw new MissingBrowser(`No ${kind.name} was found. ${kind.install}`);
}

if (import.meta.main) {
  for (const find of [findChromium, findFirefox]) {
    const { name, version, path } = find();
    console.log(`${name} ${version} (${path})`);
  }
}
