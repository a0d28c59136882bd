import { escapeHtml } from './html.ts';
import { kindLabels } from './labels.ts';
import type { Skill } from './profile.ts';
import { recognitionLabels } from './value-labels.ts';
import type { MessageKey, Words } from './words.ts';

/** What goes on the page: all of it chosen line by line. */
export interface ProfilePage {
  name: string;
  skills: readonly Skill[];
  /** The nine blocks with what the person left in them. */
  blocks: readonly { title: MessageKey; lines: readonly string[] }[];
}

const groupTitles = { topic: 'skillTopics', place: 'skillPlaces', kind: 'skillKinds' } as const;

/** What a skill is called: kinds have words of their own, topics and places are shown as they are. */
export const skillName = ({ group, name }: Pick<Skill, 'group' | 'name'>, words: Words): string =>
  group === 'kind' ? words.say(kindLabels[name as keyof typeof kindLabels]) : name;

/** How much stands behind a skill, in words. */
export const skillFacts = ({ acts, seconds, recognised }: Skill, words: Words): string =>
  [
    words.count('contributions', acts),
    ...(seconds >= 60 ? [words.duration(seconds)] : []),
    ...recognised.map(({ kind, count }) => `${words.number(count)} ${words.say(recognitionLabels[kind])}`),
  ].join(' · ');

/** The profile as one page that needs nothing else. It says of itself that it is not signed. */
export function profileHtml({ name, skills, blocks }: ProfilePage, words: Words, css: string): string {
  const { say } = words;
  const text = escapeHtml;
  const link = (url: string, title: string) =>
    /^https?:\/\//i.test(url) ? `<a href="${text(url)}" rel="noreferrer"><bdi>${text(title)}</bdi></a>` : text(title);
  const skill = (one: Skill) =>
    `<li><span class="grow stacked"><bdi>${text(skillName(one, words))}</bdi><span class="small quiet">${text(skillFacts(one, words))}</span><span class="small">${one.evidence
      .slice(0, 3)
      .map(({ url, title }) => link(url, title || url))
      .join(' · ')}</span></span></li>`;
  const sections = (['topic', 'place', 'kind'] as const).flatMap((group) => {
    const of = skills.filter((one) => one.group === group);
    return of.length === 0
      ? []
      : [
          `<section class="section"><h2>${text(say(groupTitles[group]))}</h2><ul class="rows">${of.map(skill).join('')}</ul></section>`,
        ];
  });
  const model = blocks
    .filter(({ lines }) => lines.length > 0)
    .map(
      ({ title, lines }) =>
        `<section class="section"><h2>${text(say(title))}</h2><ul class="rows">${lines.map((line) => `<li><bdi>${text(line)}</bdi></li>`).join('')}</ul></section>`,
    );
  return `<!doctype html>
<html lang="${text(words.locale)}" dir="${words.dir}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${text(name || say('navProfile'))}</title>
<style>${css.replaceAll('</', '<\\/')}
body { max-inline-size: 68rem; margin-inline: auto; padding: 2.5rem 1.25rem; }</style>
</head>
<body>
<main class="report">
<header class="opening"><h1 class="sentence">${text(name || say('profileSentence'))}</h1></header>
<div class="columns">${sections.join('')}</div>
${model.length > 0 ? `<h2>${text(say('businessModel'))}</h2><div class="columns">${model.join('')}</div>` : ''}
<footer class="small quiet">${text(say('profileUnsigned'))}</footer>
</main>
</body>
</html>
`;
}
