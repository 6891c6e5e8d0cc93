// The check of a record file in this browser: fetched from the server or chosen by the reader, with the same program as on the command line.
import type { Finding } from '@chancery/record';
import { useEffect, useRef, useState } from 'react';
import { fetchFile } from '../../../download/fetch-file.ts';

export type CheckState =
  | { readonly status: 'idle' | 'fetching' }
  | { readonly status: 'checking'; readonly fileName: string }
  /** `findings`: what holds, or the first thing that does not. */
  | { readonly status: 'checked'; readonly fileName: string; readonly isSound: boolean; readonly findings: readonly Finding[] }
  | { readonly status: 'failed'; readonly failure: unknown }
  | { readonly status: 'unreadable' };

export interface Check {
  readonly state: CheckState;
  /** Fetches the record from `path` and checks it. */
  readonly fetched: (path: string) => void;
  readonly chosen: (file: File) => void;
  readonly cancel: () => void;
}

export function useCheck(): Check {
  const [state, setState] = useState<CheckState>({ status: 'idle' });
  const underWay = useRef<AbortController | null>(null);
  useEffect(() => () => underWay.current?.abort(), []);
  const begin = () => {
    underWay.current?.abort();
    underWay.current = new AbortController();
    return underWay.current.signal;
  };
  return {
    state,
    fetched: (path) => void checkFetched(path, begin(), setState),
    chosen: (file) => void checkChosen(file, begin(), setState),
    cancel: () => underWay.current?.abort(),
  };
}

type Report = (state: CheckState) => void;

async function checkFetched(path: string, signal: AbortSignal, report: Report): Promise<void> {
  report({ status: 'fetching' });
  try {
    const { name, bytes } = await fetchFile({ path, signal, onReceived: () => undefined });
    report({ status: 'checking', fileName: name });
    const verdict = await verdictOn(bytes, name);
    if (!signal.aborted) report(verdict);
  } catch (failure) {
    report(signal.aborted ? { status: 'idle' } : { status: 'failed', failure });
  }
}

async function checkChosen(file: File, signal: AbortSignal, report: Report): Promise<void> {
  report({ status: 'checking', fileName: file.name });
  try {
    const verdict = await verdictOn(file, file.name);
    if (!signal.aborted) report(verdict);
  } catch {
    // The file was moved or changed after it was chosen.
    if (!signal.aborted) report({ status: 'unreadable' });
  }
}

/** Loads the program only now: most readers never check. */
async function verdictOn(file: Blob, fileName: string): Promise<CheckState> {
  const [{ verifyRecord, findingsOf }, bytes] = await Promise.all([import('@chancery/record'), file.arrayBuffer()]);
  const verdict = await verifyRecord(new Uint8Array(bytes));
  // The first finding says what the heading says.
  return { status: 'checked', fileName, isSound: verdict.ok, findings: findingsOf(verdict).slice(1) };
}
