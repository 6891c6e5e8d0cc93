// The way from the bytes of an uploaded file to its text, and the files that are no text.
import { type DecodedText, decodedText, type TextEncoding } from './text-encoding.ts';

export type TextProblem =
  | { readonly code: 'empty' }
  | { readonly code: 'too-large'; readonly limitBytes: number }
  | { readonly code: 'binary' };

export const importLimitBytes = 5 * 1024 * 1024;

/** Text of the file with line ends as `\n`, in the encoding chosen or the one its bytes tell. */
export function textOf(
  bytes: Uint8Array,
  chosen: TextEncoding | null = null,
): { readonly ok: true; readonly source: DecodedText } | { readonly ok: false; readonly problem: TextProblem } {
  if (bytes.length > importLimitBytes) return { ok: false, problem: { code: 'too-large', limitBytes: importLimitBytes } };
  const decoded = decodedText(bytes, chosen);
  if (isBinary(decoded.text)) return { ok: false, problem: { code: 'binary' } };
  const text = decoded.text.replace(lineEnd, '\n').replace(control, '');
  if (text.trim() === '') return { ok: false, problem: { code: 'empty' } };
  return { ok: true, source: { ...decoded, text } };
}

/** Among them Word's own (vertical tab), a page's end, and those of Unicode and of mainframes. */
const lineEnd = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const control = /[\u0000-\u0008\u000e-\u001f\u007f]/g;

/** A stray control character is nothing; many, or a zero, are another kind of file. */
function isBinary(text: string): boolean {
  if (text.includes('\u0000')) return true;
  const count = text.match(control)?.length ?? 0;
  return count > 4 && count > text.length / 200;
}
