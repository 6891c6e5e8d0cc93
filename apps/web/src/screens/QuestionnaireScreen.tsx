// The page "Questionnaire" of a round: the whole form as it will be printed, with where each answer stands beside it.
import { useQuery } from '@tanstack/react-query';
import type { AnswerRow, RoundView } from '@chancery/contract';
import type { AnswerContent, Question, QuestionId } from '@chancery/domain';
import { type ReactElement, type ReactNode, useEffect, useMemo } from 'react';
import { useRound } from '../api/current-round.ts';
import { failureCode } from '../api/failure.ts';
import { contentsQuery } from '../api/queries.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState, ErrorState } from '../ui/page/EmptyState.tsx';
import { PageHead } from '../ui/page/PageHead.tsx';
import { usePageTitle } from '../ui/page/use-page-title.ts';
import { questionnaireWords } from '../features/questionnaire/words.ts';
import { shellWords } from '../words/shell.ts';
import { useWords } from '../words/use-words.ts';
import { JumpList } from '../features/questionnaire/JumpList.tsx';
import { QuestionMargin } from '../features/questionnaire/QuestionMargin.tsx';
import { SkeletonBar } from '../ui/page/Skeleton.tsx';
import { QuestionnaireView } from '../features/questionnaire/QuestionnaireView.tsx';

export function QuestionnaireScreen(): ReactElement {
  const { say } = useWords();
  const { round, questionnaire } = useRound();
  const { data, error, refetch } = useQuery(contentsQuery(round.id));
  usePageTitle(say(shellWords.questionnaire));
  useAnchorOfAddress(data !== undefined);
  const rows = useMemo(() => new Map(round.answers.map((row) => [row.question, row])), [round.answers]);
  const contents = useMemo(() => new Map((data?.contents ?? []).map(({ question, content }) => [question, content])), [data]);
  const print = (
    <Button icon="file" onPress={() => globalThis.print()}>
      {say(questionnaireWords.print)}
    </Button>
  );
  return (
    <>
      <div className="print:hidden">
        <PageHead
          title={say(shellWords.questionnaire)}
          detail={say(questionnaireWords.detail)}
          {...(data === undefined ? {} : { actions: print })}
        />
      </div>
      <div className="mx-auto grid max-w-[88rem] gap-x-8 gap-y-4 px-4 pb-16 sm:px-6 lg:grid-cols-[14rem_minmax(0,1fr)] print:block print:max-w-none print:p-0">
        <JumpList questionnaire={questionnaire} rows={rows} />
        <Body
          data={data === undefined ? null : contents}
          unreadable={data?.unreadable ?? []}
          error={error}
          onRetry={() => void refetch()}
          rows={rows}
          round={round}
        />
      </div>
    </>
  );
}

interface BodyProps {
  readonly data: ReadonlyMap<QuestionId, AnswerContent> | null;
  readonly unreadable: readonly QuestionId[];
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly rows: ReadonlyMap<QuestionId, AnswerRow>;
  readonly round: RoundView;
}

function Body({ data, unreadable, error, onRetry, rows, round }: BodyProps): ReactNode {
  const { say } = useWords();
  const { questionnaire } = useRound();
  if (data === null && failureCode(error) === 'not-permitted') {
    return (
      <EmptyState icon="lock" title={say(questionnaireWords.noneOpen)}>
        {say(questionnaireWords.noneOpenWhy)}
      </EmptyState>
    );
  }
  // What was read before a failure stays readable.
  if (data === null) return error === null ? <QuestionnaireSkeleton /> : <ErrorState error={error} onRetry={onRetry} />;
  const margin = (question: Question) => {
    const row = rows.get(question.id);
    return row === undefined ? null : <QuestionMargin round={round} question={question} row={row} />;
  };
  return <QuestionnaireView questionnaire={questionnaire} contents={data} unreadable={unreadable} margin={margin} />;
}

/** The address may name a question, which is there only when the contents are. */
function useAnchorOfAddress(isShown: boolean): void {
  useEffect(() => {
    if (!isShown || location.hash === '') return;
    document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  }, [isShown]);
}

/** The sheet while its contents are on their way. */
function QuestionnaireSkeleton(): ReactElement {
  const { say } = useWords();
  return (
    <output className="appear-late flex flex-col gap-4 rounded-6 bg-paper p-6 ring-1 ring-line sm:p-10">
      <span className="sr-only">{say(shellWords.loading)}</span>
      <SkeletonBar className="h-8 w-3/4" />
      <SkeletonBar className="h-8 w-1/2" />
      {Array.from({ length: 9 }, (_, line) => (
        <SkeletonBar key={line} className={line % 3 === 2 ? 'mb-6 w-2/5' : 'w-full max-w-[72ch]'} />
      ))}
    </output>
  );
}
