// Handing a file to the browser's downloads.
import type { FetchedFile } from './fetch-file.ts';

/** Puts the file among the reader's downloads under its name. */
export function saveFile({ name, bytes }: FetchedFile): void {
  const address = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken hold of the bytes when the click returns to it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
