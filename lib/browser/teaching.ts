import { browser } from 'wxt/browser';
import { z } from 'zod';
import { ListError } from '../lists/errors.ts';
import { isNarrow } from '../lists/hosts.ts';
import type { TeachChoice, TeachProblem, TeachState } from '../messages.ts';
import { contributionOf } from '../sites/contribution.ts';
import { originsOf } from '../sites/engine.ts';
import { genericId } from '../sites/generic.ts';
import type { Action, Site } from '../sites/schema.ts';
import { hostMatches } from '../sites/url-rule.ts';
import { draftDefinition, ownIdOf, seemsTakenBack } from '../teach/draft.ts';
import { judgeOwn, readOwn, writeOwn } from '../teach/own.ts';
import { type PressedControl, pressedSchema } from '../teach/pressed.ts';
import { hasConsent } from './consent.ts';
import type { Definitions } from './definitions.ts';
import type { PageHandlers, WatcherHandlers } from './messages.ts';
import type { OwnSites } from './own-sites.ts';
import type { LocalArea, SettingsStore } from './settings.ts';
import { giveBack, switchSite } from './sites.ts';

const key = 'teaching';
const screen = '/dashboard.html#/sites/teach';
const lessonSchema = z.object({
  tab: z.int(),
  host: z.string(),
  /** Tab in which what was shown is looked at. */
  shownIn: z.int().optional(),
  /** Page of the press, and what it told. */
  url: z.string().optional(),
  pressed: pressedSchema.optional(),
});
type Lesson = z.infer<typeof lessonSchema>;

interface Parts {
  session: LocalArea;
  settings: SettingsStore;
  definitions: Definitions;
  own: OwnSites;
}

type Answers = Pick<
  PageHandlers,
  'teachBegin' | 'teachAgain' | 'teach' | 'teachSave' | 'teachEnd' | 'own' | 'ownImport' | 'ownRemove'
>;

/**
 * Teaching: the person asks for it in the popup, presses one control in that tab, and says what it is. The script that
 * listens is started by that wish alone (`activeTab`), hears one press and ends.
 */
export function createTeaching({ session, settings, definitions, own }: Parts) {
  const read = async (): Promise<Lesson | undefined> =>
    lessonSchema.safeParse((await session.get(key))[key]).data ?? undefined;
  const write = (lesson: Lesson | null) => session.set({ [key]: lesson });

  async function listen(tab: number): Promise<{ problem?: TeachProblem }> {
    try {
      await browser.scripting.executeScript({ target: { tabId: tab }, files: ['/teacher.js'] });
      return {};
    } catch {
      return { problem: 'page' };
    }
  }

  async function problemOf(url: URL | null): Promise<TeachProblem | undefined> {
    if (!url || !/^https?:$/.test(url.protocol)) return 'page';
    if (!isNarrow(url.hostname) || ownIdOf(url.hostname) === undefined) return 'host';
    const { instances } = await settings.read();
    const instance = instances[url.host];
    const isSoftware = instance?.on === true && instance.site !== genericId;
    return isSoftware || isDescribed(url.hostname) ? 'described' : undefined;
  }

  const isDescribed = (host: string) =>
    own.below().some(({ hosts }) => hosts?.some((pattern) => hostMatches(pattern, host)));

  async function draftOf({ host, pressed }: Lesson, { kind, tookBack }: TeachChoice) {
    if (!pressed || 'refused' in pressed) return undefined;
    const known = (await own.all()).find(({ id }) => id === ownIdOf(host));
    return draftDefinition({ host, pressed, kind, tookBack, known });
  }

  /** The screen on which it goes on: a popup has closed by now. */
  async function show(lesson: Lesson): Promise<void> {
    const { shownIn } = lesson;
    const there =
      shownIn !== undefined && (await browser.tabs.update(shownIn, { active: true }).catch(() => undefined));
    if (there) return;
    const { id } = await browser.tabs.create({ url: browser.runtime.getURL(screen as '/dashboard.html') });
    if (id !== undefined) await write({ ...lesson, shownIn: id });
  }

  const pressed: WatcherHandlers['pressed'] = async ({ url, pressed: told }, from) => {
    const lesson = await read();
    if (!lesson || lesson.pressed || lesson.tab !== from.tab || from.frame !== 0) return null;
    if (lesson.host !== from.url.hostname) return null;
    const next = { ...lesson, url, pressed: told };
    await write(next);
    await show(next);
    return null;
  };

  const answers: Answers = {
    async teachBegin({ tab, url: address }) {
      const url = URL.parse(address);
      const problem = await problemOf(url);
      if (problem || !url) return { problem: problem ?? 'page' };
      if (!hasConsent(await settings.read())) throw new Error('no consent');
      const before = await read();
      await write({ tab, host: url.hostname, ...(before?.shownIn === undefined ? {} : { shownIn: before.shownIn }) });
      const answer = await listen(tab);
      if (answer.problem) await write(null);
      return answer;
    },
    async teachAgain() {
      const lesson = await read();
      if (!lesson) return { problem: 'page' };
      const { tab, host, shownIn } = lesson;
      const answer = await listen(tab);
      if (answer.problem) return answer;
      await write({ tab, host, ...(shownIn === undefined ? {} : { shownIn }) });
      await browser.tabs.update(tab, { active: true });
      return {};
    },
    async teach(choice): Promise<TeachState> {
      const lesson = await read();
      if (!lesson) return { state: 'none' };
      const { host, pressed: told, url = '' } = lesson;
      if (!told) return { state: 'listening', host };
      if ('refused' in told) return { state: 'refused', host, why: told.refused };
      const draft = await draftOf(lesson, choice);
      const found = draft && previewOf(draft, told, url);
      return {
        state: 'pressed',
        host,
        label: told.control.label,
        control: told.control.select,
        ...(told.item ? { item: told.item.select } : {}),
        weak: told.control.place === 'label' || told.control.place === 'structure',
        tookBack: choice.tookBack ?? seemsTakenBack(told),
        ...(found ? { found } : {}),
      };
    },
    async teachSave(choice) {
      const lesson = await read();
      const draft = lesson && (await draftOf(lesson, choice));
      if (!draft) throw new Error('nothing was shown');
      return orRefused(async () => {
        const [site] = judgeOwn([draft.site]);
        if (!site) throw new ListError('definition');
        await switchSite(settings, site, lesson.host, true);
        await own.add([site]);
        await write(null);
        return null;
      });
    },
    async teachEnd() {
      await write(null);
      return null;
    },
    async own() {
      const sites = await own.all();
      return {
        sites: sites.map(({ id, hosts, actions }) => ({
          id,
          host: hosts?.[0] ?? '',
          kinds: [...new Set(actions.map(({ kind }) => kind))],
        })),
        file: writeOwn(sites),
      };
    },
    ownImport: ({ text }) =>
      orRefused(async () => {
        const sites = readOwn(text);
        const taken = sites.find(({ hosts }) => hosts?.some(isDescribed));
        if (taken) throw new ListError('hosts', taken.id);
        await own.add(sites);
        return { added: sites.length };
      }),
    async ownRemove({ id }) {
      const site = (await own.all()).find((one) => one.id === id);
      if (!site) return null;
      const host = site.hosts?.[0] ?? '';
      await switchSite(settings, site, host, false);
      await own.remove(id);
      await giveBack(await settings.read(), definitions.index, site, host);
      return null;
    },
  };
  return { pressed, answers };
}

export type Teaching = ReturnType<typeof createTeaching>;

/** What the ledger would get of a press like the one that was shown: asked of the same code that records. */
function previewOf({ site, action }: { site: Site; action: Action }, { page }: PressedControl, url: string) {
  const result = contributionOf(site, action, {
    gesture: {
      id: 'preview',
      at: Date.now(),
      type: 'click',
      url,
      zone: 0,
      controls: [{ action: action.id, state: 'off' }],
      page,
      account: '',
      signedOut: false,
      private: false,
    },
    outcome: { states: { [action.id]: 'on' } },
  });
  if ('refused' in result) return undefined;
  const { object, to } = result.contribution;
  const [control] = [action.control ?? []].flat();
  return {
    on: control?.on ?? '',
    origins: originsOf(site, site.hosts?.[0] ?? ''),
    object: { url: object.url, title: object.title },
    ...(to ? { to: to.name } : {}),
  };
}

/** A definition that is refused is an answer, with its reason, and not a failure. */
async function orRefused<Answer>(work: () => Promise<Answer>) {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ListError) return { refused: { problem: error.problem, detail: error.detail } };
    throw error;
  }
}
