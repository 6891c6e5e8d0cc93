// The reading of a filled questionnaire: from bytes to what matched which question. Nothing is written anywhere.
import { canonicalContent, plainText } from '@chancery/answer-doc';
import { type AnswerContent, findQuestion, type Question, type Questionnaire, questionsOf } from '@chancery/domain';
import { fileKindOf } from './file-kind.ts';
import type { FilledAnswer, FilledForm, FilledFormOutcome, ImportNote, ReadForm } from './filled-form.ts';
import { isMarked, readMarked } from './markdown/read-marked.ts';
import { readPrinted } from './printed/read-printed.ts';
import { TooComplexError } from './reading-cost.ts';
import { importLimitBytes, textOf } from './source-text.ts';
import { readWord } from './word-in/read-word.ts';

export interface ImportOptions {
  /** Aborting ends the reading with the signal's reason. */
  readonly signal?: AbortSignal;
  readonly progress?: (done: number, of: number) => void;
}

/** Fewer questions than this are no filled form of the questionnaire. */
const minQuestions = 3;
/** Characters of the prose beside a choice that are shown as a hint. */
const maxHintLength = 240;

/** Reads a Word file, Markdown or plain text of at most 5 MB, by what the bytes are. Never guesses: see `readFilledForm`. */
export async function readFilledFile(
  bytes: Uint8Array,
  questionnaire: Questionnaire,
  options: ImportOptions = {},
): Promise<FilledFormOutcome> {
  if (bytes.length > importLimitBytes) return { ok: false, problem: { code: 'too-large', limitBytes: importLimitBytes } };
  const kind = fileKindOf(bytes);
  if (kind === 'text') return readFilledForm(bytes, questionnaire, options);
  if (kind === 'protected') return { ok: false, problem: { code: 'protected' } };
  if (kind !== 'zip') return { ok: false, problem: { code: 'wrong-kind', kind } };
  try {
    const read = await readWord(bytes, questionnaire, stepsOf(questionnaire, options));
    return read.ok ? asOutcome(read.form, questionnaire, options, { leftOut: read.leftOut, countedIn: 'paragraphs' }) : read;
  } catch (cause) {
    return tooComplex(cause);
  }
}

/** Reads Markdown or plain text of at most 5 MB. Never guesses: what cannot be read is to confirm, unrecognised or missing. */
export function readFilledForm(bytes: Uint8Array, questionnaire: Questionnaire, options: ImportOptions = {}): FilledFormOutcome {
  const source = textOf(bytes);
  if (!source.ok) return source;
  options.signal?.throwIfAborted();
  const read = isMarked(source.text, questionnaire) ? readMarked : readPrinted;
  try {
    const form = read(source.text, questionnaire, stepsOf(questionnaire, options));
    return asOutcome(form, questionnaire, options, { leftOut: [], countedIn: 'lines' });
  } catch (cause) {
    return tooComplex(cause);
  }
}

function stepsOf(questionnaire: Questionnaire, { signal, progress }: ImportOptions): () => void {
  const count = questionsOf(questionnaire).length;
  let done = 0;
  return () => {
    signal?.throwIfAborted();
    progress?.(done, count);
    done += 1;
  };
}

function asOutcome(
  form: FilledForm,
  questionnaire: Questionnaire,
  { progress }: ImportOptions,
  file: Pick<ReadForm, 'leftOut' | 'countedIn'>,
): FilledFormOutcome {
  const count = questionsOf(questionnaire).length;
  if (form.answers.length < Math.min(minQuestions, count))
    return { ok: false, problem: { code: 'not-a-questionnaire', matched: form.answers.length } };
  progress?.(count, count);
  return { ok: true, form: { ...form, answers: form.answers.map((it) => canonical(it, questionnaire)) }, ...file };
}

function tooComplex(cause: unknown): FilledFormOutcome {
  if (cause instanceof TooComplexError) return { ok: false, problem: { code: 'too-complex' } };
  throw cause;
}

function canonical(answer: FilledAnswer, questionnaire: Questionnaire): FilledAnswer {
  const question = findQuestion(questionnaire, answer.content.question);
  if (question === undefined) return answer;
  const content = canonicalContent(question, answer.content.fields);
  return { ...answer, content, notes: withConfirmations(answer.notes, question, content) };
}

/** The notes with one for each choice to confirm, first; what else was noted follows. */
function withConfirmations(notes: readonly ImportNote[], question: Question, content: AnswerContent): readonly ImportNote[] {
  const prose = question.fields.map((field) => content.fields[field.id]).find((value) => value?.kind === 'text');
  const text = prose?.kind === 'text' ? plainText(prose.prose).trim().slice(0, maxHintLength) : '';
  const confirmations = question.fields.flatMap(({ id }): readonly ImportNote[] => {
    const value = content.fields[id];
    if (value?.kind !== 'choice' || value.toConfirm !== true) return [];
    const isTickedTwice = notes.some((it) => it.code === 'several-ticks' && it.field === id);
    return [{ code: isTickedTwice ? 'several-ticks' : 'confirm-choice', field: id, text }];
  });
  return [...confirmations, ...notes.filter((it) => it.code !== 'several-ticks')];
}
