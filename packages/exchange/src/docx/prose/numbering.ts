// The bullets and numbers of lists: one definition for bullets, one for each start value, one instance for each list.
import { AlignmentType, type INumberingOptions, LevelFormat } from 'docx';
import type { ProseNode } from '@chancery/domain';
import type { Paper } from './paper.ts';

/** What a list item's paragraph refers to; `level` is added by its depth. */
export interface ListReference {
  readonly reference: string;
  readonly instance: number;
}

/** Distance from one list level to the next, in twentieths of a point. */
export const listStep = 360;
/** Word knows nine levels; deeper lists keep the marker of the ninth. */
export const maxLevel = 8;
const bullets = ['•', '–', '▪'] as const;
const bulletReference = 'chancery-bullets';
const maxStart = 32_767;

/** A new list, an instance of its own: two in a row stay two. */
export function beginList(list: ProseNode, paper: Paper): ListReference {
  if (list.type !== 'orderedList') {
    paper.bulletLists += 1;
    return { reference: bulletReference, instance: paper.bulletLists };
  }
  const start = startOf(list);
  const instance = (paper.listsByStart.get(start) ?? 0) + 1;
  paper.listsByStart.set(start, instance);
  return { reference: numberReference(start), instance };
}

/** The definitions of every list that was begun on this paper. */
export function numberingOf(paper: Paper): INumberingOptions {
  const numbers = [...paper.listsByStart.keys()].map((start) => ({
    reference: numberReference(start),
    levels: levels.map((level) => ({ ...levelAt(level), format: LevelFormat.DECIMAL, text: `%${level + 1}.`, start })),
  }));
  const dots = levels.map((level) => ({ ...levelAt(level), format: LevelFormat.BULLET, text: bullets[level % bullets.length] ?? '•' }));
  return { config: [{ reference: bulletReference, levels: dots }, ...numbers] };
}

const levels = Array.from({ length: maxLevel + 1 }, (_, level) => level);

function levelAt(level: number) {
  return { level, alignment: AlignmentType.LEFT, style: { paragraph: { indent: { left: listStep * (level + 1), hanging: listStep } } } };
}

function numberReference(start: number): string {
  return `chancery-numbers-from-${start}`;
}

function startOf(list: ProseNode): number {
  const start = Number(list.attrs?.start ?? 1);
  return Number.isInteger(start) && start >= 0 && start <= maxStart ? start : 1;
}
