import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';

/** What a screen knows of something it reads. */
export type Loaded<T> = { is: 'loading' } | { is: 'error' } | { is: 'ready'; value: T };

/**
 * Reads from the ledger and reads again whenever what was read changes, also when another page or the background
 * changed it. `keys` name what is asked for: new keys, new question; the old answer stays until the new one is there.
 */
export function useLive<T>(read: () => Promise<T>, keys: readonly unknown[]): Loaded<T> {
  const [loaded, setLoaded] = useState<Loaded<T>>({ is: 'loading' });
  useEffect(() => {
    const subscription = liveQuery(read).subscribe({
      next: (value) => setLoaded({ is: 'ready', value }),
      error: () => setLoaded({ is: 'error' }),
    });
    return () => subscription.unsubscribe();
  }, keys);
  return loaded;
}
