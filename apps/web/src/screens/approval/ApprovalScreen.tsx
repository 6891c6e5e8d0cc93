// The page "Approval" of a round: waiting for it, giving it, or given; and the void approval that must not be overlooked.
import { useQuery } from '@tanstack/react-query';
import type { RecordEntry } from '@chancery/domain';
import { type ReactElement, useEffect, useState } from 'react';
import { mayInRound } from '../../api/acting.ts';
import { useRound } from '../../api/current-round.ts';
import { recordQuery } from '../../api/queries.ts';
import { PageHead } from '../../ui/page/PageHead.tsx';
import { usePageTitle } from '../../ui/page/use-page-title.ts';
import { approvalWords } from '../../features/approval/words.ts';
import { useWords } from '../../words/use-words.ts';
import { lastVoidedApproval, standingApproval } from '../../features/approval/given/voided.ts';
import { ApprovalGiven } from '../../features/approval/given/ApprovalGiven.tsx';
import { ApprovalSigning } from './ApprovalSigning.tsx';
import { ApprovalVoided } from '../../features/approval/given/ApprovalVoided.tsx';
import { ApprovalWaiting } from '../../features/approval/ApprovalWaiting.tsx';

export function ApprovalScreen(): ReactElement {
  const { say } = useWords();
  const { round } = useRound();
  const entries = useRecordEntries();
  const [wasOpen] = useState(round.phase === 'open');
  const voided = lastVoidedApproval(entries);
  const mayApprove = mayInRound(round, 'approve');
  usePageTitle(say(approvalWords.title));
  if (round.phase !== 'open') {
    return (
      <div className="mx-auto max-w-[88rem] px-4 pt-4 pb-16 sm:px-6">
        <ApprovalGiven entry={standingApproval(entries)} isNew={wasOpen && mayApprove} />
        {voided === null ? null : (
          <div className="mx-auto mt-6 max-w-3xl">
            <ApprovalVoided voided={voided} />
          </div>
        )}
      </div>
    );
  }
  return (
    <>
      <PageHead title={say(approvalWords.title)} detail={say(mayApprove ? approvalWords.detailMine : approvalWords.detail)} />
      <div className="mx-auto flex max-w-[88rem] flex-col gap-6 px-4 pb-24 sm:px-6">
        {voided === null ? null : <ApprovalVoided voided={voided} />}
        {mayApprove ? <ApprovalSigning /> : <ApprovalWaiting />}
      </div>
    </>
  );
}

const none: readonly RecordEntry[] = [];

/** The record as far as it is open to the reader; it is asked for again when the round goes to another phase. */
function useRecordEntries(): readonly RecordEntry[] {
  const { round } = useRound();
  const { data, refetch } = useQuery({ ...recordQuery(round.id), enabled: mayInRound(round, 'read-record') });
  useEffect(() => {
    void refetch({ cancelRefetch: false });
  }, [round.phase, refetch]);
  return data?.entries ?? none;
}
