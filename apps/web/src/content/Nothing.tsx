// How a part without an answer is shown.
import type { ReactElement } from 'react';
import { contentWords } from './words.ts';
import { useWords } from '../words/use-words.ts';

export function Nothing(): ReactElement {
  const { say } = useWords();
  return <span className="text-15 text-ink-faint italic">{say(contentWords.nothing)}</span>;
}
