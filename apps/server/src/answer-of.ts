// Owns which answer a document of the engine is: the reverse of `documentId`.
import { asId, type QuestionId, type RoundId } from '@chancery/domain';

export function answerOf(document: string): { round: RoundId; question: QuestionId } {
  const cut = document.indexOf('/');
  return { round: asId<RoundId>(document.slice(0, cut)), question: asId<QuestionId>(document.slice(cut + 1)) };
}
