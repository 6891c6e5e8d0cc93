// Which answers of a preview can be imported, and which of them are shown.
import type { ImportPreview } from '@chancery/contract';
import type { QuestionId } from '@chancery/domain';

export type FoundAnswer = ImportPreview['answers'][number];
/** `confirm`: those with a tick that somebody must confirm, whatever becomes of them. */
export type FoundFilter = 'all' | 'confirm' | FoundAnswer['fate'];

const fateOrder: readonly FoundAnswer['fate'][] = ['fill', 'propose', 'same', 'nothing-found', 'frozen', 'not-yours', 'unreadable'];

/** True for answers that an import would write, into the answer or beside it. */
export function canBeImported({ fate }: Pick<FoundAnswer, 'fate'>): boolean {
  return fate === 'fill' || fate === 'propose';
}

/** True when a tick of the answer will have to be confirmed by a person. */
export function isToConfirm({ content, notes }: Pick<FoundAnswer, 'content' | 'notes'>): boolean {
  const hasUnreadTick = Object.values(content.fields).some((value) => value.kind === 'choice' && value.toConfirm === true);
  return hasUnreadTick || notes.some(({ code }) => code === 'confirm-choice' || code === 'several-ticks');
}

/** Everything that can be imported: nothing of it can harm a text that is there. */
export function chosenAtFirst(answers: readonly FoundAnswer[]): ReadonlySet<QuestionId> {
  return new Set(answers.filter(canBeImported).map((answer) => answer.question));
}

/** The answers of that kind, in printed order. */
export function shownAnswers(answers: readonly FoundAnswer[], shown: FoundFilter): readonly FoundAnswer[] {
  if (shown === 'all') return answers;
  if (shown === 'confirm') return answers.filter((answer) => canBeImported(answer) && isToConfirm(answer));
  return answers.filter((answer) => answer.fate === shown);
}

/** The kinds that there are, each with how many answers it has. */
export function shownCounts(answers: readonly FoundAnswer[]): readonly { readonly shown: FoundFilter; readonly count: number }[] {
  const kinds: readonly FoundFilter[] = ['all', ...fateOrder, 'confirm'];
  return kinds
    .map((shown) => ({ shown, count: shownAnswers(answers, shown).length }))
    .filter(({ shown, count }) => shown === 'all' || count > 0);
}
