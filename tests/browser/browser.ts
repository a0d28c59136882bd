/**
 * What tests may do with a browser: the same few words for Chromium and Firefox. All input is trusted input (real
 * mouse and key events from outside the page); nothing here can dispatch an event inside a page by itself.
 */
export interface LaunchOptions {
  browser: BrowserName;
  /** Folder of the unpacked extension build. */
  extension: string;
  /** Port of a `World`: every host ends there. Without it the browser uses the network of the machine. */
  hostsTo?: number;
  headless?: boolean;
  colorScheme?: 'light' | 'dark';
  /** BCP 47 tag of the browser's language. */
  language?: string;
  /** Folder of a profile that stays; Chromium only. */
  profile?: string;
}
export type BrowserName = 'chromium' | 'firefox';

export interface Browser {
  name: BrowserName;
  /** A page in the foreground of its own: several can be driven at the same time. */
  newPage(): Promise<Page>;
  /** URL of a file of the extension: `dashboard.html`. */
  extensionUrl(path: string): string;
  /** A page of the extension, opened on first use and kept: for reading the stores and sending messages as a page does. */
  extensionPage(): Promise<Page>;
  /** All rows of a store of the extension's database `contrail`; none where it does not exist yet. */
  readStore<Row = Record<string, unknown>>(store: string): Promise<Row[]>;
  /** Ends the extension's background at once, as the browser does when it needs the memory; the next event starts it. */
  stopBackground(): Promise<void>;
  close(): Promise<void>;
}

export interface Page {
  url(): string;
  /** Goes to a URL and waits until the document is loaded. */
  goto(url: string): Promise<void>;
  /** Runs a function in the page's own world. It can see nothing but its arguments. */
  evaluate<Result, Arguments extends unknown[]>(
    run: (...given: Arguments) => Result,
    ...given: Arguments
  ): Promise<Awaited<Result>>;
  /** Waits until the function gives something other than false, null or undefined; survives navigations meanwhile. */
  waitFor<Result, Arguments extends unknown[]>(
    run: (...given: Arguments) => Result,
    ...given: Arguments
  ): Promise<Awaited<Result>>;
  /** Waits until an element is there; into open shadow roots like all selectors here. */
  see(selector: string): Promise<void>;
  /** Clicks the middle of the first match. Throws where it stays missing, without size, or covered by something else. */
  click(selector: string): Promise<void>;
  /** Clicks into a field and types real keys at its end. */
  type(selector: string, text: string): Promise<void>;
  /** Presses one key or a chord (`Control+Enter`), with the focus on `selector` if given. */
  press(key: string, selector?: string): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  /** PNG of the window, or of the whole page. */
  screenshot(path: `${string}.png`, options?: { whole?: boolean }): Promise<void>;
  close(): Promise<void>;
}
