// The preview of an import: what the file says for which question and what would become of it. Nothing of it is in an answer yet.
import type { ResponseOf, ImportPreview } from '@chancery/contract';
import type { RoundId } from '@chancery/domain';
import type { FilledAnswer, FilledForm, ImportProblem, ReadForm, TextEncoding } from '@chancery/exchange';
import { importLimitBytes } from '@chancery/exchange/source-text';
import { deleteExpiredImportDrafts, deleteImportDraft, findImportDraft, type ImportDraft, keepImportDraft, now } from '@chancery/store';
import { checkRoundRight, stateOf } from '../../round/access.ts';
import type { Context } from '../../context.ts';
import { readUpload, type Upload } from '../../http/bodies.ts';
import { checkOpen } from '../../decision/manage-round.ts';
import { ProblemError } from '../../http/problem.ts';
import { questionOf, type RoundState } from '../../round/round-state.ts';
import type { SignedIn } from '../../sign-in/sign-ins.ts';
import { fateOf } from './import-fate.ts';
import { readForm } from './read-form.ts';

const tooLarge = `The file is larger than ${Math.floor(importLimitBytes / 1024 / 1024)} MB. Its pictures are not imported: save a copy without them and try again.`;
/** A preview that nobody runs is forgotten after this. */
const lastsMs = 60 * 60_000;

/** Reads the file, keeps what was found, and says what would happen. */
export async function previewImport(
  context: Context,
  round: RoundId,
  by: Pick<SignedIn, 'person'>,
  file: Upload & { readonly name: string; readonly encoding: TextEncoding | null; readonly signal: AbortSignal },
): Promise<ResponseOf<'previewImport'>> {
  const state = await openRoundFor(context, round, by);
  // One after the other: each may need the memory of a whole worker.
  const reading = await context.turns.pass(`import:${by.person.id}`, async () => {
    file.signal.throwIfAborted();
    const bytes = await readUpload(file, importLimitBytes, tooLarge);
    return readForm({ bytes, questionnaire: state.questionnaire, encoding: file.encoding }, file.signal);
  });
  if (reading === null)
    throw new ProblemError(
      { code: 'too-many-attempts', retryAfter: 60 },
      'Your earlier files are still being read. Try again in a minute.',
    );
  const read = reading.value;
  if (!read.ok) throw problemOf(read.problem, state);
  const draft = await context.store.transaction(async (tx) => {
    const createdAt = await now(tx);
    await deleteExpiredImportDrafts(tx, createdAt);
    return keepImportDraft(tx, {
      round,
      person: by.person.id,
      fileName: file.name,
      form: read.form,
      createdAt,
      expiresAt: createdAt + lastsMs,
    });
  });
  return { id: draft.id, fileName: file.name, ...(await shown(context, state, by, read)) };
}

/** The draft of this person; throws import-expired when it is gone. */
export async function draftFor(
  context: Context,
  round: RoundId,
  id: string,
  by: Pick<SignedIn, 'person'>,
): Promise<ImportDraft & { readonly form: FilledForm }> {
  const draft = await findImportDraft(context.store.read, round, id);
  if (draft === null || draft.person !== by.person.id || draft.expiresAt < (await now(context.store.read))) {
    throw new ProblemError('import-expired', 'This preview is older than an hour or was already imported. Choose the file again.');
  }
  // Written by previewImport alone.
  return { ...draft, form: draft.form as FilledForm };
}

/** Forgets a preview of this person. */
export async function dropImport(context: Context, round: RoundId, id: string, by: SignedIn): Promise<void> {
  const state = await stateOf(context, round);
  checkRoundRight(state, by.person, 'import');
  const draft = await draftFor(context, round, id, by);
  await context.store.transaction((tx) => deleteImportDraft(tx, draft.id));
}

/** The round, when this person may import into it now. */
export async function openRoundFor(context: Context, round: RoundId, by: Pick<SignedIn, 'person'>): Promise<RoundState> {
  const state = await stateOf(context, round);
  checkRoundRight(state, by.person, 'import');
  checkOpen(state);
  return state;
}

async function shown(
  context: Context,
  state: RoundState,
  by: Pick<SignedIn, 'person'>,
  { form, leftOut, countedIn, encoding }: ReadForm,
): Promise<Omit<ImportPreview, 'id' | 'fileName'>> {
  const { readable, unreadable } = await context.contents.ofRound(state.id, state.questionnaire);
  const preview = ({ content, source, notes }: FilledAnswer): ImportPreview['answers'][number] => {
    const question = questionOf(state, content.question);
    const present = readable.get(content.question)?.content ?? { question: content.question, fields: {} };
    return {
      question: content.question,
      fate: unreadable.includes(content.question) ? 'unreadable' : fateOf({ state, person: by.person, question, present, found: content }),
      source,
      content,
      notes: notes.map((note) => ({ ...note })),
    };
  };
  return {
    answers: form.answers.map(preview),
    unrecognised: form.unrecognised.map((it) => ({ ...it })),
    missing: [...form.missing],
    countedIn,
    encoding: encoding === null ? null : { ...encoding },
    leftOut: leftOut.map((it) => ({ ...it, questions: [...it.questions] })),
  };
}

function problemOf(problem: ImportProblem, state: RoundState): ProblemError {
  switch (problem.code) {
    case 'empty':
      return new ProblemError('import-empty', 'The file is empty. Choose the filled form.');
    case 'binary':
      return new ProblemError(
        'import-binary',
        'The file is neither a Word document nor text. Choose the filled form as Word, Markdown or plain text.',
      );
    case 'damaged':
      return new ProblemError(
        'import-damaged',
        'The file is not a whole Word document. Open it in Word, save it again and choose that file.',
      );
    case 'protected':
      return new ProblemError(
        'import-protected',
        'The file opens by a password alone. Take the password off in Word and choose the file again.',
      );
    case 'too-complex':
      return new ProblemError('import-too-complex', 'The file is larger or more complicated inside than anything that people write.');
    case 'wrong-kind':
      return new ProblemError(
        { code: 'import-wrong-kind', fileKind: problem.kind },
        'The file is of another program. Save the form as a Word document (.docx) and choose that file.',
      );
    case 'too-large':
      return new ProblemError(
        { code: 'too-large', maxBytes: problem.limitBytes },
        `The file is larger than ${problem.limitBytes / 1024 / 1024} MB.`,
      );
    case 'not-a-questionnaire':
      return new ProblemError(
        { code: 'import-not-a-questionnaire', matched: problem.matched },
        `The file does not look like "${state.questionnaire.title}": the wording of only ${problem.matched} of its questions was found.`,
      );
  }
}
