// These functions run inside a page of the extension, sent there as text: each stands alone.

/**
 * All rows of a store of the database `contrail`. Never opens a database that is not there: that would create an
 * empty one under the extension's feet.
 */
export async function rowsOf(store: string): Promise<Record<string, unknown>[]> {
  const known = await indexedDB.databases();
  if (!known.some(({ name }) => name === 'contrail')) return [];
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('contrail');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      // An open connection would hold up the extension's own upgrade or deletion.
      const end = (rows: Record<string, unknown>[]) => {
        database.close();
        resolve(rows);
      };
      if (!database.objectStoreNames.contains(store)) return end([]);
      const all = database.transaction(store).objectStore(store).getAll();
      all.onsuccess = () => end(all.result);
      all.onerror = () => reject(all.error);
    };
  });
}

/** Empties every store but those named, in one transaction. */
export async function emptyStores(keep: string[]): Promise<void> {
  const known = await indexedDB.databases();
  if (!known.some(({ name }) => name === 'contrail')) return;
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('contrail');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const names = [...database.objectStoreNames].filter((name) => !keep.includes(name));
      if (names.length === 0) {
        database.close();
        return resolve();
      }
      const work = database.transaction(names, 'readwrite');
      for (const name of names) work.objectStore(name).clear();
      work.oncomplete = () => {
        database.close();
        resolve();
      };
      work.onabort = () => reject(work.error);
    };
  });
}
