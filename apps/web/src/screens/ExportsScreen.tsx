// The page "Exports" of a round: the files it can be taken away as, and what is unfinished in them.
import { exportFormats, files } from '@chancery/contract/routes';
import type { ReactElement } from 'react';
import { mayInRound } from '../api/acting.ts';
import { fillPath } from '../api/call.ts';
import { useRound } from '../api/current-round.ts';
import { Banner } from '../ui/page/Banner.tsx';
import { Card } from '../ui/page/Card.tsx';
import { EmptyState } from '../ui/page/EmptyState.tsx';
import { PageHead } from '../ui/page/PageHead.tsx';
import { usePageTitle } from '../ui/page/use-page-title.ts';
import { exportWords } from '../features/exchange/words.ts';
import { shellWords } from '../words/shell.ts';
import { useWords } from '../words/use-words.ts';
import { ExportRow } from '../features/exchange/export/ExportRow.tsx';

export function ExportsScreen(): ReactElement {
  const { say } = useWords();
  const { round } = useRound();
  usePageTitle(say(shellWords.exports));
  const mayExport = mayInRound(round, 'export');
  return (
    <>
      <PageHead title={say(shellWords.exports)} detail={say(exportWords.detail)} />
      <div className="mx-auto flex max-w-[88rem] flex-col gap-4 px-4 pb-16 sm:px-6">
        {mayExport ? (
          <>
            <Standing />
            <Card>
              <ul>
                {exportFormats.map((format) => (
                  <ExportRow key={format} file={format} path={fillPath(files.exportRound, { round: round.id, format })} />
                ))}
                <ExportRow file="record" path={fillPath(files.record, { round: round.id })} />
              </ul>
            </Card>
          </>
        ) : (
          <EmptyState icon="lock" title={say(exportWords.notYours)}>
            {say(exportWords.notYoursWhy)}
          </EmptyState>
        )}
      </div>
    </>
  );
}

/** What the files are worth now, said before they are taken. */
function Standing(): ReactElement {
  const { say } = useWords();
  const { round, questions } = useRound();
  if (round.phase !== 'open') return <Banner tone="good">{say(exportWords.approved)}</Banner>;
  const ofAgencies = round.answers.filter((row) => questions.get(row.question)?.answeredBy === 'agencies');
  const counts = { accepted: ofAgencies.filter((row) => row.status === 'accepted').length, of: ofAgencies.length };
  const isAll = counts.accepted === counts.of;
  return <Banner tone={isAll ? 'calm' : 'warning'}>{say(isAll ? exportWords.acceptedNotApproved : exportWords.unfinished, counts)}</Banner>;
}
