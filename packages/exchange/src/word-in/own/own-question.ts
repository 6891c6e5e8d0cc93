// The cutting of our own export at the questions it prints: their styles and wording say where each begins.
import { findQuestion, type Question, type Questionnaire, questionsOf } from '@chancery/domain';
import { endOfWording, isSignsOnly } from '../../wording/wording.ts';
import { wordsOf } from '../../wording/words.ts';
import { printedWording } from '../../wording/unrecognised.ts';
import { textOf, type WordBlock, type WordParagraph } from '../document/block.ts';
import { cutPieces } from '../document/cut-pieces.ts';

interface OwnQuestion {
  readonly question: Question;
  /** Place of the paragraph that prints its wording. */
  readonly at: number;
  readonly blocks: readonly WordBlock[];
}

interface CutForm {
  /** Each question once, in the order of the file. */
  readonly questions: readonly OwnQuestion[];
  /** What stands under no question. */
  readonly outside: readonly WordBlock[];
}

const heads = new Set(['question', 'statement', 'heading2']);
/** What the form prints around questions. */
const frame = new Set(['title', 'issuer', 'issuerend', 'introduction', 'heading1', 'heading2', 'note']);

/** The blocks by the question that they stand under. A printed question that is not of this form, or comes again, takes what follows along. */
export function cutAtQuestions(blocks: readonly WordBlock[], questionnaire: Questionnaire): CutForm {
  const printed = new Set(printedWording(questionnaire).map((it) => wordsOf(it).join(' ')));
  const found = new Map<Question, { at: number; blocks: WordBlock[] }>();
  const above = new Map<Question, WordBlock[]>();
  const outside: WordBlock[] = [];
  let open: WordBlock[] | null = null;
  for (const block of blocks) {
    const style = block.kind === 'paragraph' ? block.style : '';
    if (block.kind === 'table' || !(heads.has(style) || frame.has(style) || style === 'country')) {
      (open ?? outside).push(block);
      continue;
    }
    const head = heads.has(style) ? questionIn(block, questionnaire) : null;
    if (head !== null && !found.has(head.question)) {
      open = [...(above.get(head.question) ?? [])];
      found.set(head.question, { at: block.at, blocks: open });
      if (head.rest !== null) open.push(head.rest);
    } else if (style === 'country') {
      const owner = ownerOfLine(block, questionnaire);
      if (owner === null) outside.push(block);
      else above.set(owner, [block]);
      open = null;
    } else if (printed.has(wordsOf(textOf(block)).join(' ')) && style !== 'question') open = style === 'note' ? open : null;
    else if (style === 'question' || style === 'statement') {
      // Some other question: what stands under it is no answer to the one before.
      outside.push(block);
      open = null;
    } else (open ?? outside).push(block);
  }
  const questions = questionsOf(questionnaire).flatMap((question) => {
    const it = found.get(question);
    return it === undefined ? [] : [{ question, ...it }];
  });
  const lost = [...above].flatMap(([question, lines]) => (found.has(question) ? [] : lines));
  return { questions, outside: [...outside, ...lost] };
}

interface Head {
  readonly question: Question;
  /** What somebody wrote behind the wording. */
  readonly rest: WordParagraph | null;
}

function questionIn(paragraph: WordParagraph, questionnaire: Questionnaire): Head | null {
  const text = textOf(paragraph);
  for (const question of questionsOf(questionnaire)) {
    const words = wordsOf(question.text);
    const wordings = question.number === null ? [words] : [[String(question.number), ...words], words];
    const end = wordings.map((it) => endOfWording(text, it)).find((it) => it !== null);
    if (end === undefined || end === null) continue;
    const rest = text.slice(end);
    if (isSignsOnly(rest)) return { question, rest: null };
    const from = end + (/^[\s*?.:;,)\]”"]*/.exec(rest)?.[0].length ?? 0);
    return { question, rest: { ...paragraph, style: 'answer', list: null, pieces: cutPieces(paragraph.pieces, from) } };
  }
  return null;
}

function ownerOfLine(paragraph: WordParagraph, questionnaire: Questionnaire): Question | null {
  const text = textOf(paragraph);
  const owner = questionsOf(questionnaire).find((question) =>
    question.fields.some((field) => field.kind === 'line' && field.label !== null && endOfWording(text, wordsOf(field.label)) !== null),
  );
  return owner === undefined ? null : (findQuestion(questionnaire, owner.id) ?? null);
}
