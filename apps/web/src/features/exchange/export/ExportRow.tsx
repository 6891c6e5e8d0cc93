// One file that can be exported: its name, what it is for, downloading it.
import type { ReactElement } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { exportWords, formatPurposeWords, formatWords } from '../words.ts';
import { shellWords } from '../../../words/shell.ts';
import { useWords } from '../../../words/use-words.ts';
import { DownloadOutcome } from '../../../download/DownloadOutcome.tsx';
import { useDownload } from '../../../download/use-download.ts';

export type ExportedFile = keyof typeof formatWords;

const endings: Record<ExportedFile, string> = { docx: '.docx', pdf: '.pdf', md: '.md', json: '.json', record: '.json' };

export function ExportRow({ file, path }: { readonly file: ExportedFile; readonly path: string }): ReactElement {
  const { say } = useWords();
  const { state, start, cancel } = useDownload(path);
  const name = say(formatWords[file]);
  const isUnderWay = state.status === 'preparing' || state.status === 'receiving';
  return (
    <li className="grid gap-x-6 gap-y-3 border-b border-line p-4 last:border-0 sm:grid-cols-[2.5rem_minmax(0,1fr)_auto] sm:items-center sm:px-5 sm:py-5">
      <span className="flex size-10 items-center justify-center rounded-6 bg-accent-tint text-accent max-sm:hidden">
        <Icon name={file === 'record' ? 'seal' : 'file'} size={20} />
      </span>
      <div className="flex flex-col gap-1">
        <h2 className="text-17 font-semibold">
          {name} <span className="text-15 font-normal text-ink-soft">{endings[file]}</span>
        </h2>
        <p className="max-w-[64ch] text-15 text-ink-soft">{say(formatPurposeWords[file])}</p>
        <DownloadOutcome state={state} />
      </div>
      {isUnderWay ? (
        <Button onPress={cancel}>
          {say(shellWords.cancel)}
          <span className="sr-only">: {name}</span>
        </Button>
      ) : (
        <Button look={file === 'docx' ? 'primary' : 'secondary'} icon="download" onPress={start}>
          {say(exportWords.download, { name })}
        </Button>
      )}
    </li>
  );
}
