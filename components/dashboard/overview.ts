import { signal } from '@preact/signals';
import type { Overview } from '../../lib/messages.ts';
import { ask } from '../ask.ts';
import type { Loaded } from '../live.ts';

/** Consent, pause, sites: what the background knows and the ledger does not. */
export const overview = signal<Loaded<Overview>>({ is: 'loading' });

/** Asks the background anew. Called at the start and after everything that changes it. */
export async function refreshOverview(): Promise<void> {
  try {
    overview.value = { is: 'ready', value: await ask('overview', {}) };
  } catch {
    overview.value = { is: 'error' };
  }
}
