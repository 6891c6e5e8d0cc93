// The reading of a filled questionnaire: from bytes to what matched which question. Nothing is written anywhere.
import { canonicalContent, plainText } from '@chancery/answer-doc';
import { type AnswerContent, asId, type FieldId, findQuestion, type Question, type Questionnaire, questionsOf } from '@chancery/domain';
import { fileKindOf } from './file-kind.ts';
import type { FilledAnswer, FilledForm, FilledFormOutcome, ImportNote, ReadForm } from './filled-form.ts';
import { isMarked, readMarked } from './markdown/read-marked.ts';
import { readPrinted } from './printed/read-printed.ts';
import { TooComplexError } from './reading-cost.ts';
import { importLimitBytes, textOf } from './source-text.ts';
import type { TextEncoding } from './text-encoding.ts';
import { readWord } from './word-in/read-word.ts';

export interface ImportOptions {
  /** Aborting ends the reading with the signal's reason. */
  readonly signal?: AbortSignal;
  readonly progress?: (done: number, of: number) => void;
  /** In which a text file is to be read; otherwise in the one it seems to be in. */
  readonly encoding?: TextEncoding | null;
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
    return read.ok
      ? asOutcome(read.form, questionnaire, options, { leftOut: read.leftOut, countedIn: 'paragraphs', encoding: null })
      : read;
  } catch (cause) {
    return tooComplex(cause);
  }
}

/** Reads Markdown or plain text of at most 5 MB. Never guesses: what cannot be read is to confirm, unrecognised or missing. */
export function readFilledForm(bytes: Uint8Array, questionnaire: Questionnaire, options: ImportOptions = {}): FilledFormOutcome {
  const read = textOf(bytes, options.encoding);
  if (!read.ok) return read;
  const { text, ...encoding } = read.source;
  options.signal?.throwIfAborted();
  try {
    const step = stepsOf(questionnaire, options);
    const form = isMarked(text, questionnaire) ? readMarked(text, questionnaire, step) : readPrinted(text, questionnaire, step);
    return asOutcome(form, questionnaire, options, { leftOut: [], countedIn: 'lines', encoding });
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
  file: Pick<ReadForm, 'leftOut' | 'countedIn' | 'encoding'>,
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
  return [...confirmations, ...notes.filter((it) => it.code !== 'several-ticks'), ...letterNotes(content)];
}

/** Letters that were lost before the file came here: a program wrote question marks for them, or bytes that mean nothing. */
function letterNotes({ question, fields }: AnswerContent): readonly ImportNote[] {
  return Object.entries(fields).flatMap(([field, value]): readonly ImportNote[] => {
    const lines = plainText({ question, fields: { [field]: value } }).split('\n');
    const lost = lines.find((it) => /(?:^|\s)\?{3,}[.,;:!]?(?=\s|$)|(?:^|\s)\?{2,}\s+\?{2,}/.test(it));
    const damaged = lines.find((it) => it.includes('\ufffd'));
    return [
      ...(lost === undefined ? [] : [noteOn('lost-letters', asId<FieldId>(field), lost)]),
      ...(damaged === undefined ? [] : [noteOn('damaged-letters', asId<FieldId>(field), damaged)]),
    ];
  });
}

function noteOn(code: ImportNote['code'], field: FieldId, text: string): ImportNote {
  return { code, field, text: text.slice(0, maxHintLength) };
}
