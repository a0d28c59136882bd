import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

/**
 * `npm run new:site -- --id hive --host hive.example` (or `--software`): the two files of a new site. They compile as
 * they are, and `npm run unit -- tests/unit/sites/meta.test.ts` says what is still to be filled in.
 */
export interface NewSite {
  /** Lower case letters, digits, dashes: also the name of the file. */
  id: string;
  /** Host of its pages; of an installation, for software. */
  host: string;
  software?: boolean;
}

/** The files of a new site: path and content. */
export function filesOf({ id, host, software = false }: NewSite): Record<string, string> {
  const folder = `lib/sites/${software ? 'software' : 'hosts'}`;
  const name = id.replace(
    /(^|-)(\w)/g,
    (_whole, dash: string, letter: string) => `${dash && ' '}${letter.toUpperCase()}`,
  );
  const who = software
    ? `signals: [{ select: 'meta[name="generator"][content^="FILL IN: what the pages say they are made by"]' }],`
    : `hosts: ['${host}'],`;
  const object = software ? '{origin}/FILL-IN/{id}' : `https://${host}/FILL-IN/{id}`;
  return {
    [`${folder}/${id}.ts`]: `import { defineSite } from '../define.ts';

export default defineSite({
  id: '${id}',
  name: '${name}',
  version: 1,
  group: 'community',
  confidence: 'low',
  ${who}
  account: {
    name: { select: 'FILL IN: where the page names who is signed in' },
    url: '${software ? '{origin}' : `https://${host}`}/FILL-IN/{account}',
    signedOut: 'FILL IN: what is only there while nobody is signed in',
  },
  actions: [
    {
      id: 'like',
      kind: 'like',
      request: { url: '/FILL-IN/the-request/:id' },
      control: { select: 'FILL IN: what is pressed', on: 'FILL IN: how it looks once it is done' },
      take: { id: '/url/id' },
      object: { url: '${object}' },
    },
  ],
  unseen: ['FILL IN: what this does not see, or leave the list out'],
  sources: ['FILL IN: where the facts come from, and when'],
});
`,
    [`${folder}/${id}.cases.ts`]: `import { defineCases } from '../define.ts';

// A case for each situation of lib/sites/cases.ts, or one line that says why there can be none:
// FILL IN: No "draft" case: <reason>.

const page = {
  url: 'https://${host}/FILL-IN',
  html: '<button>FILL IN: the markup around what is pressed, with invented names</button>',
};

export default defineCases([
  {
    name: 'FILL IN: likes a post',
    about: 'do',
    page,
    act: [{ click: 'button' }],
    sends: [{ url: '/FILL-IN/the-request/1' }],
    expect: [{ kind: 'like', object: { url: 'https://${host}/FILL-IN/1' } }],
  },
]);
`,
  };
}

/** What is wrong with an order; undefined where nothing is. */
export function faultOf({ id, host }: Partial<NewSite>): string | undefined {
  if (!id || !host) return 'Usage: npm run new:site -- --id hive --host hive.example [--software]';
  if (!/^[a-z][a-z0-9-]{0,63}$/.test(id))
    return `"${id}" is no id: lower case letters, digits and dashes, a letter first.`;
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host)) return `"${host}" is no host name: hive.example, without https://.`;
  return undefined;
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      id: { type: 'string' },
      host: { type: 'string' },
      software: { type: 'boolean' },
      root: { type: 'string' },
    },
  });
  const files = faultOf(values) ? {} : filesOf(values as NewSite);
  const root = values.root ?? '.';
  const taken = ['hosts', 'software']
    .map((folder) => `lib/sites/${folder}/${values.id}.ts`)
    .find((path) => existsSync(join(root, path)));
  const fault = faultOf(values) ?? (taken && `There is ${taken} already.`);
  if (fault) {
    console.error(fault);
    process.exitCode = 1;
  } else {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content, { flag: 'wx' });
      console.log(path);
    }
    console.log(
      'Next: fill in what is marked FILL IN. `npm run unit -- tests/unit/sites/meta.test.ts` tells what is left.',
    );
  }
}
