// The reading of a filled form that is a Word file: what it says for which question, and what it holds beside text.
import type { Questionnaire, QuestionId } from '@chancery/domain';
import { type FilledForm, type LeftOut, leftOutKinds } from '../filled-form.ts';
import type { WordProblem } from '../file-kind.ts';
import { readDocument, type WordDocument } from './document/read-document.ts';
import { readForeignForm } from './foreign/read-foreign.ts';
import { readOwnForm } from './own/read-own.ts';
import { WordProblemError } from './package/problem.ts';
import { openWordFile } from './package/word-file.ts';

export type ReadWord =
  | { readonly ok: true; readonly form: FilledForm; readonly leftOut: readonly LeftOut[] }
  | { readonly ok: false; readonly problem: WordProblem };

/** Reads the zip file that a Word document is. `step` is called before each question, and may throw to stop. */
export async function readWord(bytes: Uint8Array, questionnaire: Questionnaire, step: () => void): Promise<ReadWord> {
  try {
    const document = readDocument(await openWordFile(bytes));
    const read = document.isOwnForm ? readOwnForm : readForeignForm;
    const { form, places } = read(document.blocks, questionnaire, step);
    return { ok: true, form, leftOut: leftOutOf(document, places) };
  } catch (cause) {
    if (cause instanceof WordProblemError) return { ok: false, problem: cause.problem };
    throw cause;
  }
}

/** What was left out by its kind, and the questions under which it stands. */
function leftOutOf({ leftOut }: WordDocument, places: ReadonlyMap<QuestionId, number>): readonly LeftOut[] {
  const begins = [...places].toSorted(([, one], [, other]) => one - other);
  const under = (at: number) => begins.findLast(([, place]) => place <= at)?.[0];
  return leftOutKinds.flatMap((what) => {
    const found = leftOut.found.filter((it) => it.what === what);
    if (found.length === 0) return [];
    const questions = new Set(found.flatMap((it) => (what === 'macros' || what === 'page-margin' ? [] : (under(it.at) ?? []))));
    return [{ what, count: found.length, questions: begins.map(([id]) => id).filter((id) => questions.has(id)) }];
  });
}
