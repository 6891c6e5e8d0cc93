// The way from the bytes of an uploaded file to its text, and the files that are no text.

export type TextProblem =
  | { readonly code: 'empty' }
  | { readonly code: 'too-large'; readonly limitBytes: number }
  | { readonly code: 'binary' };

export const importLimitBytes = 5 * 1024 * 1024;

/** Text of the file with line ends as `\n`; UTF-8, UTF-16 with its mark, or Windows-1252 where the bytes are no UTF-8. */
export function textOf(
  bytes: Uint8Array,
): { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: TextProblem } {
  if (bytes.length > importLimitBytes) return { ok: false, problem: { code: 'too-large', limitBytes: importLimitBytes } };
  const text = decode(bytes).replace(/\r\n?/g, '\n');
  if (isBinary(text)) return { ok: false, problem: { code: 'binary' } };
  if (text.trim() === '') return { ok: false, problem: { code: 'empty' } };
  return { ok: true, text };
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Text holds no control characters but tab, line end and form feed. */
function isBinary(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  return /[\u0000-\u0008\u000b\u000e-\u001f]/.test(text);
}
