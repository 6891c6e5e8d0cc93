// Tick marks: options on one line where they are few and short, otherwise one a line with remarks and "Other" texts.
import type { ChoiceField, ChoicesField, ChoiceValue, FieldValue, Option } from '@chancery/domain';
import { Paragraph, TextRun } from 'docx';
import { textRuns } from '../prose/inline.ts';
import { printable } from '../prose/paper.ts';
import { toConfirmWording } from '../../wording/ticks.ts';

const maxLineLength = 60;
const blankRemark = '_____';
// The typeface Word itself sets its check boxes in.
const boxFont = 'MS Gothic';

/** The options with their ticks, and under them that these are still to be confirmed, where they are. */
export function choiceBlocks(field: ChoiceField | ChoicesField, value: FieldValue | undefined): readonly Paragraph[] {
  const choice = value?.kind === 'choice' ? value : null;
  const isShort = field.options.every((it) => it.text === 'none') && field.options.map((it) => it.label).join().length <= maxLineLength;
  const lines = isShort ? [field.options] : field.options.map((option) => [option]);
  const printed = lines.map(
    (options) => new Paragraph({ style: 'Choice', children: options.flatMap((it, index) => optionRuns(it, choice, index)) }),
  );
  return choice?.toConfirm === true ? [...printed, new Paragraph({ style: 'Choice', children: textRuns(toConfirmWording) })] : printed;
}

function optionRuns(option: Option, choice: ChoiceValue | null, index: number): readonly TextRun[] {
  const isTicked = choice !== null && choice.chosen.includes(option.id);
  return [
    ...(index > 0 ? [new TextRun('\u2003\u2003')] : []),
    new TextRun({ text: isTicked ? '☒' : '☐', font: boxFont }),
    new TextRun({ text: ` ${printable(option.label)}`, bold: isTicked }),
    ...textRuns(remarkOf(option, choice)),
  ];
}

function remarkOf(option: Option, choice: ChoiceValue | null): string {
  const remark = choice?.remarks?.[option.id];
  if (remark !== undefined) return `: ${remark}`;
  return option.text === 'other' ? ` ${blankRemark}` : '';
}
