// The title of a question in a list, where many read alike: it begins with what differs.
import type { QuestionId } from '../id.ts';
import type { Question, Questionnaire } from './questionnaire.ts';

/** Fewer words in common are no reason to cut: the title would lose more than the list gains. */
const minSharedWords = 5;

/**
 * The title of every question: its short title where the definition gives one; otherwise its text without the opening words and the closing
 * sentences that it shares with a neighbour in its section. Where words are left out at the beginning it starts with "…".
 */
export function listTitles(questionnaire: Questionnaire): ReadonlyMap<QuestionId, string> {
  return new Map(questionnaire.sections.flatMap(({ questions }) => questions.map((question, at) => [question.id, titleOf(questions, at)])));
}

function titleOf(questions: readonly Question[], at: number): string {
  const question = questions[at];
  if (question === undefined) return '';
  if (question.shortTitle !== undefined) return question.shortTitle;
  const neighbours = [questions[at - 1], questions[at + 1]].flatMap((it) => (it === undefined ? [] : [it.text]));
  const kept = withoutSharedEnd(question.text, neighbours);
  const words = kept.split(' ');
  // The least of them: what is shared with one neighbour alone still tells the question from the others.
  const shared = Math.min(...neighbours.map((text) => sharedWords(words, text.split(' '))).filter((count) => count >= minSharedWords));
  return shared >= words.length ? kept : `… ${words.slice(shared).join(' ')}`;
}

function sharedWords(words: readonly string[], others: readonly string[]): number {
  const end = words.findIndex((word, index) => word !== others[index]);
  return end === -1 ? words.length : end;
}

/** Takes closing sentences off that a neighbour has as well; the first sentence stays. */
function withoutSharedEnd(text: string, neighbours: readonly string[]): string {
  const sentences = text.split(/(?<=[.?!]) /u);
  while (sentences.length > 1 && neighbours.some((it) => it.endsWith(` ${sentences.at(-1)}`))) sentences.pop();
  return sentences.join(' ');
}
