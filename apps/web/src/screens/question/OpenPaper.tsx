// The paper with its document: who may type on it, and what is told when that ends.
import type { AnswerView } from '@chancery/contract';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, type ReactElement, useEffect, useMemo, useRef } from 'react';
import { useRound } from '../../api/current-round.ts';
import { useBar } from '../../ui/page/bars.ts';
import { AnswerPaper } from '../../features/answer/AnswerPaper.tsx';
import { isEditable } from '@chancery/sync-client';
import type { ConnectedAnswer } from '../../features/answer/connection/use-answer-connection.ts';
import { type AnswerEditing, AnswerEditingContext } from '../../features/answer/editor/answer-editing.ts';
import { EndingNotice } from '../../features/answer/EndingNotice.tsx';
import { RefusedText } from '../../features/answer/RefusedText.tsx';
import { useAnswerUndo } from '../../features/answer/use-answer-undo.ts';
import { useCaretInSight } from '../../features/answer/use-caret-in-sight.ts';
import { useKeptPlace } from '../../features/answer/use-kept-place.ts';
import type { LiveContent } from '../../features/answer/use-live-content.ts';
import { AccessNotice } from '../../features/answer/AccessNotice.tsx';
import { AnswerFoot } from '../../features/answer/AnswerFoot.tsx';
import { showProposal } from '../../features/proposal/show-proposal.ts';

export interface OpenPaperProps {
  readonly answer: AnswerView;
  readonly open: ConnectedAnswer;
  readonly textId: string;
  readonly live: LiveContent | null;
  readonly editing: Omit<AnswerEditing, 'document' | 'awareness' | 'isEditable' | 'undo'>;
}

export function OpenPaper({ answer, open, textId, live, editing }: OpenPaperProps): ReactElement {
  const { connection, state, refused, live: lives } = open;
  const { round } = useRound();
  const navigate = useNavigate();
  const mayType = isEditable(state);
  const { editors, passages, chosenThread, chooseThread, commentOnSelection } = editing;
  const undo = useAnswerUndo(connection.document, editors);
  const shared = useMemo<AnswerEditing>(
    () => ({
      document: connection.document,
      awareness: connection.awareness,
      isEditable: mayType,
      undo,
      editors,
      passages,
      chosenThread,
      chooseThread,
      commentOnSelection,
    }),
    [connection, mayType, undo, editors, passages, chosenThread, chooseThread, commentOnSelection],
  );
  const { paper, message } = useKeptPlace(open, editors);
  useCaretInSight(connection.document, editors);
  const notices = useBar<HTMLDivElement>('top');
  const hasWritten = useRef(false);
  useEffect(() => {
    if (mayType) hasWritten.current = true;
  }, [mayType]);
  // The right to write can go in the middle of a sentence: the spaces that follow must not scroll the page away.
  const ignoreSpace = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === ' ' && hasWritten.current && (event.target as HTMLElement).ariaReadOnly === 'true') event.preventDefault();
  };
  const isReading = (state.status === 'open' || state.status === 'offline') && state.access === 'read';
  return (
    <>
      {/* Stays in sight: anyone who was typing far down the paper looks there, not at its head. */}
      <div
        ref={notices}
        className="paper-notices sticky top-3 z-20 flex max-h-[50dvh] flex-col gap-2 overflow-y-auto rounded-6 not-empty:mb-4 not-empty:shadow-raised"
      >
        {refused === null ? null : (
          <RefusedText
            round={round.id}
            question={answer.question}
            refusal={refused}
            frozenBy={answer.status === 'sealed' ? 'sealed' : answer.acceptance === null ? null : 'accepted'}
            onShow={showProposal}
            onDismiss={lives.forgetRefused}
            message={message}
          />
        )}
        {state.status === 'ended' ? (
          <EndingNotice
            ending={state.ending}
            onReopen={lives.reopen}
            onSignIn={() => void navigate({ to: '/sign-in', search: { to: location.pathname } })}
          />
        ) : null}
      </div>
      {isReading ? <AccessNotice answer={answer} /> : null}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- takes keys from the text inside, is none to act on */}
      <div ref={paper} onKeyDown={ignoreSpace}>
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
      </div>
    </>
  );
}
