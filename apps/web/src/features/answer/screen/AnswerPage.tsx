// Owns the three zones of an open answer: the section, the paper, and what is beside it.
import { schemaVersion } from '@chancery/answer-doc';
import type { AnswerView } from '@chancery/contract';
import { can } from '@chancery/domain';
import { useNavigate } from '@tanstack/react-router';
import { type ReactElement, useCallback, useId, useMemo, useState } from 'react';
import { useRound } from '../../../api/current-round.ts';
import { AvatarGroup } from '../../../ui/Avatar.tsx';
import { Button } from '../../../ui/Button.tsx';
import { usePageTitle } from '../../../ui/use-page-title.ts';
import { questionWords } from '../../../words/answer.ts';
import { peopleWords } from '../../../words/history.ts';
import { useWords } from '../../../words/use-words.ts';
import { AssignDialog } from '../../assignment/index.ts';
import { HistoryPanel, PeoplePanel } from '../../history/index.ts';
import { AnswerPaper } from '../AnswerPaper.tsx';
import { isEditable } from '../connection/connection-state.ts';
import { type OpenAnswer, useAnswerConnection } from '../connection/use-answer-connection.ts';
import { type AnswerEditing, AnswerEditingContext } from '../editor/answer-editing.ts';
import { OpenEditors } from '../editor/open-editors.ts';
import { EndingNotice, RefusedWords } from '../Interruptions.tsx';
import { useLiveContent } from '../use-live-content.ts';
import { AccessNotice } from './AccessNotice.tsx';
import { AnswerAside, type AsideTab, useIsWide } from './AnswerAside.tsx';
import { AnswerFoot } from './AnswerFoot.tsx';
import { goToField } from './go-to-field.ts';
import { QuestionHead } from './QuestionHead.tsx';
import { SectionList } from './SectionList.tsx';
import { SignOffPanel } from './SignOffPanel.tsx';
import { ThreadsPanel } from './ThreadsPanel.tsx';
import { useLeaveWarning } from './use-leave-warning.ts';
import { useQuestionPlace } from './use-question-place.ts';
import { useSituation } from './use-situation.ts';
import { useThreadsOnText } from './use-threads-on-text.ts';

export function AnswerPage({ answer }: { readonly answer: AnswerView }): ReactElement {
  const { say } = useWords();
  const current = useRound();
  const { round } = current;
  const { definition } = answer;
  const textId = useId();
  const place = useQuestionPlace(answer.question);
  const isWide = useIsWide();
  const [tab, setTab] = useState<AsideTab>('threads');
  const [isSheetOpen, setIsSheetOpen] = useState(false);
  const [editors] = useState(() => new OpenEditors());
  const open = useAnswerConnection({ server: syncServer(round.id), question: answer.question, schemaVersion }, definition);
  const isKnown = open !== null && open.state.status !== 'connecting';
  const live = useLiveContent(open?.connection.document ?? null, definition, isKnown);
  const onText = useThreadsOnText(definition, answer.threads, editors);
  const situation = useSituation(answer, live);
  const mayComment = can(situation.actor, 'comment', situation.place);
  const mayAssign = can(situation.actor, 'assign', situation.place);
  usePageTitle(definition.number === null ? definition.text : say(questionWords.heading, { number: definition.number }));
  useLeaveWarning(open?.state ?? null);

  const showThreads = useCallback(() => {
    setTab('threads');
    setIsSheetOpen(true);
  }, []);
  const [isAssigning, setIsAssigning] = useState(false);
  const assign = useCallback(() => setIsAssigning(true), []);
  const { choose, startOnSelection } = onText;
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
  return (
    <>
      <div className="mx-auto grid max-w-[100rem] grid-cols-1 gap-x-6 px-4 sm:px-6 lg:grid-cols-[minmax(0,1fr)_21rem] xl:grid-cols-[14rem_minmax(0,1fr)_22rem]">
        <SectionList round={round.id} heading={place.heading} entries={place.entries} current={answer.question} />
        <div className="mx-auto w-full max-w-[54rem] min-w-0 pb-10">
          <QuestionHead
            round={round.id}
            question={definition}
            sectionHeading={place.heading}
            textId={textId}
            previous={place.previous}
            next={place.next}
            aside={
              <>
                <PresentFaces answer={answer} />
                {isWide ? null : (
                  <Button size="small" icon="question" onPress={showThreads}>
                    {say(questionWords.threadsCount, { count: answer.threads.filter((it) => it.resolved === null).length })}
                  </Button>
                )}
              </>
            }
          />
          {open === null ? null : (
            <OpenPaper
              answer={answer}
              open={open}
              textId={textId}
              live={live}
              editing={{
                editors,
                passages: onText.passages,
                chosenThread: onText.chosen,
                chooseThread,
                commentOnSelection: mayComment ? commentOnSelection : null,
              }}
            />
          )}
        </div>
        <AnswerAside
          chosen={tab}
          onChoose={setTab}
          openThreads={answer.threads.filter((it) => it.resolved === null).length}
          isSheetOpen={isSheetOpen}
          onCloseSheet={() => setIsSheetOpen(false)}
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
          history={() => <HistoryPanel round={round.id} question={answer.question} />}
          people={() => (
            <PeoplePanel answer={answer} assign={mayAssign ? <Button onPress={assign}>{say(peopleWords.assign)}</Button> : null} />
          )}
        />
      </div>
      <SignOffPanel
        answer={answer}
        situation={situation}
        live={live}
        state={open?.state ?? { status: 'connecting' }}
        onAssign={assign}
        onGoToThread={(thread) => {
          showThreads();
          if (thread !== null) onText.goTo(thread);
        }}
        onGoToField={(field) => goToField(definition, field, editors)}
      />
      {isAssigning ? (
        <AssignDialog
          current={current}
          questions={[answer.question]}
          onClose={() => setIsAssigning(false)}
          onDone={() => setIsAssigning(false)}
        />
      ) : null}
    </>
  );
}

interface OpenPaperProps {
  readonly answer: AnswerView;
  readonly open: OpenAnswer;
  readonly textId: string;
  readonly live: ReturnType<typeof useLiveContent>;
  readonly editing: Omit<AnswerEditing, 'document' | 'awareness' | 'isEditable'>;
}

function OpenPaper({ answer, open, textId, live, editing }: OpenPaperProps): ReactElement {
  const { connection, state, refused } = open;
  const { round } = useRound();
  const navigate = useNavigate();
  const mayType = isEditable(state);
  const { editors, passages, chosenThread, chooseThread, commentOnSelection } = editing;
  const shared = useMemo<AnswerEditing>(
    () => ({
      document: connection.document,
      awareness: connection.provider.awareness,
      isEditable: mayType,
      editors,
      passages,
      chosenThread,
      chooseThread,
      commentOnSelection,
    }),
    [connection, mayType, editors, passages, chosenThread, chooseThread, commentOnSelection],
  );
  const isReading = (state.status === 'open' || state.status === 'offline') && state.access === 'read';
  return (
    <>
      {refused === null ? null : <RefusedWords {...refused} onDismiss={open.forgetRefused} />}
      {state.status === 'ended' ? (
        <EndingNotice
          ending={state.ending}
          onReopen={open.reopen}
          onSignIn={() => void navigate({ to: '/sign-in', search: { to: location.pathname } })}
        />
      ) : null}
      {isReading ? <AccessNotice answer={answer} /> : null}
      <AnswerEditingContext value={shared}>
        <AnswerPaper
          key={connection.document.clientID}
          question={answer.definition}
          questionTextId={textId}
          content={live?.content ?? null}
          missing={[]}
          isEditable={mayType}
          foot={<AnswerFoot round={round.id} question={answer.question} state={state} content={live?.content ?? null} />}
        />
      </AnswerEditingContext>
    </>
  );
}

function PresentFaces({ answer }: { readonly answer: AnswerView }): ReactElement | null {
  const { round, agencies } = useRound();
  const others = answer.present.filter((it) => it.person !== round.me.person);
  return (
    <AvatarGroup
      faces={others.map((it) => ({ id: it.person, name: it.name, agency: agencies.get(it.agency) ?? null }))}
      most={5}
      className="me-2"
    />
  );
}

function syncServer(round: string): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/sync/${encodeURIComponent(round)}`;
}
