// Owns the life of an open answer in a component: takes it, tells of its changes, leaves it.
import type { Question } from '@chancery/domain';
import { type AnswerAddress, AnswerConnection, channelSocket, LiveAnswer, type OnScreen } from '@chancery/sync-client';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { answersOfThisTab } from './answers-of-this-tab.ts';
import { linkOfThisTab } from './link-of-this-tab.ts';
import { lostWordsOf } from './lost-words.ts';

export interface OpenAnswer extends OnScreen {
  readonly live: LiveAnswer;
}

/** The open answer of a question; null for the instant before there is a connection. */
export function useAnswerConnection({ server, question, schemaVersion }: AnswerAddress, definition: Question): OpenAnswer | null {
  const [live, setLive] = useState<LiveAnswer | null>(null);
  const onScreen = useSyncExternalStore(live?.subscribe ?? never, live?.current ?? nothing);
  useEffect(() => {
    const answers = answersOfThisTab();
    const address = `${server}/${question}?${schemaVersion}`;
    const connect = (): AnswerConnection => new AnswerConnection({ server, question, schemaVersion }, channelSocket(linkOfThisTab()));
    setLive(answers.take(address, () => new LiveAnswer(connect, lostWordsOf(definition))));
    return () => answers.leave(address);
    // A definition does not change within a round.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [server, question, schemaVersion]);
  return live === null || onScreen === null ? null : { live, ...onScreen };
}

const never = (): (() => void) => () => undefined;
const nothing = (): null => null;
