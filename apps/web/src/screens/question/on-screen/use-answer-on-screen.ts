// All that is known about the answer on the screen: its document, its content as it stands, its threads, and what this person may do.
import { schemaVersion } from '@chancery/answer-doc';
import type { AnswerView } from '@chancery/contract';
import { can } from '@chancery/domain';
import { useState } from 'react';
import { useRound } from '../../../api/current-round.ts';
import { type ConnectedAnswer, useAnswerConnection } from '../../../features/answer/connection/use-answer-connection.ts';
import { OpenEditors } from '../../../features/answer/editor/open-editors.ts';
import type { Situation } from '../../../features/decision/next-decision.ts';
import { type LiveContent, useLiveContent } from '../../../features/answer/use-live-content.ts';
import { useSituation } from './use-situation.ts';
import { type ThreadsOnText, useThreadsOnText } from './use-threads-on-text.ts';

export interface AnswerOnScreen {
  /** Null for the instant before there is a connection. */
  readonly open: ConnectedAnswer | null;
  readonly live: LiveContent | null;
  readonly editors: OpenEditors;
  readonly onText: ThreadsOnText;
  readonly situation: Situation;
  readonly mayComment: boolean;
  readonly mayAssign: boolean;
}

export function useAnswerOnScreen(answer: AnswerView): AnswerOnScreen {
  const { round } = useRound();
  const { definition, question } = answer;
  const [editors] = useState(() => new OpenEditors());
  const open = useAnswerConnection({ server: syncServer(round.id), question, schemaVersion }, definition);
  const isKnown = open !== null && open.state.status !== 'connecting';
  const live = useLiveContent(open?.connection.document ?? null, definition, isKnown);
  const onText = useThreadsOnText(definition, answer.threads, editors);
  const situation = useSituation(answer, live);
  return {
    open,
    live,
    editors,
    onText,
    situation,
    mayComment: can(situation.actor, 'comment', situation.access),
    mayAssign: can(situation.actor, 'assign', situation.access),
  };
}

function syncServer(round: string): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/sync/${encodeURIComponent(round)}`;
}
