import { hasConsent } from './consent.ts';
import type { Settings } from './settings.ts';

/** Whether anything may be watched at all. Everything else (site, host) is asked after this. */
export const isWatching = (settings: Settings): boolean => hasConsent(settings) && !settings.paused;
