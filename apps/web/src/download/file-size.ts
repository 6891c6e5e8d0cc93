// How the size of a file is said.
import { downloadWords } from './words.ts';
import type { Words } from '../words/use-words.ts';

const kilobyte = 1024;

/** "812 bytes", "48 KB", "1.4 MB": as precise as anybody asks for. */
export function fileSize(bytes: number, { say }: Pick<Words, 'say'>): string {
  if (bytes < kilobyte) return say(downloadWords.bytes, { count: bytes });
  // What rounds up to a thousand kilobytes is said in the next unit.
  if (bytes < kilobyte * 999.5) return say(downloadWords.kilobytes, { count: Math.round(bytes / kilobyte) });
  return say(downloadWords.megabytes, { count: Math.round((bytes / kilobyte / kilobyte) * 10) / 10 });
}
