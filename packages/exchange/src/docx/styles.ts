// The styles: every paragraph of the form names one, so that an office can restyle the file in Word.
import { BorderStyle, type IParagraphStyleOptions, type IStylesOptions, LineRuleType } from 'docx';
import { answerIndent, textWidth } from './page.ts';

const ink = '1F2933';
const deepBlue = '14375E';
const unBlue = '0B6FA4';
const quiet = '52606D';
const labelWidth = 2_268;
// Calibri where Word is; Noto Sans for the scripts that Calibri lacks.
const font = { ascii: 'Calibri', hAnsi: 'Calibri', eastAsia: 'Noto Sans', cs: 'Noto Sans' };

/** Built-in styles under their own names, and the form's. Sizes of text in half points, lengths in twentieths of a point. */
export function formStyles(): IStylesOptions {
  return {
    default: {
      document: {
        run: { font, size: 21, color: ink, language: { value: 'en', eastAsia: 'en', bidirectional: 'en' } },
        paragraph: { spacing: { after: 100, line: 264, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { font, size: 40, bold: true, color: deepBlue },
        paragraph: { spacing: { before: 280, after: 220, line: 264, lineRule: LineRuleType.AUTO } },
      },
      heading1: {
        run: { font, size: 28, bold: true, color: deepBlue },
        paragraph: { keepNext: true, spacing: { before: 440, after: 160 }, border: { bottom: rule(8, 4) } },
      },
      heading2: { run: { font, size: 24, bold: true, color: unBlue }, paragraph: { keepNext: true, spacing: { before: 300, after: 100 } } },
      hyperlink: { run: { color: '0B5394', underline: {} } },
    },
    paragraphStyles: [...frontStyles, ...questionStyles, ...answerStyles, ...tableStyles, footerStyle],
    characterStyles: [{ id: 'Label', name: 'Label', run: { bold: true, color: deepBlue } }],
  };
}

function rule(size: number, space: number) {
  return { style: BorderStyle.SINGLE, size, space, color: unBlue };
}

function style(id: string, look: Omit<IParagraphStyleOptions, 'id' | 'name'>, name = id): IParagraphStyleOptions {
  return { id, name, basedOn: 'Normal', quickFormat: true, ...look };
}

const frontStyles = [
  style('Issuer', { run: { size: 24, bold: true, color: unBlue }, paragraph: { spacing: { after: 0 } } }),
  style('IssuerEnd', { basedOn: 'Issuer', paragraph: { spacing: { after: 120 }, border: { bottom: rule(12, 8) } } }, 'Issuer End'),
  style('Introduction', { paragraph: { spacing: { after: 120 } } }),
  style('Country', { run: { size: 26, bold: true }, paragraph: { keepNext: true, spacing: { before: 320, after: 120 } } }),
];

const questionStyles = [
  style('Question', {
    next: 'Answer',
    run: { bold: true, size: 22, color: deepBlue },
    paragraph: {
      keepNext: true,
      keepLines: true,
      outlineLevel: 2,
      spacing: { before: 320, after: 80 },
      indent: { left: answerIndent, hanging: answerIndent },
      leftTabStop: answerIndent,
    },
  }),
  style('Statement', { basedOn: 'Question', paragraph: { indent: { left: answerIndent, hanging: 0 } } }),
  style('Note', { run: { italics: true, color: quiet }, paragraph: { keepNext: true, indent: { left: answerIndent } } }),
  style('Prompt', {
    next: 'Answer',
    run: { italics: true, color: deepBlue },
    paragraph: { keepNext: true, spacing: { before: 100, after: 80 }, indent: { left: answerIndent } },
  }),
  style('Choice', { paragraph: { keepLines: true, spacing: { after: 60 }, indent: { left: answerIndent + 340, hanging: 340 } } }),
];

const answerStyles = [
  style('Answer', { paragraph: { indent: { left: answerIndent } } }),
  style('Line', {
    paragraph: {
      spacing: { after: 60 },
      indent: { left: answerIndent + labelWidth, hanging: labelWidth },
      leftTabStop: answerIndent + labelWidth,
    },
  }),
  style('Quote', {
    run: { italics: true },
    paragraph: {
      indent: { left: answerIndent + 340 },
      border: { left: { style: BorderStyle.SINGLE, size: 18, space: 10, color: 'B8C4CE' } },
    },
  }),
];

const tableStyles = [
  style('TableText', { paragraph: { spacing: { after: 60 } }, run: { size: 20 } }, 'Table Text'),
  style('TableHead', { basedOn: 'TableText', run: { bold: true, color: deepBlue } }, 'Table Head'),
  style('TableEnd', { run: { size: 8 }, paragraph: { spacing: { after: 60, line: 120 } } }, 'Table End'),
];

const footerStyle = style('Footer', {
  run: { size: 17, color: quiet },
  paragraph: { spacing: { after: 0 }, rightTabStop: textWidth, border: { top: { ...rule(4, 6), color: 'B8C4CE' } } },
});
