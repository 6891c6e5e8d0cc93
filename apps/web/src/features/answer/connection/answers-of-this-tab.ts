// Owns the open answers of this tab, and the browser's question before the tab is closed with words that nobody else has.
import { OpenAnswers } from '@chancery/sync-client';

let answers: OpenAnswers | null = null;

/** The same ones every time. */
export function answersOfThisTab(): OpenAnswers {
  // Listened to only while it is needed: a page with this listener is not kept by the browser for going back.
  answers ??= new OpenAnswers((isHolding) => {
    if (isHolding) addEventListener('beforeunload', ask);
    else removeEventListener('beforeunload', ask);
  });
  return answers;
}

function ask(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
