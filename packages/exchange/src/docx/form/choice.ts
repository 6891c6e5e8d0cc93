// Tick marks: options on one line where they are few and short, otherwise one a line with remarks and "Other" texts.
import { Paragraph, TextRun } from 'docx';
import type { PrintedOption, PrintedTicks } from '../../form/printed-block.ts';
import { tickLines } from '../../form/tick-lines.ts';
import { toConfirmWording } from '../../wording/ticks.ts';
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
        children: options.flatMap((it, index) => optionRuns(it, index)),
      }),
  );
  return block.isToConfirm ? [...printed, new Paragraph({ style: 'Choice', children: textRuns(toConfirmWording) })] : printed;
}

function optionRuns({ label, isTicked, remark }: PrintedOption, index: number): readonly TextRun[] {
  return [
    ...(index > 0 ? [new TextRun('\u2003\u2003')] : []),
    new TextRun({ text: isTicked ? '☒' : '☐', font: boxFont }),
    new TextRun({ text: ` ${printable(label)}`, bold: isTicked }),
    ...textRuns(remark),
  ];
}
