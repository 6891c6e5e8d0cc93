// The text of a written form: the characters that may stand in it, which targets are live, the addresses in its own wording.

const liveSchemes = new Set(['http:', 'https:', 'mailto:']);
/** Word reports a longer target as damage to the whole file. */
const maxTargetLength = 2083;
const printedAddress = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gi;
// XML 1.0, section 2.2: everything else makes Word refuse the file, lone surrogates included.
const illegal = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** The text without the characters that XML does not allow; line ends as "\n". */
export function printable(text: string): string {
  return text.replace(illegal, '').replace(/\r\n?/g, '\n');
}

/** The target as it is written, or null where it stays plain text: another scheme, no valid address, or too long for Word. */
export function liveTarget(href: unknown): string | null {
  if (typeof href !== 'string' || href.length > maxTargetLength || !URL.canParse(href)) return null;
  return liveSchemes.has(new URL(href).protocol) ? printable(href).trim() : null;
}

/** Where an address that was typed leads, or null. */
export function addressTarget(address: string): string | null {
  return liveTarget(/^https?:/i.test(address) ? address : `mailto:${address}`);
}

/** A printable text cut at its web and mail addresses, the characters as printed. */
export function printedParts(text: string): readonly { readonly text: string; readonly target: string | null }[] {
  const parts = [];
  let end = 0;
  for (const found of text.matchAll(printedAddress)) {
    if (found.index > end) parts.push({ text: text.slice(end, found.index), target: null });
    parts.push({ text: found[0], target: addressTarget(found[0]) });
    end = found.index + found[0].length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), target: null });
  return parts;
}
