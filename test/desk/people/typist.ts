// Somebody who types one word after another, so that a test can tell which of them are there, and how often.
import { setTimeout as pause } from 'node:timers/promises';
import type { OpenAnswer } from './open-answer.ts';

export interface Typing {
  /** Every word typed so far. */
  readonly words: readonly string[];
  /** Resolves when the last word is typed. */
  stop(): Promise<void>;
}

/** Types `prefix0 prefix1 ...` at the end of the answer until stopped, some fifty words a second. */
export function typesOn(screen: OpenAnswer, prefix: string): Typing {
  const words: string[] = [];
  let isOver = false;
  const typing = (async () => {
    while (!isOver) {
      const word = `${prefix}${words.length}`;
      screen.types(`${word} `);
      words.push(word);
      await pause(20);
    }
  })();
  return {
    words,
    stop: () => {
      isOver = true;
      return typing;
    },
  };
}

/** The words of an answer in order. */
export function wordsOf(screen: Pick<OpenAnswer, 'reads'>): readonly string[] {
  return screen
    .reads()
    .split(/\s+/)
    .filter((word) => word !== '');
}
