// The marks that lines carry while they are matched to questions: behind each line stands which piece of the document it is. They are
// private characters without words, so that no wording is compared with them.

const begin = 0x10f000;
const digit = 0x10f100;
const anyMark = /[\u{10f000}-\u{10f1ff}]/gu;
const whole = /\u{10f000}([\u{10f100}-\u{10f109}]+)/gu;

/** The mark with that number. */
export function markOf(number: number): string {
  return String.fromCodePoint(begin, ...Array.from(String(number), (it) => digit + Number(it)));
}

/** The text without characters that marks are made of. */
export function unmarked(text: string): string {
  return text.replaceAll(anyMark, '');
}

/** A text cut at its marks: what stands before each, with its number; null behind the last. */
export function cutAtMarks(text: string): readonly { readonly before: string; readonly mark: number | null }[] {
  const parts: { before: string; mark: number | null }[] = [];
  let done = 0;
  for (const found of text.matchAll(whole)) {
    const digits = Array.from(found[1] ?? '', (it) => (it.codePointAt(0) ?? digit) - digit).join('');
    parts.push({ before: text.slice(done, found.index), mark: Number(digits) });
    done = found.index + found[0].length;
  }
  return [...parts, { before: text.slice(done), mark: null }];
}
