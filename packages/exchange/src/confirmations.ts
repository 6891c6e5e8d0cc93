// Owns the notes on choices that a person must confirm, with the prose beside them as a hint that never decides.
import { plainText } from '@chancery/answer-doc';
import type { AnswerContent, Question } from '@chancery/domain';
import type { ImportNote } from './filled-form.ts';

const hintLength = 240;

/** The notes with one for each choice to confirm, first; what else was noted follows. */
export function withConfirmations(notes: readonly ImportNote[], question: Question, content: AnswerContent): readonly ImportNote[] {
  const prose = question.fields.map((field) => content.fields[field.id]).find((value) => value?.kind === 'text');
  const text = prose?.kind === 'text' ? plainText(prose.prose).trim().slice(0, hintLength) : '';
  const confirmations = question.fields.flatMap(({ id }): readonly ImportNote[] => {
    const value = content.fields[id];
    if (value?.kind !== 'choice' || value.toConfirm !== true) return [];
    const isTickedTwice = notes.some((it) => it.code === 'several-ticks' && it.field === id);
    return [{ code: isTickedTwice ? 'several-ticks' : 'confirm-choice', field: id, text }];
  });
  return [...confirmations, ...notes.filter((it) => it.code !== 'several-ticks')];
}
