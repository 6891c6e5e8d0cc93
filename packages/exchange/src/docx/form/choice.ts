// Tick marks: options on one line where they are few and short, otherwise one a line with remarks and "Other" texts.
import { Paragraph, TextRun } from 'docx';
import type { PrintedOption, PrintedTicks } from '../../form/printed-block.ts';
import { tickLines } from '../../form/tick-lines.ts';
import { toConfirmWording } from '../../wording/ticks.ts';
import { bidirectional, rightToLeft } from '../prose/direction.ts';
import { textRuns } from '../prose/inline.ts';
import { printable } from '../../written-text.ts';

// The typeface Word itself sets its check boxes in.
const boxFont = 'MS Gothic';

/** The options with their ticks, and under them that these are still to be confirmed, where they are. */
export function choiceBlocks(block: PrintedTicks): readonly Paragraph[] {
  const printed = tickLines(block).map(
    ({ options, keepNext }) =>
      new Paragraph({
        style: 'Choice',
        ...(keepNext ? { keepNext } : {}),
        ...bidirectional(options[0]?.label ?? ''),
        children: options.flatMap((it, index) => optionRuns(it, index)),
      }),
  );
  if (!block.isToConfirm) return printed;
  const kept = block.isFollowed ? { keepNext: true } : {};
  return [...printed, new Paragraph({ style: 'Choice', ...kept, children: textRuns(toConfirmWording) })];
}

function optionRuns({ label, isTicked, remark }: PrintedOption, index: number): readonly TextRun[] {
  return [
    ...(index > 0 ? [new TextRun('\u2003\u2003')] : []),
    new TextRun({ text: isTicked ? '☒' : '☐', font: boxFont }),
    new TextRun({ text: ` ${printable(label)}`, bold: isTicked, ...rightToLeft(label) }),
    ...textRuns(remark),
  ];
}
