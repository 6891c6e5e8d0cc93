// What differs between two contents of one question, in words and ticks that people can read.
import type { AnswerContent, Question, Place } from '@chancery/domain';
import { choiceFieldsOf, fragmentName, placesOf } from '../place.ts';
import { plainText } from '../plain-text.ts';
import { type TextPassage, wordDifference } from './word-difference.ts';

/** What became of one place, or of the ticks of one field. */
export interface Change {
  /** Name of the fragment; of ticks the id of the field. */
  readonly place: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** The places that differ, in printed order; none where only form differs, such as bold letters. */
export function changesBetween(question: Question, before: AnswerContent, after: AnswerContent): readonly Change[] {
  const old = textsOf(question, before);
  const now = textsOf(question, after);
  const texts = [...now].map(([place, text]) => ({ place, ...changedWords(old.get(place) ?? '', text) }));
  return [...texts, ...tickChanges(question, before, after)].filter((it) => it.added.length + it.removed.length > 0);
}

/** The text of each place of a question, by the name of its fragment. */
export function textsOf(question: Question, content: AnswerContent): ReadonlyMap<string, string> {
  return new Map(placesOf(question).map((place) => [fragmentName(place), textAt(content, place)]));
}

function textAt({ fields }: AnswerContent, { field, row, option }: Place): string {
  const value = fields[field];
  switch (value?.kind) {
    case undefined:
      return '';
    case 'line':
      return value.text;
    case 'text':
      return plainText(value.prose);
    case 'choice':
      return (option === undefined ? undefined : value.remarks?.[option]) ?? '';
    case 'grid': {
      const prose = row === undefined ? undefined : value.rows[row];
      return prose === undefined ? '' : plainText(prose);
    }
  }
}

function changedWords(before: string, after: string): Pick<Change, 'added' | 'removed'> {
  const passages = wordDifference(before, after);
  const changed = passages.filter((passage, at) => passage.kind !== 'same' && !isPartOf(passage, [passages[at - 1], passages[at + 1]]));
  const words = (kind: TextPassage['kind']) =>
    changed.flatMap((passage) => (passage.kind === kind && passage.text.trim() !== '' ? [passage.text.trim()] : []));
  return { added: words('added'), removed: words('removed') };
}

/** True for a word that stands in its neighbour of the other kind, which has only more of it: nothing of it came or went. */
function isPartOf({ kind, text }: TextPassage, neighbours: readonly (TextPassage | undefined)[]): boolean {
  const part = text.trim();
  return neighbours.some((it) => it !== undefined && it.kind !== 'same' && it.kind !== kind && hasAround(it.text.trim(), part));
}

function hasAround(whole: string, part: string): boolean {
  if (whole.length <= part.length) return false;
  let start = 0;
  while (start < part.length && whole[start] === part[start]) start += 1;
  return whole.endsWith(part.slice(start));
}

function tickChanges(question: Question, before: AnswerContent, after: AnswerContent): readonly Change[] {
  return choiceFieldsOf(question).map(({ id, options }) => {
    const [old, now] = [before.fields[id], after.fields[id]].map((value) => (value?.kind === 'choice' ? value.chosen : []));
    const ticks = (of: typeof old, without: typeof old) =>
      options.filter((it) => of?.includes(it.id) === true && without?.includes(it.id) !== true).map((it) => `☑ ${it.label}`);
    return { place: id, added: ticks(now, old), removed: ticks(old, now) };
  });
}
