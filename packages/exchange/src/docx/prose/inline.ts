// The inside of a paragraph of prose: texts with marks, links, line ends.
import { CarriageReturn, type IRunPropertiesOptions, type ParagraphChild, Tab, TextRun } from 'docx';
import type { ProseNode } from '@chancery/domain';
import { liveTarget, printable } from '../../written-text.ts';
import type { Direction } from '../../direction.ts';
import { rightToLeft } from './direction.ts';
import { hyperlinkTo } from './hyperlinks.ts';
import type { Paper } from './paper.ts';

/** The runs of a paragraph's content; neighbours with one target become one link. */
export function inlineRuns(nodes: readonly ProseNode[], paper: Paper, around: Direction): readonly ParagraphChild[] {
  const children: ParagraphChild[] = [];
  for (let first = 0; first < nodes.length; ) {
    const target = targetOf(nodes[first]);
    let end = first + 1;
    while (end < nodes.length && targetOf(nodes[end]) === target) end += 1;
    const runs = nodes.slice(first, end).flatMap((node) => runsOf(node, target !== null, around));
    children.push(...(target === null ? runs : [hyperlinkTo(target, runs, paper)]));
    first = end;
  }
  return children;
}

/** A plain text as runs: a line end breaks the line, a tab stays a tab. */
export function textRuns(text: string, look: IRunPropertiesOptions = {}, around: Direction = 'ltr'): readonly TextRun[] {
  const lines = printable(text).split('\n');
  const direction = rightToLeft(text, around);
  // The other break, so that a line end of a text and a hard break come back as what they were.
  return lines.map(
    (line, index) => new TextRun({ ...look, ...direction, children: [...(index > 0 ? [new CarriageReturn()] : []), ...tabbed(line)] }),
  );
}

function tabbed(line: string): (string | Tab)[] {
  return line.split('\t').flatMap((part, index) => [...(index > 0 ? [new Tab()] : []), ...(part === '' ? [] : [part])]);
}

function runsOf(node: ProseNode, isLinked: boolean, around: Direction): readonly TextRun[] {
  if (node.type === 'hardBreak') return [new TextRun({ break: 1 })];
  if (node.text === undefined) return (node.content ?? []).flatMap((inner) => runsOf(inner, isLinked, around));
  return textRuns(node.text, lookOf(node, isLinked), around);
}

function lookOf(node: ProseNode, isLinked: boolean): IRunPropertiesOptions {
  const marks = new Set(node.marks?.map((mark) => mark.type));
  return {
    ...(isLinked ? { style: 'Hyperlink' } : {}),
    ...(marks.has('bold') ? { bold: true } : {}),
    ...(marks.has('italic') ? { italics: true } : {}),
    ...(marks.has('underline') ? { underline: {} } : {}),
  };
}

function targetOf(node: ProseNode | undefined): string | null {
  return liveTarget(node?.marks?.find((mark) => mark.type === 'link')?.attrs?.href);
}
