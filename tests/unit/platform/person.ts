/** What came back of a request, its body read. */
export interface Answered {
  status: number;
  location: string | null;
  headers: Headers;
  text: string;
}

type Fields = Record<string, string>;

/** Somebody with a browser of their own: keeps the cookie and sends the form's token back, as a page would. */
export class Person {
  readonly url: string;
  cookie = '';
  csrf = '';

  constructor(url: string) {
    this.url = url;
  }

  /** Signs in by name. */
  static async called(name: string, url: string): Promise<Person> {
    const person = new Person(url);
    const answer = await person.send('/sign-in', { name });
    if (answer.status !== 303) throw new Error(`could not sign in as ${name}: ${answer.status}`);
    person.cookie = (answer.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '';
    person.csrf = tokenIn((await person.get('/')).text);
    return person;
  }

  get(path: string): Promise<Answered> {
    return this.#ask(path, {});
  }

  /** Sends a form as a page without scripts would. */
  send(path: string, fields: Fields = {}, headers: Fields = {}): Promise<Answered> {
    const body = new URLSearchParams({ csrf: this.csrf, ...fields });
    return this.#ask(path, { method: 'POST', body, headers });
  }

  /** Sends a form as the page's script would, and reads its JSON. */
  async fetch(
    path: string,
    fields: Fields = {},
  ): Promise<{
    status: number;
    ok: boolean;
    reason?: string;
    html?: string;
    acts?: Record<string, { on: boolean; count?: number }>;
  }> {
    const { status, text } = await this.send(path, fields, { accept: 'application/json' });
    return { status, ...JSON.parse(text) };
  }

  async #ask(path: string, init: RequestInit): Promise<Answered> {
    const headers = { ...(init.headers as Fields | undefined), cookie: this.cookie };
    const response = await fetch(new URL(path, this.url), { redirect: 'manual', ...init, headers });
    return {
      status: response.status,
      location: response.headers.get('location'),
      headers: response.headers,
      text: await response.text(),
    };
  }

  /** Asks a question and gives its path. */
  async asks(title = 'How do I test a lamp?'): Promise<string> {
    return pathOf(
      await this.send('/new/question', {
        title,
        body: 'It is dark in here.',
        topic: 'repairing',
        tags: 'Lamp, lamp, light',
      }),
    );
  }

  /** Writes a post and gives its path. */
  async posts(title = 'A lamp to give away'): Promise<string> {
    return pathOf(await this.send('/new/post', { title, body: 'It works.', topic: 'neighbourhood', tags: '' }));
  }

  /** Answers a question and gives the answer's id. */
  async answers(question: string, body = 'Put a new bulb in, that helps most often.'): Promise<string> {
    const path = pathOf(await this.send(`${question}/answer`, { body, do: 'publish' }));
    return path.split('#a-')[1] ?? '';
  }
}

function pathOf({ status, location, text }: Answered): string {
  if (status !== 303 || !location) throw new Error(`not taken: ${status} ${text.slice(0, 200)}`);
  return location;
}

const tokenIn = (page: string): string => /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
