// How to check the record without us: the file, the command, and this browser.
import { files } from '@chancery/contract/routes';
import { type ReactElement, useRef } from 'react';
import { fillPath } from '../../../api/call.ts';
import { useRound } from '../../../api/current-round.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/page/Card.tsx';
import { checkWords } from '../words.ts';
import { shellWords } from '../../../words/shell.ts';
import { useWords } from '../../../words/use-words.ts';
import { DownloadOutcome } from '../../../download/DownloadOutcome.tsx';
import { useDownload } from '../../../download/use-download.ts';
import { CheckOutcome } from './CheckOutcome.tsx';
import { useCheck } from './use-check.ts';

/** The shell word by which the program is called; the file's name follows. */
const command = 'npx chancery verify';

export function CheckPanel(): ReactElement {
  const { say } = useWords();
  const { round } = useRound();
  const path = fillPath(files.record, { round: round.id });
  const { state, start, cancel } = useDownload(path);
  const check = useCheck();
  const isLoading = state.status === 'preparing' || state.status === 'receiving';
  const isChecking = check.state.status === 'fetching' || check.state.status === 'checking';
  return (
    <Card className="flex flex-col gap-4 p-5 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto">
      <div>
        <h2 className="text-17 font-semibold">{say(checkWords.title)}</h2>
        <p className="mt-1 text-15 text-ink-soft">{say(checkWords.why)}</p>
      </div>
      <div className="flex flex-col items-start gap-2">
        <Button icon={isLoading ? 'close' : 'download'} onPress={isLoading ? cancel : start}>
          {say(isLoading ? shellWords.cancel : checkWords.download)}
        </Button>
        <DownloadOutcome state={state} />
      </div>
      <div>
        <p className="text-15 text-ink-soft">{say(checkWords.withProgram)}</p>
        <code dir="ltr" className="mt-2 block rounded-6 bg-sunken px-3 py-2 font-[ui-monospace,monospace] text-13 wrap-anywhere select-all">
          {command} {state.status === 'saved' ? state.fileName : 'record.json'}
        </code>
      </div>
      <div className="flex flex-col items-start gap-3 border-t border-line pt-4">
        <p className="text-15 text-ink-soft">{say(checkWords.nowWhy)}</p>
        <div className="flex flex-wrap gap-2">
          <Button look="primary" icon="seal" isBusy={isChecking} onPress={() => check.fetched(path)}>
            {say(checkWords.now)}
          </Button>
          {isChecking ? <Button onPress={check.cancel}>{say(shellWords.cancel)}</Button> : <ChooseRecord onChoose={check.chosen} />}
        </div>
        <CheckOutcome state={check.state} />
      </div>
    </Card>
  );
}

function ChooseRecord({ onChoose }: { readonly onChoose: (file: File) => void }): ReactElement {
  const { say } = useWords();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button look="quiet" onPress={() => input.current?.click()}>
        {say(checkWords.file)}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        aria-label={say(checkWords.file)}
        hidden
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file !== undefined) onChoose(file);
          currentTarget.value = '';
        }}
      />
    </>
  );
}
