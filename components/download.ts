/** Hands the person a file: the browser's own download, from memory. */
export function download(content: BlobPart, type: string, name: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has opened the address by the time the next task runs; Firefox needs that long.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
