// The live side of a round: one stream of events, each of which makes the queries it names ask again.
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import type { AnswerView, RoundEvent, RoundView } from '@chancery/contract';
import { files } from '@chancery/contract/routes';
import { assertNever } from '@chancery/domain';
import { useEffect, useState } from 'react';
import { fillPath } from './call.ts';
import { answerKey, noticesQuery, roundKey, signInQuery } from './queries.ts';

/** `interrupted`: the browser tries again by itself; what is shown may be a little old. */
export type EventsState = 'connecting' | 'live' | 'interrupted';

/** Events that come close together lead to one question to the server. */
const gatherMs = 120;
/** A stream that the server ended for good is not opened again by the browser. */
const reopenMs = 5_000;

/** Listens to the round while the component is shown. */
export function useRoundEvents(round: string): EventsState {
  const client = useQueryClient();
  const [state, setState] = useState<EventsState>('connecting');
  useEffect(() => listenToRound(client, round, setState), [client, round]);
  return state;
}

function listenToRound(client: QueryClient, round: string, report: (state: EventsState) => void): () => void {
  const gathered = gather(client);
  let source: EventSource | null = null;
  let reopening: ReturnType<typeof setTimeout> | undefined;
  let wasInterrupted = false;
  const open = () => {
    source = new EventSource(fillPath(files.events, { round }));
    source.onopen = () => {
      report('live');
      // Whatever happened meanwhile was not heard.
      if (wasInterrupted) gathered.add(roundKey(round), noticesQuery.queryKey);
      wasInterrupted = false;
    };
    source.onmessage = (message: MessageEvent<string>) => applyEvent(client, round, JSON.parse(message.data) as RoundEvent, gathered.add);
    source.onerror = () => {
      wasInterrupted = true;
      report('interrupted');
      if (source?.readyState !== EventSource.CLOSED) return;
      // The server refused: the sign-in has ended, or the right to read. Asking tells which.
      gathered.add(signInQuery.queryKey, roundKey(round));
      reopening = setTimeout(open, reopenMs);
    };
  };
  open();
  return () => {
    clearTimeout(reopening);
    source?.close();
    gathered.stop();
  };
}

type Invalidate = (...keys: readonly (readonly string[])[]) => void;

function applyEvent(client: QueryClient, round: string, event: RoundEvent, invalidate: Invalidate): void {
  switch (event.kind) {
    case 'presence':
      return showPresence(client, round, event.question, event.present);
    case 'answer-changed':
    case 'threads-changed':
      return invalidate(answerKey(round, event.question), [...roundKey(round), 'overview'], [...roundKey(round), 'contents']);
    case 'round-changed':
      return invalidate(roundKey(round), ['rounds']);
    case 'rights-changed':
      return invalidate(roundKey(round), ['rounds'], signInQuery.queryKey);
    case 'notices-changed':
      return invalidate(noticesQuery.queryKey);
    default:
      return assertNever(event);
  }
}

/** Who is where comes with the event itself, so that faces cost no request. */
function showPresence(
  client: QueryClient,
  round: string,
  question: string,
  present: Extract<RoundEvent, { kind: 'presence' }>['present'],
): void {
  client.setQueryData<RoundView>([...roundKey(round), 'overview'], (view) =>
    view === undefined
      ? view
      : { ...view, answers: view.answers.map((row) => (row.question === question ? { ...row, present: [...present] } : row)) },
  );
  client.setQueryData<AnswerView>([...answerKey(round, question), 'answer'], (view) =>
    view === undefined ? view : { ...view, present: [...present] },
  );
}

function gather(client: QueryClient): { readonly add: Invalidate; readonly stop: () => void } {
  const waiting = new Map<string, readonly string[]>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    for (const queryKey of waiting.values()) void client.invalidateQueries({ queryKey });
    waiting.clear();
  };
  return {
    add: (...keys) => {
      for (const key of keys) waiting.set(key.join('\n'), key);
      timer ??= setTimeout(flush, gatherMs);
    },
    stop: () => clearTimeout(timer),
  };
}
