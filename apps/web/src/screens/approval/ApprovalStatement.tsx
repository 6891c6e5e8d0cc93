// One statement of the respondent while it is given: the live answer document of its question, edited right here.
import { schemaVersion } from '@chancery/answer-doc';
import type { Question, RoundId } from '@chancery/domain';
import { useNavigate } from '@tanstack/react-router';
import { type ReactElement, useEffect, useId, useMemo, useState } from 'react';
import { SkeletonRows } from '../../ui/page/Skeleton.tsx';
import { type AnswerEditing, AnswerEditingContext } from '../../features/answer/editor/answer-editing.ts';
import { AnswerPaper } from '../../features/answer/AnswerPaper.tsx';
import { EndingNotice } from '../../features/answer/EndingNotice.tsx';
import { isEditable } from '@chancery/sync-client';
import { type ConnectedAnswer, useAnswerConnection } from '../../features/answer/connection/use-answer-connection.ts';
import { OpenEditors } from '../../features/answer/editor/open-editors.ts';
import { RefusedText } from '../../features/answer/RefusedText.tsx';
import { SavingState } from '../../features/answer/SavingState.tsx';
import { useAnswerUndo } from '../../features/answer/use-answer-undo.ts';
import { useCaretInSight } from '../../features/answer/use-caret-in-sight.ts';
import { useKeptPlace } from '../../features/answer/use-kept-place.ts';
import { useLiveContent } from '../../features/answer/use-live-content.ts';
import { statementAnchor } from '../../features/approval/signing/ApprovalChecklist.tsx';
import type { GivenStatement } from '../../features/approval/signing/obstacle.ts';

interface ApprovalStatementProps {
  readonly round: RoundId;
  readonly question: Question;
  /** Told at each change; undefined while the document is not open. */
  readonly onChange: (question: Question, statement: GivenStatement | undefined) => void;
}

export function ApprovalStatement({ round, question, onChange }: ApprovalStatementProps): ReactElement {
  const textId = useId();
  const navigate = useNavigate();
  const open = useAnswerConnection({ server: syncServer(round), question: question.id, schemaVersion }, question);
  const status = open?.state.status ?? 'connecting';
  const isKnown = status === 'open' || status === 'offline';
  const isShown = isKnown || open?.isRebuilding === true;
  const live = useLiveContent(open?.connection.document ?? null, question, isKnown);
  const isSaved = open?.state.status === 'open' && open.state.saving === 'saved';
  useEffect(() => {
    onChange(question, live === null || !isKnown ? undefined : { ...live, isSaved });
  }, [onChange, question, live, isKnown, isSaved]);
  useEffect(() => () => onChange(question, undefined), [onChange, question]);
  return (
    <div id={statementAnchor(question)} tabIndex={-1} className="scroll-mt-4">
      <h3 id={textId} className="mb-2 text-17 leading-[1.4] font-semibold">
        {question.text}
      </h3>
      {open?.state.status === 'ended' ? (
        <div className="my-4">
          <EndingNotice
            ending={open.state.ending}
            onReopen={open.live.reopen}
            onSignIn={() => void navigate({ to: '/sign-in', search: { to: location.pathname } })}
          />
        </div>
      ) : null}
      {open !== null && isShown ? <OpenStatement open={open} round={round} question={question} textId={textId} live={live} /> : null}
      {status === 'connecting' && !isShown ? <SkeletonRows rows={3} /> : null}
    </div>
  );
}

interface OpenStatementProps {
  readonly open: ConnectedAnswer;
  readonly round: RoundId;
  readonly question: Question;
  readonly textId: string;
  readonly live: ReturnType<typeof useLiveContent>;
}

function OpenStatement({ open, round, question, textId, live }: OpenStatementProps): ReactElement {
  const { connection, state, refused } = open;
  const [editors] = useState(() => new OpenEditors());
  const { paper, message } = useKeptPlace(open, editors);
  const mayType = isEditable(state);
  const undo = useAnswerUndo(connection.document, editors);
  useCaretInSight(connection.document, editors);
  const editing = useMemo<AnswerEditing>(
    () => ({
      document: connection.document,
      awareness: connection.awareness,
      isEditable: mayType,
      undo,
      editors,
      passages: new Map(),
      chosenThread: null,
      chooseThread: () => undefined,
      commentOnSelection: null,
    }),
    [connection, mayType, undo, editors],
  );
  return (
    <>
      {refused === null ? null : (
        <div className="my-4">
          <RefusedText
            round={round}
            question={question.id}
            refusal={refused}
            frozenBy={null}
            onShow={null}
            onDismiss={open.live.forgetRefused}
            message={message}
          />
        </div>
      )}
      <div ref={paper}>
        <AnswerEditingContext value={editing}>
          <AnswerPaper
            key={connection.document.clientID}
            question={question}
            questionTextId={textId}
            content={live?.content ?? null}
            missing={[]}
            isEditable={mayType}
            label={question.text}
            foot={
              <footer className="paper-foot static!">
                <SavingState state={state} />
              </footer>
            }
          />
        </AnswerEditingContext>
      </div>
    </>
  );
}

function syncServer(round: RoundId): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/sync/${encodeURIComponent(round)}`;
}
