// The run of an import that was previewed: question by question, telling how far it is, stopping when the request is aborted.
import type { ImportProgress } from '@chancery/contract';
import type { QuestionId, RoundId } from '@chancery/domain';
import type { FilledForm } from '@chancery/exchange';
import { deleteImportDraft } from '@chancery/store';
import type { Context } from '../../context.ts';
import { type ActingPerson, commitDecision, entryBy } from '../../decision/decide.ts';
import { importAnswer, type ImportOutcome } from './import-answer.ts';
import { draftFor, openRoundFor } from './preview-import.ts';

export interface ImportRun {
  readonly round: RoundId;
  /** Id of the preview. */
  readonly draft: string;
  /** The questions the person chose; others of the file are left alone. */
  readonly questions: readonly QuestionId[];
  readonly by: ActingPerson;
  readonly signal: AbortSignal;
}

/** Responds with newline-delimited `ImportProgress`; the last line is the report. What was imported before a cancellation stays and is in the report. */
export async function runImport(context: Context, run: ImportRun): Promise<Response> {
  await openRoundFor(context, run.round, run.by);
  const draft = await draftFor(context, run.round, run.draft, run.by);
  const encoder = new TextEncoder();
  const cancelled = new AbortController();
  const signal = AbortSignal.any([run.signal, cancelled.signal]);
  const lines = new ReadableStream<Uint8Array>({
    async start(controller) {
      const write = (line: ImportProgress) => !signal.aborted && controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      try {
        await importForm(context, { ...run, signal, form: draft.form, fileName: draft.fileName }, write);
        await context.store.transaction((tx) => deleteImportDraft(tx, draft.id));
        if (!signal.aborted) controller.close();
      } catch (cause) {
        context.log.error({ event: 'import-failed', err: cause });
        controller.error(cause);
      }
    },
    cancel: () => cancelled.abort(),
  });
  return new Response(lines, { headers: { 'content-type': 'application/x-ndjson; charset=utf-8', 'cache-control': 'no-store' } });
}

interface FormRun extends Omit<ImportRun, 'draft'> {
  readonly form: FilledForm;
  readonly fileName: string;
}

/** Imports the chosen answers of a form and enters the import into the record. */
export async function importForm(context: Context, run: FormRun, tell: (line: ImportProgress) => void): Promise<readonly ImportOutcome[]> {
  const chosen = run.form.answers.filter(({ content }) => run.questions.includes(content.question));
  const outcomes: ImportOutcome[] = [];
  for (const { content } of chosen) {
    if (run.signal.aborted) break;
    outcomes.push(await importAnswer(context, { round: run.round, by: run.by, found: content }));
    tell({ kind: 'progress', done: outcomes.length, of: chosen.length });
  }
  await enterImport(context, run, outcomes);
  tell({ kind: 'report', isCancelled: run.signal.aborted, outcomes });
  return outcomes;
}

/** One entry for the whole import. It vouches for no text: the one who clears an answer later does. */
async function enterImport(context: Context, run: FormRun, outcomes: readonly ImportOutcome[]): Promise<void> {
  const written = outcomes.filter(({ outcome }) => outcome === 'filled' || outcome === 'proposed');
  if (written.length === 0) return;
  const filled = written.filter(({ outcome }) => outcome === 'filled').length;
  await commitDecision(context, run.round, async (_tx, state) => ({
    result: undefined,
    entries: [
      {
        kind: 'imported',
        ...entryBy(state, run.by, 'coordinator'),
        words: `"${run.fileName}" was imported: ${filled} answers filled, ${written.length - filled} proposed.`,
        scope: [],
        details: { fileName: run.fileName, outcomes: written.map(({ question, outcome }) => ({ question, outcome })) },
      },
    ],
    events: written.map(({ question }) => ({ kind: 'answer-changed', question }) as const),
  }));
}
