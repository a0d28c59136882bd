/**
 * `npm run sites`: checks every definition against the schema. `-- --table` prints what each one sees.
 */
import { many } from '../lib/sites/engine.ts';
import { siteSchema } from '../lib/sites/schema.ts';
import { loadSites } from './load-sites.ts';

const all = await loadSites();
let broken = 0;
for (const { path, site } of all) {
  const checked = siteSchema.safeParse(site);
  if (checked.success) continue;
  broken++;
  for (const issue of checked.error.issues) console.error(`${path}: ${issue.path.join('.')}: ${issue.message}`);
}

if (process.argv.includes('--table')) {
  const rows = all.map(({ site, cases }) => [
    site.id,
    site.group,
    [...new Set(site.actions.map((action) => action.kind))].join(' '),
    [
      site.actions.some((action) => many(action.request).length > 0) && 'request',
      site.actions.some((action) => many(action.control).some((control) => control.on ?? control.shows)) && 'flip',
      site.actions.some((action) => action.made) && 'created',
    ]
      .filter(Boolean)
      .join(' '),
    site.confidence,
    String(site.actions.length),
    String(cases.length),
  ]);
  const head = ['site', 'group', 'kinds', 'layers', 'confidence', 'actions', 'cases'];
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of [head, ...rows])
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}
const cases = all.reduce((sum, one) => sum + one.cases.length, 0);
console.log(`${all.length} definitions, ${cases} cases, ${broken} broken`);
process.exitCode = broken > 0 ? 1 : 0;
