// Why an answer was taken back, in words: the coded reason, then what the coordinator wrote.
import { takenBackReasons } from './statuses.ts';
import { useWords } from './use-words.ts';

/** A reason that this version does not know is left out; what was written is always said. */
export function useTakenBackWords(): (why: { readonly reason: string; readonly text: string }) => string {
  const { say } = useWords();
  return ({ reason, text }) => {
    const coded = isKnown(reason) ? say(takenBackReasons[reason]) : '';
    const said = text.trim();
    return [coded, said === '' ? '' : `“${said}”`].filter((it) => it !== '').join(' ');
  };
}

function isKnown(reason: string): reason is keyof typeof takenBackReasons {
  return reason in takenBackReasons;
}
