// Owns the paper with its document: who may type on it, and what is told when that ends.
import type { AnswerView } from '@chancery/contract';
import { useNavigate } from '@tanstack/react-router';
import { type ReactElement, useMemo } from 'react';
import { useRound } from '../../../api/current-round.ts';
import { AnswerPaper } from '../AnswerPaper.tsx';
import { isEditable } from '../connection/connection-state.ts';
import type { OpenAnswer } from '../connection/use-answer-connection.ts';
import { type AnswerEditing, AnswerEditingContext } from '../editor/answer-editing.ts';
import { EndingNotice, RefusedWords } from '../Interruptions.tsx';
import type { LiveContent } from '../use-live-content.ts';
import { AccessNotice } from './AccessNotice.tsx';
import { AnswerFoot } from './AnswerFoot.tsx';

export interface OpenPaperProps {
  readonly answer: AnswerView;
  readonly open: OpenAnswer;
  readonly textId: string;
  readonly live: LiveContent | null;
  readonly editing: Omit<AnswerEditing, 'document' | 'awareness' | 'isEditable'>;
}

export function OpenPaper({ answer, open, textId, live, editing }: OpenPaperProps): ReactElement {
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
      {/* Stays in sight: whoever was typing far down the paper looks there, not at its head. */}
      <div className="sticky top-0 z-20 max-h-[50dvh] overflow-y-auto">
        {refused === null ? null : <RefusedWords {...refused} onDismiss={open.forgetRefused} />}
        {state.status === 'ended' ? (
          <EndingNotice
            ending={state.ending}
            onReopen={open.reopen}
            onSignIn={() => void navigate({ to: '/sign-in', search: { to: location.pathname } })}
          />
        ) : null}
      </div>
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
