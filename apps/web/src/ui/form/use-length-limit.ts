// The greatest length of what is typed into a field. Nothing is cut off: what is too long stays, and its form is not sent.
import { type RefObject, useEffect } from 'react';
import { shellWords } from '../../words/shell.ts';
import { useWords } from '../../words/use-words.ts';

type TypedIn = HTMLInputElement | HTMLTextAreaElement;

/** What is to be said of the length; null while it fits. */
export function useLengthLimit(field: RefObject<TypedIn | null>, text: string, max: number | undefined): string | null {
  const { say } = useWords();
  const { length } = text.trim();
  const over = max === undefined ? 0 : Math.max(0, length - max);
  const isTooLong = over > 0;
  useEffect(() => {
    const form = field.current?.form ?? null;
    if (form === null || !isTooLong) return undefined;
    const refuse = (event: SubmitEvent): void => {
      event.preventDefault();
      event.stopImmediatePropagation();
      field.current?.focus();
    };
    // Before what the form does with it.
    form.addEventListener('submit', refuse, { capture: true });
    return () => form.removeEventListener('submit', refuse, { capture: true });
  }, [field, isTooLong]);
  return isTooLong ? say(shellWords.tooLong, { max: max ?? 0, length, over }) : null;
}
