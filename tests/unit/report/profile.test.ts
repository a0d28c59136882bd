import { describe, expect, it } from 'vitest';
import { makeProfile } from '../../../lib/report/profile.ts';
import { profileHtml } from '../../../lib/report/profile-page.ts';
import { hostile } from '../value/generated-year.ts';
import { entry } from '../value/samples.ts';
import { english } from './make.ts';

const answer = (given: Parameters<typeof entry>[0] = {}) =>
  entry({ kind: 'answer', host: 'www.help.example', topics: ['bicycles'], to: { name: 'Amina' }, ...given });

describe('proven skills', () => {
  it('count what takes skill and stands, with its evidence, newest first', () => {
    const [first, second, gone] = [answer({ effort: { seconds: 600, words: 90 } }), answer(), answer()];
    const undo = answer({ undo: true, undoes: gone.id });
    const like = entry({ kind: 'like', topics: ['bicycles'] });
    const sighting = { at: '2026-11-03T00:00:00Z', zone: '+00:00', entry: first.id, kind: 'thanks' as const, count: 3 };
    const { skills, acts, people, seconds } = makeProfile([first, second, gone, undo, like], [sighting]);
    expect(skills.map(({ id, acts: of }) => [id, of])).toEqual([
      ['kind:answer', 2],
      ['place:help.example', 2],
      ['topic:bicycles', 2],
    ]);
    expect(skills[2]?.recognised).toEqual([{ kind: 'thanks', count: 3 }]);
    expect(skills[2]?.evidence.map(({ id }) => id)).toEqual([second.id, first.id]);
    expect({ acts, people, seconds }).toEqual({ acts: 3, people: [{ name: 'Amina', count: 2 }], seconds: 600 });
  });

  it('claim nothing of what was done once, nor that anybody helped themself', () => {
    const { skills, people } = makeProfile([answer({ account: 'Amina' })], []);
    expect([skills, people]).toEqual([[], []]);
  });
});

describe('the profile page', () => {
  it('shows text of pages literally, links the web alone, and says that it is not signed', () => {
    for (const text of hostile.filter((one) => one.trim() !== '')) {
      const entries = [0, 1].map(() =>
        answer({ topics: [text], object: { url: 'javascript:alert(1)', id: '1', title: text } }),
      );
      const { skills } = makeProfile(entries, []);
      const html = profileHtml({ name: text, skills, blocks: [{ title: 'blockOffer', lines: [text] }] }, english, '');
      expect(html).not.toMatch(/<script|href="javascript/);
      expect(html).toContain('not signed');
    }
  });

  it('holds only what was chosen', () => {
    const { skills } = makeProfile([answer(), answer()], []);
    const html = profileHtml({ name: '', skills: skills.slice(0, 1), blocks: [] }, english, '');
    expect(html).toContain('Answer');
    expect(html).not.toContain('bicycles');
  });
});
