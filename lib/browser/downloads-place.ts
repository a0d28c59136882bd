import { browser } from 'wxt/browser';
import { type Place, PlaceError } from '../backup/place.ts';

/** Files of a backup lie in this folder of the downloads. */
const folder = 'Contrail';

/**
 * The browser's downloads folder. Needs the permission `downloads`, which is asked for when it is chosen. What lies
 * there belongs to the person: nothing is removed, and the browser does not say whether it is still there.
 */
export function downloadsPlace(): Place {
  return {
    tells: false,
    async prepare() {
      if (!(await browser.permissions.contains({ permissions: ['downloads'] }))) {
        throw new PlaceError('refused', 'the permission for downloads was taken away');
      }
    },
    async put(name, bytes) {
      const { address, end } = addressOf(bytes);
      try {
        const id = await browser.downloads.download({
          url: address,
          filename: `${folder}/${name}`,
          conflictAction: 'overwrite',
          saveAs: false,
        });
        await arrived(id);
      } finally {
        end();
      }
    },
    size: async () => undefined,
    remove: async () => undefined,
  };
}

/** Workers of Chromium have no addresses for blobs; a part is small enough for a data address. */
function addressOf(bytes: Uint8Array<ArrayBuffer>): { address: string; end: () => void } {
  const type = 'application/octet-stream';
  if (typeof URL.createObjectURL === 'function') {
    const address = URL.createObjectURL(new Blob([bytes], { type }));
    return { address, end: () => URL.revokeObjectURL(address) };
  }
  const text = Array.from({ length: Math.ceil(bytes.length / 8192) }, (_, at) =>
    String.fromCharCode(...bytes.subarray(at * 8192, (at + 1) * 8192)),
  );
  return { address: `data:${type};base64,${btoa(text.join(''))}`, end: () => undefined };
}

/** Waits until a download has ended. Asked again and again: a listener registered late may miss the end. */
async function arrived(id: number): Promise<void> {
  for (;;) {
    const [item] = await browser.downloads.search({ id });
    if (item?.state === 'complete') {
      // Parts need no line in the list of downloads.
      await browser.downloads.erase({ id });
      return;
    }
    if (!item || item.state === 'interrupted') {
      const isFull = item?.error === 'FILE_NO_SPACE';
      throw new PlaceError(isFull ? 'no-space' : 'unreachable', item?.error ?? 'the download is gone');
    }
    await new Promise((resume) => setTimeout(resume, 100));
  }
}
