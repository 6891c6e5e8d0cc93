// Owns the life of a connection on a screen: opens it, closes it, and starts anew from the server where edits were refused.
import { contentOf, plainText } from '@chancery/answer-doc';
import type { AnswerContent, FieldValue, Question } from '@chancery/domain';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { Doc } from 'yjs';
import { channelSocket } from '../../../sync-link/channel-socket.ts';
import { linkOfThisTab } from '../../../sync-link/this-tab.ts';
import { type AnswerAddress, AnswerConnection } from './answer-connection.ts';
import { type ConnectionState, type Ending, isRebuiltFromServer } from './connection-state.ts';
import { lostWords, type Texts } from './lost-words.ts';

export interface OpenAnswer {
  readonly connection: AnswerConnection;
  readonly state: ConnectionState;
  /** Words that were typed here and not taken, with the reason; null when there are none. */
  readonly refused: { readonly ending: Ending; readonly words: readonly string[] } | null;
  readonly forgetRefused: () => void;
  /** Begins anew after an ending. */
  readonly reopen: () => void;
}

interface Refusal {
  readonly ending: Ending;
  readonly onScreen: Texts;
  /** Null until the server's text is here to compare with. */
  readonly words: readonly string[] | null;
}

/** Refused sooner than this after opening, the person is asked before it begins anew: it could go on for ever. */
const soonMs = 1000;

/** The open answer of a question; null for the instant before the connection exists. */
export function useAnswerConnection({ server, question, schemaVersion }: AnswerAddress, definition: Question): OpenAnswer | null {
  const [life, setLife] = useState(0);
  const [connection, setConnection] = useState<AnswerConnection | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const state = useConnectionState(connection);

  useEffect(() => {
    const opened = new AnswerConnection({ server, question, schemaVersion }, channelSocket(linkOfThisTab()));
    const openedAt = Date.now();
    const stop = opened.subscribe(() => {
      const now = opened.current();
      if (now.status !== 'ended' || !isRebuiltFromServer(now.ending) || Date.now() - openedAt < soonMs) return;
      setRefusal({ ending: now.ending, onScreen: textsOf(opened.document, definition), words: null });
      setLife((it) => it + 1);
    });
    setConnection(opened);
    return () => {
      stop();
      opened[Symbol.dispose]();
    };
    // A definition does not change within a round.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [server, question, schemaVersion, life]);

  useEffect(() => {
    if (connection === null || state.status !== 'open') return;
    setRefusal((it) =>
      it === null || it.words !== null ? it : { ...it, words: lostWords(it.onScreen, textsOf(connection.document, definition)) },
    );
  }, [connection, state.status, definition]);

  const forgetRefused = useCallback(() => setRefusal(null), []);
  const reopen = useCallback(() => setLife((it) => it + 1), []);
  if (connection === null) return null;
  const words = refusal?.words ?? null;
  return {
    connection,
    state,
    refused: refusal === null || words === null ? null : { ending: refusal.ending, words },
    forgetRefused,
    reopen,
  };
}

const connecting: ConnectionState = { status: 'connecting' };
const never = (): (() => void) => () => undefined;

function useConnectionState(connection: AnswerConnection | null): ConnectionState {
  return useSyncExternalStore(connection?.subscribe ?? never, connection?.current ?? (() => connecting));
}

function textsOf(document: Doc, definition: Question): Texts {
  const content: AnswerContent = contentOf(document, definition);
  return new Map(Object.entries<FieldValue>(content.fields).map(([field, value]) => [field, textOf(content, field, value)]));
}

function textOf(content: AnswerContent, field: string, value: FieldValue): string {
  return plainText({ ...content, fields: { [field]: value } });
}
