// The three zones of an open answer: the section, the paper, and what is beside it.
import type { AnswerView } from '@chancery/contract';
import { type ReactElement, Suspense, useCallback, useId, useState } from 'react';
import { useRound } from '../../api/current-round.ts';
import { Failure } from '../../api/failure.ts';
import { AvatarGroup } from '../../ui/badge/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import { useToasts } from '../../ui/overlay/Toasts.tsx';
import { onDemand } from '../../ui/page/on-demand.ts';
import { PartBoundary } from '../../ui/page/PartBoundary.tsx';
import { usePageTitle } from '../../ui/page/use-page-title.ts';
import { questionWords } from './words.ts';
import { peopleWords } from '../../features/history/words.ts';
import { useWords } from '../../words/use-words.ts';
import { AnswerAside, type AsideTab, useIsWide } from './AnswerAside.tsx';
import { goToField } from './go-to-field.ts';
import { OpenPaper } from './OpenPaper.tsx';
import { QuestionHead } from './QuestionHead.tsx';
import { SectionList } from './SectionList.tsx';
import { SignOffPanel } from './DecisionPanel.tsx';
import { TakenBackBanner } from './TakenBackBanner.tsx';
import { ThreadsPanel } from './ThreadsPanel.tsx';
import { type AnswerOnScreen, useAnswerOnScreen } from './on-screen/use-answer-on-screen.ts';
import { type QuestionPlace, useQuestionPlace } from './on-screen/use-question-place.ts';

const HistoryPanel = onDemand(() => import('../../features/history/HistoryPanel.tsx').then((feature) => feature.HistoryPanel));
const PeoplePanel = onDemand(() => import('../../features/history/PeoplePanel.tsx').then((feature) => feature.PeoplePanel));
const Proposals = onDemand(() => import('../../features/proposal/Proposals.tsx').then((feature) => feature.Proposals));
const AssignDialog = onDemand(() => import('../../features/assignment/AssignDialog.tsx').then((feature) => feature.AssignDialog));

export function AnswerPage({ answer }: { readonly answer: AnswerView }): ReactElement {
  const { say } = useWords();
  const current = useRound();
  const { definition } = answer;
  const [aside, setAside] = useState<AsideState>({ tab: 'threads', isSheetOpen: false });
  const [isAssigning, setIsAssigning] = useState(false);
  const onScreen = useAnswerOnScreen(answer);
  const { onText, editors } = onScreen;
  const showThreads = useCallback(() => setAside({ tab: 'threads', isSheetOpen: true }), []);
  const { tellFailure } = useToasts();
  const assign = useCallback(async () => {
    if (await AssignDialog.isThere()) setIsAssigning(true);
    else tellFailure(new Failure('unreachable', null));
  }, [tellFailure]);
  const endAssigning = useCallback(() => setIsAssigning(false), []);
  usePageTitle(definition.number === null ? definition.text : say(questionWords.heading, { number: definition.number }));
  return (
    // As high as the window below the top bar, so that the status stands at its foot however short the answer is.
    <div className="flex min-h-[calc(100dvh-5.6875rem)] flex-col lg:min-h-[calc(100dvh-3.3125rem)]">
      <div className="print:block mx-auto grid w-full max-w-[100rem] grow grid-cols-1 gap-x-6 px-4 sm:px-6 lg:grid-cols-[minmax(0,1fr)_21rem] xl:grid-cols-[14rem_minmax(0,1fr)_22rem]">
        <Zones
          answer={answer}
          onScreen={onScreen}
          aside={aside}
          onAside={setAside}
          showThreads={showThreads}
          assign={() => void assign()}
        />
      </div>
      <SignOffPanel
        answer={answer}
        situation={onScreen.situation}
        live={onScreen.live}
        state={onScreen.open?.state ?? { status: 'connecting' }}
        onAssign={() => void assign()}
        onGoToThread={(thread) => {
          showThreads();
          if (thread !== null) onText.goTo(thread);
        }}
        onGoToField={(field) => goToField(definition, field, editors)}
      />
      <Suspense>
        {isAssigning ? <AssignDialog current={current} questions={[answer.question]} onClose={endAssigning} onDone={endAssigning} /> : null}
      </Suspense>
    </div>
  );
}

interface AsideState {
  readonly tab: AsideTab;
  /** On a narrow screen. */
  readonly isSheetOpen: boolean;
}

interface ZonesProps {
  readonly answer: AnswerView;
  readonly onScreen: AnswerOnScreen;
  readonly aside: AsideState;
  readonly onAside: (aside: AsideState) => void;
  readonly showThreads: () => void;
  readonly assign: () => void;
}

function Zones({ answer, onScreen, aside, onAside, showThreads, assign }: ZonesProps): ReactElement {
  const { say } = useWords();
  const { round } = useRound();
  const place = useQuestionPlace(answer.question);
  const isWide = useIsWide();
  const { open, editors, onText, mayComment, mayAssign } = onScreen;
  const openThreads = answer.threads.filter((it) => it.resolved === null).length;
  return (
    <>
      <SectionList round={round.id} heading={place.heading} entries={place.entries} current={answer.question} />
      <Middle answer={answer} onScreen={onScreen} place={place} showThreads={showThreads} openThreads={openThreads} />
      <AnswerAside
        chosen={aside.tab}
        onChoose={(tab) => onAside({ ...aside, tab })}
        openThreads={openThreads}
        isSheetOpen={aside.isSheetOpen}
        onCloseSheet={() => onAside({ ...aside, isSheetOpen: false })}
        threads={() => (
          <ThreadsPanel
            answer={answer}
            document={open?.connection.document ?? null}
            editors={editors}
            onText={onText}
            mayComment={mayComment}
            isPlaced={isWide}
          />
        )}
        history={() => (
          <PartBoundary>
            <HistoryPanel round={round.id} question={answer.question} />
          </PartBoundary>
        )}
        people={() => (
          <PartBoundary>
            <PeoplePanel answer={answer} assign={mayAssign ? <Button onPress={assign}>{say(peopleWords.assign)}</Button> : null} />
          </PartBoundary>
        )}
      />
    </>
  );
}

interface MiddleProps extends Pick<ZonesProps, 'answer' | 'onScreen' | 'showThreads'> {
  readonly place: QuestionPlace;
  readonly openThreads: number;
}

function Middle({ answer, onScreen, place, showThreads, openThreads }: MiddleProps): ReactElement {
  const { say } = useWords();
  const { round } = useRound();
  const textId = useId();
  const isWide = useIsWide();
  const { open, live, editors, onText, mayComment } = onScreen;
  const { choose, startOnSelection, passages, chosen } = onText;
  const commentOnSelection = useCallback(() => {
    startOnSelection();
    showThreads();
  }, [startOnSelection, showThreads]);
  const chooseThread = useCallback(
    (thread: string) => {
      choose(thread);
      showThreads();
    },
    [choose, showThreads],
  );
  const editing = { editors, passages, chosenThread: chosen, chooseThread, commentOnSelection: mayComment ? commentOnSelection : null };
  const threadsButton = (
    <Button size="small" icon="question" onPress={showThreads}>
      {say(questionWords.threadsCount, { count: openThreads })}
    </Button>
  );
  return (
    <div className="mx-auto w-full max-w-[54rem] min-w-0 pb-10">
      <QuestionHead
        round={round.id}
        question={answer.definition}
        sectionHeading={place.heading}
        textId={textId}
        previous={place.previous}
        next={place.next}
        aside={
          <>
            <PresentFaces answer={answer} />
            {isWide ? null : threadsButton}
          </>
        }
      />
      <TakenBackBanner answer={answer} />
      {answer.openProposals === 0 ? null : (
        <PartBoundary>
          <Proposals answer={answer} />
        </PartBoundary>
      )}
      {open === null ? null : <OpenPaper answer={answer} open={open} textId={textId} live={live} editing={editing} />}
    </div>
  );
}

function PresentFaces({ answer }: { readonly answer: AnswerView }): ReactElement | null {
  const { round, agencies } = useRound();
  const others = answer.present.filter((it) => it.person !== round.me.person);
  return (
    <AvatarGroup
      faces={others.map((it) => ({ id: it.person, name: it.name, agency: agencies.get(it.agency) ?? null }))}
      max={5}
      className="me-2"
    />
  );
}
