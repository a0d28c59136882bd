import { isE2e } from './build.ts';
import type { Settings, SettingsStore } from './settings.ts';

/** Raised when what is asked consent for changes: nothing is watched then until it is given anew. */
export const consentVersion = 1;

export const hasConsent = ({ consent }: Settings): boolean => (consent ? consent.version === consentVersion : isE2e);

/** Stores the decision with its date. Withdrawn consent is remembered as a decision too: nobody asks twice. */
export function decideConsent(settings: SettingsStore, given: boolean, now: Date): Promise<void> {
  return settings.change(() => ({ consent: given ? { version: consentVersion, at: now.toISOString() } : null }));
}
