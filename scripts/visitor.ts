import type { Locator, Page } from '@playwright/test';

/** One act that the visitor did and the community took: what a ledger that saw everything holds, in this order. */
export interface VisitorAct {
  kind: string;
  /** Absolute URL of what it was done to. */
  object: string;
  detail?: Record<string, string>;
  /** Absolute URL of what it made. */
  made?: string;
  undo?: true;
  revises?: true;
}

export interface WeekOptions {
  /** Name to sign in with; it must be new in the community. */
  name?: string;
  /** Called when the page shows that an act was taken, before the visitor goes on. */
  after?: (act: VisitorAct) => Promise<void>;
  /**
   * Called when the page shows that an act was refused behind a success status, with the URL of the item. Whoever watches
   * sees it only by what does not happen, and needs the page to stay for that long.
   */
  refused?: (object: string) => Promise<void>;
}

/**
 * Plays one visitor's week on the demo community in a real browser, with mouse and keyboard alone: what helps, what is
 * taken back, what is refused, and what is nobody's business. Everywhere it waits for what the page shows, never for time.
 *
 * @param page an empty tab of a browser in which nobody is signed in to the community
 * @param baseUrl origin of a freshly seeded community, without a trailing slash
 * @returns the acts that count; previews, drafts, refusals and private messages are none
 */
export async function playWeek(page: Page, baseUrl: string, options: WeekOptions = {}): Promise<VisitorAct[]> {
  const week = new Week(page, baseUrl, options);
  await week.signIn();
  await week.monday();
  await week.tuesday();
  await week.wednesday();
  await week.thursday();
  await week.friday();
  await week.weekend();
  return week.acts;
}

class Week {
  readonly acts: VisitorAct[] = [];
  readonly #page: Page;
  readonly #baseUrl: string;
  readonly #options: WeekOptions;

  constructor(page: Page, baseUrl: string, options: WeekOptions) {
    this.#page = page;
    this.#baseUrl = baseUrl;
    this.#options = options;
  }

  async signIn(): Promise<void> {
    await this.#page.goto(`${this.#baseUrl}/`);
    await this.#page.getByRole('link', { name: 'Sign in', exact: true }).click();
    await this.#page.getByLabel('Your name').pressSequentially(this.#options.name ?? 'Wanda Quill');
    await this.#page.keyboard.press('Enter');
    await this.#page.locator('a.me').waitFor();
  }

  /** Reads the front page and likes; one like was a slip, one becomes thanks. */
  async monday(): Promise<void> {
    const jars = this.#inFeed('forty clean glass jars');
    await this.#press(jars, 'like', true, { kind: 'like', detail: { reaction: 'like' } });
    const ladder = this.#inFeed('A ladder for whoever needs one');
    await this.#press(ladder, 'like', true, { kind: 'like', detail: { reaction: 'like' } });
    await this.#press(ladder, 'like', false, { kind: 'like', undo: true });
    const dough = this.#inFeed('the dough will not rise');
    await this.#press(dough, 'like', true, { kind: 'like', detail: { reaction: 'like' } });
    await this.#press(dough, 'thanks', true, { kind: 'like', detail: { reaction: 'thanks' } });
    const library = this.#inFeed('The library stays open late');
    await this.#press(library, 'share', true, { kind: 'share' });
    const seeds = this.#inFeed('Seed swap on the first Saturday');
    await this.#press(seeds, 'bookmark', true, { kind: 'bookmark' });
  }

  /** Starts an answer, looks at it and lets it be; then writes one and improves it. */
  async tuesday(): Promise<void> {
    await this.#open('Questions', 'Can a zip that splits');
    await this.#answerField().pressSequentially('Press the slider together with pliers.');
    await this.#page.getByRole('button', { name: 'Preview' }).click();
    await this.#page.locator('.preview').waitFor();

    await this.#open('Questions', 'Does kale survive');
    const question = this.#page.url();
    await this.#answerField().pressSequentially('It does, if the wind does not reach it.');
    await this.#page.getByRole('button', { name: 'Publish answer' }).click();
    await this.#page.waitForURL(/#a-/);
    const answer = this.#page.url();
    await this.#did({ kind: 'answer', object: question, made: answer });

    await this.#shownNow().getByRole('link', { name: 'Edit' }).click();
    await this.#page.getByLabel('Text').press('End');
    await this.#page.keyboard.type(' Mine did twice.');
    await this.#page.getByRole('button', { name: 'Save' }).click();
    await this.#page.waitForURL(answer);
    await this.#did({ kind: 'answer', object: answer, revises: true });
  }

  /** Comments with the keyboard, tells the keepers of something odd, follows somebody. */
  async wednesday(): Promise<void> {
    await this.#open('Home', 'Seed swap on the first Saturday');
    const seeds = this.#page.url();
    const written = this.#page.locator('.comment');
    const before = await written.count();
    await this.#page.getByLabel('Your comment').pressSequentially('I bring sunflowers.');
    await this.#page.keyboard.press('Control+Enter');
    const comment = written.nth(before);
    await comment.waitFor();
    await this.#did({ kind: 'comment', object: seeds, made: await linkOf(comment) });

    await this.#open('Questions', 'What should somebody new in the street know');
    const odd = this.#page.locator('main > .question');
    await odd.locator('> .acts .report summary').click();
    await odd.getByLabel('Something else').check();
    await odd.getByRole('button', { name: 'Report', exact: true }).click();
    await odd.locator('[data-act="unreport"]').waitFor({ state: 'attached' });
    await this.#did({ kind: 'moderation', object: await linkOf(odd), detail: { act: 'report' } });

    await this.#open('Questions', 'How do I stop a kitchen chair');
    await this.#page.locator('.answer .author', { hasText: 'Maren Holt' }).click();
    const maren = this.#page.locator('.person');
    await this.#press(maren, 'follow', true, { kind: 'follow' });
  }

  /** Things: stars, a review, a vote, a better description. */
  async thursday(): Promise<void> {
    await this.#open('Things', 'Café Lantern');
    await this.#press(this.#page.locator('.thing'), 'star-4', true, { kind: 'rating', detail: { rating: '4/5' } });

    await this.#open('Things', 'A Soil Almanac');
    const review = this.#page.locator('.review').first();
    await this.#press(review, 'vote-up', true, { kind: 'vote', detail: { vote: 'up' } });

    await this.#open('Things', 'The hand drill');
    const drill = this.#page.url();
    const form = this.#page.locator('.review-form');
    await form.getByLabel('5 stars').check();
    await form.getByLabel('In a few words').pressSequentially('A pleasure');
    await form.getByLabel('Your review').pressSequentially('Light, and it never slips off the wood.');
    await form.getByRole('button', { name: 'Publish review' }).click();
    await this.#page.waitForURL(/#r-/);
    await this.#did({ kind: 'review', object: drill, made: this.#page.url(), detail: { rating: '5/5' } });

    await this.#open('Things', 'Second-life laptops');
    const laptops = this.#page.url();
    await this.#page.getByRole('link', { name: 'Improve this entry' }).click();
    await this.#page.getByLabel('Text').press('Control+End');
    await this.#page.keyboard.type(' A charger comes with each.');
    await this.#page.getByRole('button', { name: 'Save' }).click();
    await this.#page.waitForURL(laptops);
    await this.#did({ kind: 'edit', object: laptops });
  }

  /** Asks, is helped by a neighbour, and says which answer it was. Liking one's own question is refused. */
  async friday(): Promise<void> {
    await this.#page.getByRole('link', { name: 'Home', exact: true }).click();
    await this.#page.getByRole('link', { name: 'Ask something' }).click();
    await this.#page.getByLabel('Title').pressSequentially('How do I clean a brass lamp?');
    await this.#page.getByLabel('Text').pressSequentially('It has gone brown and I do not want to scratch it.');
    await this.#page.getByLabel('Topic').selectOption('repairing');
    await this.#page.getByRole('button', { name: 'Ask', exact: true }).click();
    await this.#page.waitForURL(/\/q\//);
    const question = this.#page.url();
    await this.#did({ kind: 'post', object: `${this.#baseUrl}/topic/repairing`, made: question });

    const own = this.#page.locator('main > .question');
    await button(own, 'like').click();
    await this.#page.locator('#said', { hasText: 'your own' }).waitFor();
    await this.#options.refused?.(question);

    await neighbourAnswers(this.#baseUrl, new URL(question).pathname);
    await this.#page.reload();
    await this.#page.getByRole('button', { name: 'Accept this answer' }).click();
    await this.#page.waitForURL(/#a-/);
    await this.#page.getByRole('button', { name: 'No longer accept' }).waitFor();
    await this.#did({ kind: 'vote', object: this.#page.url(), detail: { act: 'accept' } });
  }

  /** A private word that nothing and nobody notes down. */
  async weekend(): Promise<void> {
    await this.#page.getByRole('link', { name: 'Messages' }).click();
    await this.#page.getByRole('link', { name: 'Aiko Sundberg' }).click();
    await this.#page.getByLabel('Your message').pressSequentially('See you on Saturday.');
    await this.#page.getByRole('button', { name: 'Send' }).click();
    await this.#page.locator('.message', { hasText: 'See you on Saturday.' }).waitFor();
  }

  #inFeed(title: string): Locator {
    return this.#page.locator('article[data-item]').filter({ has: this.#page.locator('.title', { hasText: title }) });
  }

  /** The answer or review that the address points to. */
  #shownNow(): Locator {
    return this.#page.locator(':target');
  }

  #answerField(): Locator {
    return this.#page.locator('.answer-form').getByLabel('Your answer');
  }

  /** Goes to a section and opens an item of it by its title. */
  async #open(section: string, title: string): Promise<void> {
    await this.#page.locator('.top').getByRole('link', { name: section, exact: true }).click();
    await this.#page.locator('.title a', { hasText: title }).click();
    await this.#page.locator('h1.title', { hasText: title }).waitFor();
  }

  /** Presses a button of an item and waits until it shows its new state. */
  async #press(item: Locator, act: string, on: boolean, done: Omit<VisitorAct, 'object'>): Promise<void> {
    await button(item, act).click();
    await item.locator(`[data-act="${act}"][aria-pressed="${on}"]`).first().waitFor();
    await this.#did({ ...done, object: await linkOf(item) });
  }

  async #did(act: VisitorAct): Promise<void> {
    this.acts.push(act);
    await this.#options.after?.(act);
  }
}

/** The item's own button: those of comments inside it come later in the page. */
const button = (item: Locator, act: string): Locator => item.locator(`[data-act="${act}"]`).first();

/** Absolute permalink of an item. */
const linkOf = (item: Locator): Promise<string> =>
  item
    .locator('a.permalink')
    .first()
    .evaluate((link) => (link as HTMLAnchorElement).href);

/** Somebody else answers, from their own browser: here with plain requests, as they are not the one we watch. */
async function neighbourAnswers(baseUrl: string, question: string): Promise<void> {
  const post = (path: string, fields: Record<string, string>, cookie = '') =>
    fetch(`${baseUrl}${path}`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams(fields),
      headers: { cookie },
    });
  const signedIn = await post('/sign-in', { name: 'Pavel Lind' });
  const cookie = signedIn.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
  const page = await (await fetch(`${baseUrl}${question}`, { headers: { cookie } })).text();
  const csrf = /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const body = 'Half a lemon and a spoon of salt, then a soft cloth and patience.';
  const answered = await post(`${question}/answer`, { csrf, body, do: 'publish' }, cookie);
  if (answered.status !== 303) throw new Error(`the neighbour could not answer: ${answered.status}`);
}
