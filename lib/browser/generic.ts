import type { SiteIndex } from '../sites/engine.ts';
import { genericId, genericSite, genericSorts } from '../sites/generic.ts';
import type { GenericSort } from '../sites/generic-labels.ts';
import type { Site } from '../sites/schema.ts';
import type { Settings } from './settings.ts';

/** What of pages nobody described the person wants to be noticed; nothing while it is off. */
export const genericWanted = ({ generic: { on, not } }: Settings): GenericSort[] =>
  on ? genericSorts.filter((sort) => !not.includes(sort)) : [];

/** A definition as it is to be used now: of the generic one only what the person left on. */
export function definitionNow(settings: Settings, index: SiteIndex, id: string): Site | undefined {
  if (id !== genericId) return index.byId.get(id)?.site;
  const wanted = genericWanted(settings);
  return wanted.length > 0 ? genericSite(wanted) : undefined;
}
