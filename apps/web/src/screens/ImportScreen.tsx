// The page "Import" of a round: choosing a filled form, looking at what it says, importing it, the report.
import { assertNever } from '@chancery/domain';
import type { ReactElement } from 'react';
import { mayInRound } from '../api/acting.ts';
import { useRound } from '../api/current-round.ts';
import { EmptyState } from '../ui/page/EmptyState.tsx';
import { PageHead } from '../ui/page/PageHead.tsx';
import { usePageTitle } from '../ui/page/use-page-title.ts';
import { importWords } from '../features/exchange/words.ts';
import { shellWords } from '../words/shell.ts';
import { useWords } from '../words/use-words.ts';
import { FileChooser } from '../features/exchange/import/FileChooser.tsx';
import { ImportPreviewView } from '../features/exchange/import/ImportPreviewView.tsx';
import { ImportReportView } from '../features/exchange/import/ImportReportView.tsx';
import { type Importing, useImport } from '../features/exchange/import/use-import.ts';
import { UnderWay } from '../features/exchange/import/UnderWay.tsx';

export function ImportScreen(): ReactElement {
  const { say } = useWords();
  const { round } = useRound();
  usePageTitle(say(shellWords.import));
  const importing = useImport(round.id);
  return (
    <>
      <PageHead title={say(shellWords.import)} detail={say(importWords.detail)} />
      <div className="mx-auto max-w-[88rem] px-4 pb-16 sm:px-6">
        <Permitted importing={importing} />
      </div>
    </>
  );
}

function Permitted({ importing }: { readonly importing: Importing }): ReactElement {
  const { say } = useWords();
  const { round } = useRound();
  if (!mayInRound(round, 'import')) {
    return (
      <EmptyState icon="lock" title={say(importWords.notYours)}>
        {say(importWords.notYoursWhy)}
      </EmptyState>
    );
  }
  const { status } = importing.state;
  // A report stays readable whatever happens to the round.
  if (round.phase !== 'open' && status !== 'reported' && status !== 'ended') {
    return (
      <EmptyState icon="seal" title={say(importWords.notOpen)}>
        {say(importWords.notOpenWhy)}
      </EmptyState>
    );
  }
  return <Step importing={importing} />;
}

function Step({ importing: { state, choose, run, cancel, startAgain, readAs } }: { readonly importing: Importing }): ReactElement {
  const { say } = useWords();
  switch (state.status) {
    case 'choosing':
      return <FileChooser failure={state.failure} onChoose={choose} />;
    case 'uploading': {
      const percent = Math.round(state.sent * 100);
      const isSent = state.sent >= 1;
      return (
        <UnderWay
          title={say(isSent ? importWords.reading : importWords.uploading, { file: state.fileName, percent })}
          detail={say(isSent ? importWords.readingWhy : importWords.nothingWritten)}
          value={percent}
          of={100}
          cancel={say(importWords.cancel)}
          onCancel={cancel}
        />
      );
    }
    case 'looking':
      return <ImportPreviewView preview={state.preview} onRun={run} onStartAgain={startAgain} onReadAs={readAs} />;
    case 'importing':
      return (
        <UnderWay
          title={say(importWords.running, { done: state.done, of: state.of })}
          detail={say(importWords.runningWhy)}
          value={state.done}
          of={state.of}
          cancel={say(importWords.stop)}
          onCancel={cancel}
        />
      );
    case 'reported':
    case 'ended':
      return <ImportReportView state={state} onStartAgain={startAgain} />;
    default:
      return assertNever(state);
  }
}
