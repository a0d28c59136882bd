/**
 * One URL of a definition, ready to be asked often. It means what URLPattern (WHATWG) says it means; paths in the
 * plain part of that syntax are compiled to a regular expression, because asking the browser's own costs twenty times
 * as much, and no path is asked at all unless its fixed pieces are there.
 */
export class UrlRule {
  readonly source: string;
  /** Host the rule names itself, `*.`-prefixed for subdomains; undefined where it holds on any host of the site. */
  readonly host: string | undefined;
  readonly #path: string;
  readonly #pieces: readonly string[];
  #expression: RegExp | null | undefined;
  #pattern: URLPattern | undefined;

  constructor(source: string) {
    this.source = source;
    const absolute = /^https?:\/\/([^/]+)(\/.*)$/.exec(source);
    this.host = absolute?.[1];
    this.#path = absolute?.[2] ?? source;
    this.#pieces = fixedPieces(this.#path);
  }

  /**
   * @param url the request's URL
   * @returns the named groups of the path, or undefined where the rule does not hold
   */
  groups(url: URL): Record<string, string> | undefined {
    let from = 0;
    for (const piece of this.#pieces) {
      const at = url.pathname.indexOf(piece, from);
      if (at < 0) return undefined;
      from = at + piece.length;
    }
    if (this.host !== undefined && !hostMatches(this.host, url.hostname)) return undefined;
    const found = this.#ask(url.pathname);
    if (!found) return undefined;
    const groups: Record<string, string> = {};
    for (const [name, value] of Object.entries(found)) {
      if (value !== undefined && !/^\d+$/.test(name)) groups[name] = decoded(value);
    }
    return groups;
  }

  #ask(path: string): Record<string, string | undefined> | undefined {
    this.#expression ??= expressionOf(this.#path) ?? null;
    if (this.#expression) {
      const found = this.#expression.exec(path);
      return found ? (found.groups ?? {}) : undefined;
    }
    this.#pattern ??= new URLPattern({ pathname: this.#path });
    return this.#pattern.exec({ pathname: path })?.pathname.groups;
  }

  /**
   * The rule as match patterns for the static filter of `webRequest`.
   *
   * @param hosts hosts of the site; `*` for software that can be anywhere
   */
  matchPatterns(hosts: readonly string[]): string[] {
    const path = this.#path
      .replace(/\{[^}]*\}[?*+]?/g, '*')
      .replace(/:\w+(\([^)]*\))?[?*+]?/g, '*')
      .replace(/\([^)]*\)[?*+]?/g, '*')
      .replace(/\*+/g, '*');
    // `*/api/…` holds at the root of a host too, where a match pattern `/*/api/…` would not.
    const rooted = path.startsWith('/') ? path : `/${path.replace('*/', '*')}`;
    return (this.host ? [this.host] : hosts).map(
      (host) => `*://${host}${rooted.endsWith('*') ? rooted : `${rooted}*`}`,
    );
  }
}

/** Whether a host pattern of a definition (`x.com`, `*.stackexchange.com`) holds for a host name. A `*.` does not hold for the bare domain. */
export function hostMatches(pattern: string, host: string): boolean {
  return pattern.startsWith('*.')
    ? host.endsWith(pattern.slice(1)) && host.length > pattern.length - 1
    : pattern === host;
}

/**
 * The regular expression for a path in the plain part of URLPattern's syntax: `:name`, `:name(…)`, `(…)`, `*`, `{…}` and
 * `{…}?`. Everything else (`:name?`, escapes, characters that a URL would encode) is left to URLPattern.
 */
export function expressionOf(path: string): RegExp | undefined {
  let source = '';
  for (let at = 0; at < path.length; ) {
    const rest = path.slice(at);
    const name = /^:([a-zA-Z_]\w*)/.exec(rest)?.[1];
    const custom = /^\(((?:[^()\\]|\\.)+)\)/.exec(name === undefined ? rest : rest.slice(name.length + 1))?.[1];
    if (name !== undefined || custom !== undefined) {
      source += `(${name === undefined ? '?:' : `?<${name}>`}${custom ?? '[^/]+?'})`;
      at += (name === undefined ? 0 : name.length + 1) + (custom === undefined ? 0 : custom.length + 2);
      if (/^[?*+]/.test(path.slice(at))) return undefined;
    } else if (rest.startsWith('*')) {
      source += '.*';
      at += 1;
      if (/^[?*+]/.test(path.slice(at))) return undefined;
    } else if (rest.startsWith('{')) {
      const group = /^\{([^{}]*)\}(\??)(?![*+])/.exec(rest);
      const inner = group && expressionOf(group[1] ?? '')?.source.slice(1, -1);
      if (!group || inner === undefined) return undefined;
      source += `(?:${inner})${group[2]}`;
      at += group[0].length;
    } else {
      const literal = /^[\w\-./@~!$&',;=%]/.exec(rest)?.[0];
      if (literal === undefined) return undefined;
      source += literal === '.' || literal === '$' ? `\\${literal}` : literal;
      at += 1;
    }
  }
  return new RegExp(`^${source}$`, 'u');
}

/** The parts of a path pattern that must occur literally, in order. */
function fixedPieces(path: string): string[] {
  return (
    path
      .replace(/\{[^}]*\}[?*+]?/g, '\0')
      .replace(/:\w+(\([^)]*\))?[?*+]?/g, '\0')
      .replace(/\([^)]*\)[?*+]?/g, '\0')
      .replaceAll('*', '\0')
      .split('\0')
      // The slash before an optional group belongs to the group.
      .map((piece, at, all) => (at < all.length - 1 ? piece.replace(/\/$/, '') : piece))
      .filter((piece) => piece.length > 1)
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
