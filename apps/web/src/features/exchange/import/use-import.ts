// One import from file to report: its requests, their progress, and cancelling each of them.
import { useQueryClient } from '@tanstack/react-query';
import type { FileEncodingName, ImportPreview, ImportProgress } from '@chancery/contract';
import type { QuestionId, RoundId } from '@chancery/domain';
import { type Dispatch, type SetStateAction, useEffect, useRef, useState } from 'react';
import { call, send } from '../../../api/call.ts';
import { Failure } from '../../../api/failure.ts';
import { roundKey } from '../../../api/queries.ts';
import { progressLines } from './progress-lines.ts';
import { uploadForm } from './upload-form.ts';

export type ReportedImport = Extract<ImportProgress, { kind: 'report' }>;

export type ImportState =
  | { readonly status: 'choosing'; readonly failure: unknown }
  /** `sent` is of 1; when it is 1 the server is reading. */
  | { readonly status: 'uploading'; readonly fileName: string; readonly sent: number }
  | { readonly status: 'looking'; readonly preview: ImportPreview; readonly file: File }
  | { readonly status: 'importing'; readonly done: number; readonly of: number }
  /** The whole report came. */
  | { readonly status: 'reported'; readonly report: ReportedImport }
  /** No report came: the import was cancelled, or the connection was lost on the way. */
  | { readonly status: 'ended'; readonly why: 'cancelled' | 'lost'; readonly done: number; readonly of: number };

const maxImportBytes = 5 * 1024 * 1024;

export interface Importing {
  readonly state: ImportState;
  readonly choose: (file: File) => void;
  readonly run: (questions: readonly QuestionId[]) => void;
  readonly cancel: () => void;
  /** Reads the same file in another encoding. */
  readonly readAs: (encoding: FileEncodingName) => void;
  /** Back to choosing a file; a preview is forgotten by the server too. */
  readonly startAgain: () => void;
}

export function useImport(round: RoundId): Importing {
  const client = useQueryClient();
  const [state, setState] = useState<ImportState>({ status: 'choosing', failure: null });
  const underWay = useRef<AbortController | null>(null);
  const isUploading = state.status === 'uploading';
  // Leaving the page ends an upload; an import that has begun is finished by the server.
  useEffect(() => (isUploading ? () => underWay.current?.abort() : undefined), [isUploading]);
  const begin = () => {
    underWay.current = new AbortController();
    return underWay.current.signal;
  };
  return {
    state,
    choose: (file) => void upload({ round, file, signal: begin(), setState }),
    run: (questions) => {
      if (state.status !== 'looking') return;
      const running = { round, preview: state.preview, questions, signal: begin(), setState };
      void runImport(running).finally(() => void client.invalidateQueries({ queryKey: roundKey(round) }));
    },
    readAs: (encoding) => {
      if (state.status !== 'looking') return;
      void forget(round, state.preview);
      void upload({ round, file: state.file, encoding, signal: begin(), setState });
    },
    cancel: () => underWay.current?.abort(),
    startAgain: () => {
      if (state.status === 'looking') void forget(round, state.preview);
      setState({ status: 'choosing', failure: null });
    },
  };
}

interface Step {
  readonly round: RoundId;
  readonly signal: AbortSignal;
  readonly setState: Dispatch<SetStateAction<ImportState>>;
}

interface UploadStep extends Step {
  readonly file: File;
  readonly encoding?: FileEncodingName;
}

async function upload({ round, file, encoding, signal, setState }: UploadStep): Promise<void> {
  try {
    if (file.size > maxImportBytes) throw new Failure('too-large', null, undefined, { maxBytes: maxImportBytes });
    setState({ status: 'uploading', fileName: file.name, sent: 0 });
    const onSent = (sent: number) => setState((state) => (state.status === 'uploading' ? { ...state, sent } : state));
    const preview = await uploadForm({ round, file, encoding, signal, onSent });
    setState({ status: 'looking', preview, file });
  } catch (thrown) {
    setState({ status: 'choosing', failure: signal.aborted ? null : thrown });
  }
}

interface Run extends Step {
  readonly preview: ImportPreview;
  readonly questions: readonly QuestionId[];
}

async function runImport({ round, preview, questions, signal, setState }: Run): Promise<void> {
  let progress = { done: 0, of: questions.length };
  setState({ status: 'importing', ...progress });
  try {
    const init = { signal, body: JSON.stringify({ questions }), headers: { 'content-type': 'application/json' } };
    const response = await send('runImport', { round, import: preview.id }, init);
    for await (const line of progressLines(response.body ?? new ReadableStream())) {
      if (line.kind === 'report') return setState({ status: 'reported', report: line });
      progress = { done: line.done, of: line.of };
      setState({ status: 'importing', ...progress });
    }
    setState({ status: 'ended', why: 'lost', ...progress });
  } catch (thrown) {
    if (signal.aborted) return setState({ status: 'ended', why: 'cancelled', ...progress });
    // What the server refused was not begun; where it fell silent, nobody knows how far it went.
    const isRefused = thrown instanceof Failure && thrown.problem !== null;
    setState(isRefused ? { status: 'choosing', failure: thrown } : { status: 'ended', why: 'lost', ...progress });
  }
}

/** The server forgets it by itself after an hour, so a failure needs no word. */
async function forget(round: RoundId, preview: ImportPreview): Promise<void> {
  await call('dropImport', { params: { round, import: preview.id } }).catch(() => undefined);
}
