import type { SiteCase } from './cases.ts';
import type { Site } from './schema.ts';

/**
 * Declares a site. Only the type is checked here; the schema is checked for every file by `npm run sites`
 * and by the meta-tests, so that the shipped index carries no validator.
 */
export const defineSite = (site: Site): Site => site;

/** Declares the recorded cases of a site; they are never shipped. */
export const defineCases = (cases: SiteCase[]): SiteCase[] => cases;
