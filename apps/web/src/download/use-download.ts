// One download: fetching with progress, cancelling, saving, and what became of it.
import { useEffect, useRef, useState } from 'react';
import { type FetchedFile, fetchFile } from './fetch-file.ts';

export type DownloadState =
  | { readonly status: 'idle' | 'preparing' | 'cancelled' }
  | { readonly status: 'receiving'; readonly received: number; readonly of: number | null }
  | { readonly status: 'saved'; readonly fileName: string; readonly size: number }
  | { readonly status: 'failed'; readonly failure: unknown };

export interface Download {
  readonly state: DownloadState;
  readonly start: () => void;
  readonly cancel: () => void;
}

/** Downloads what is at `path`; leaving the page cancels it. */
export function useDownload(path: string): Download {
  const [state, setState] = useState<DownloadState>({ status: 'idle' });
  const underWay = useRef<AbortController | null>(null);
  useEffect(() => () => underWay.current?.abort(), []);
  const start = () => {
    underWay.current?.abort();
    const controller = new AbortController();
    underWay.current = controller;
    void download(path, controller.signal, setState);
  };
  return { state, start, cancel: () => underWay.current?.abort() };
}

async function download(path: string, signal: AbortSignal, report: (state: DownloadState) => void): Promise<void> {
  report({ status: 'preparing' });
  try {
    const onReceived = (received: number, of: number | null) => report({ status: 'receiving', received, of });
    const file: FetchedFile = await fetchFile({ path, signal, onReceived });
    saveFile(file);
    report({ status: 'saved', fileName: file.name, size: file.bytes.size });
  } catch (failure) {
    report(signal.aborted ? { status: 'cancelled' } : { status: 'failed', failure });
  }
}

/** Puts the file among the reader's downloads under its name. */
function saveFile({ name, bytes }: FetchedFile): void {
  const address = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken hold of the bytes when the click returns to it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
