import type { SiteAct, SiteLog } from './site.ts';
import type { SqlSource } from './sql-log.ts';

export interface MediawikiOptions {
  /** Origin of the wiki: `https://wiki.example`. */
  origin: string;
  /** `$wgArticlePath`, with `$1` for the title. */
  articlePath?: string;
  /** `$wgDBprefix`. */
  prefix?: string;
}

/** Canonical names of MediaWiki's own namespaces (`Namespace::getCanonicalName`). */
const namespaces: Record<number, string> = {
  1: 'Talk',
  2: 'User',
  3: 'User_talk',
  4: 'Project',
  5: 'Project_talk',
  6: 'File',
  7: 'File_talk',
  8: 'MediaWiki',
  9: 'MediaWiki_talk',
  10: 'Template',
  11: 'Template_talk',
  12: 'Help',
  13: 'Help_talk',
  14: 'Category',
  15: 'Category_talk',
};

/**
 * The edits in a MediaWiki's own database (1.35 and later: `revision`, `actor`, `page`; SQLite or MariaDB). A change to
 * a talk page is a comment, any other an edit; each revision is an act of its own. A revision whose author or text was
 * hidden is not there.
 */
export function mediawikiLog(source: SqlSource, options: MediawikiOptions): SiteLog {
  const { origin, articlePath = '/wiki/$1', prefix = '' } = options;
  if (!/^[A-Za-z0-9_]*$/.test(prefix)) throw new TypeError('not a prefix of tables');
  const urlOf = (title: string) => origin + articlePath.replace('$1', titleInUrl(title));
  const profile = urlOf('User:');
  const query = `select rev_id, rev_timestamp, page_namespace, page_title
    from ${prefix}revision
    join ${prefix}actor on actor_id = rev_actor
    join ${prefix}page on page_id = rev_page
    where actor_name = ? and rev_timestamp between ? and ? and rev_deleted = 0
    order by rev_timestamp, rev_id`;
  return {
    async acts(account, from, to) {
      if (!account.startsWith(profile)) return [];
      const name = nameIn(account.slice(profile.length));
      if (name === undefined || urlOf(`User:${name.replaceAll(' ', '_')}`) !== account) return [];
      const rows = await source(query, [name, written(from), written(to)]);
      return rows.flatMap((row): SiteAct[] => {
        const at = read(String(row.rev_timestamp));
        const number = Number(row.page_namespace);
        const space = namespaces[number];
        // Namespaces that the wiki made itself have names that only its settings know.
        if (!at || (number !== 0 && space === undefined)) return [];
        const title = space === undefined ? String(row.page_title) : `${space}:${row.page_title}`;
        const id = urlOf(`Special:Diff/${row.rev_id}`);
        return [{ kind: number % 2 === 1 ? 'comment' : 'edit', object: urlOf(title), id, at }];
      });
    },
  };
}

/** As MediaWiki writes titles in URLs (`wfUrlencode`). */
const titleInUrl = (title: string): string =>
  encodeURIComponent(title).replace(/%(3B|40|24|2C|2F|3A)/g, (code) => decodeURIComponent(code));

function nameIn(part: string): string | undefined {
  try {
    return decodeURIComponent(part).replaceAll('_', ' ');
  } catch {
    return undefined;
  }
}

/** `20261121101500`, in UTC. */
const written = (at: Date): string => at.toISOString().slice(0, 19).replaceAll(/[-:T]/g, '');

function read(text: string): Date | undefined {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/.exec(text) ?? [];
  return year ? new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) : undefined;
}
