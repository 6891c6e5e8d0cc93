// The life of an open answer in a component: takes it, tells of its changes, leaves it.
import type { Question } from '@chancery/domain';
import type { DocumentAddress, LiveDocument, LiveState } from '@chancery/sync-client';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { lostTextOf } from './lost-text.ts';
import { thisTab } from './this-tab.ts';

export interface ConnectedAnswer extends LiveState {
  readonly live: LiveDocument;
}

/** The open answer of a question; null for the instant before there is a connection. */
export function useAnswerConnection({ server, question, schemaVersion }: DocumentAddress, definition: Question): ConnectedAnswer | null {
  const [live, setLive] = useState<LiveDocument | null>(null);
  const current = useSyncExternalStore(live?.subscribe ?? never, live?.current ?? nothing);
  useEffect(() => {
    const { tab, answers } = thisTab();
    const key = `${server}/${question}?${schemaVersion}`;
    const address = { server, question, schemaVersion };
    setLive(answers.take(key, () => tab.open({ address, findLost: lostTextOf(definition) })));
    return () => answers.leave(key);
    // A definition does not change within a round.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [server, question, schemaVersion]);
  return live === null || current === null ? null : { live, ...current };
}

const never = (): (() => void) => () => undefined;
const nothing = (): null => null;
