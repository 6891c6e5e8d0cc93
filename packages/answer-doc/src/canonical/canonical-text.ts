// Canonical runs of text: characters that JSON and XML can carry, known marks in one order, equal neighbours merged.
import type { ProseMark, ProseNode } from '@chancery/domain';
import { isAllowedHyperlink } from '../hyperlink.ts';
import { type LooseText, memberOf } from './loose-node.ts';
import { proseSchema } from '../schema.ts';

/** The text as it can be signed and exported: without control characters that XML cannot carry, without half surrogates. Otherwise character for character. */
function cleanText(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these are the characters that XML 1.0 §2.2 leaves out, and the carriage return it rewrites
  return text.toWellFormed().replaceAll(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, '');
}

/** One line: breaks and tabs become spaces; a line of spaces alone holds nothing. */
export function oneLine(text: string): string {
  const line = cleanText(text)
    .split('\n')
    .filter((it) => it !== '')
    .join(' ')
    .replaceAll('\t', ' ');
  return line.trim() === '' ? '' : line;
}

/** Adds a text to a run of inline nodes. */
export function pushText(run: ProseNode[], { text, marks }: LooseText): void {
  const clean = cleanText(text);
  if (clean === '') return;
  const kept = canonicalMarks(marks);
  const last = run.at(-1);
  if (last?.type === 'text' && isSameMarks(last.marks ?? [], kept)) {
    run[run.length - 1] = { ...last, text: `${last.text ?? ''}${clean}` };
  } else {
    run.push(kept.length === 0 ? { type: 'text', text: clean } : { type: 'text', text: clean, marks: kept });
  }
}

/** Known marks in the order of the schema. Of several links the first by its address counts, so that history does not. */
function canonicalMarks(marks: LooseText['marks']): readonly ProseMark[] {
  return Object.keys(proseSchema.marks).flatMap((type): readonly ProseMark[] => {
    const found = marks.filter(([name]) => name === type);
    if (type !== 'link') return found.length === 0 ? [] : [{ type }];
    const hrefs = found.map(([, attrs]) => memberOf(attrs, 'href')).filter((it) => typeof it === 'string');
    const [href] = hrefs.filter(isAllowedHyperlink).sort();
    return href === undefined ? [] : [{ type, attrs: { href } }];
  });
}

function isSameMarks(a: readonly ProseMark[], b: readonly ProseMark[]): boolean {
  return (
    a.length === b.length && a.every((mark, index) => mark.type === b[index]?.type && mark.attrs?.['href'] === b[index]?.attrs?.['href'])
  );
}
