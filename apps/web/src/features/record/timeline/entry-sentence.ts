// An entry as a plain sentence of the reader's language.
import type { Question, QuestionId, RecordEntry } from '@chancery/domain';
import { entryPartWords, entryWords } from '../words.ts';
import type { Words } from '../../../words/use-words.ts';
import { questionsOfEntry } from './entry-facts.ts';

/** "Clearing officer of KPWKM cleared question 35 for Ministry of Women". A kind that this page does not know is said in its own words. */
export function entrySentence(entry: RecordEntry, questions: ReadonlyMap<QuestionId, Question>, { say }: Pick<Words, 'say'>): string {
  if (!Object.hasOwn(entryWords, entry.kind)) return entry.words;
  return say(entryWords[entry.kind], {
    who: entry.by.name,
    question: questionPart(entry, questions, say),
    agency: entry.by.agency?.name ?? say(entryPartWords.ownAgency),
  });
}

function questionPart(entry: RecordEntry, questions: ReadonlyMap<QuestionId, Question>, say: Words['say']): string {
  const [id] = questionsOfEntry(entry);
  const question = id === undefined ? undefined : questions.get(id);
  if (question === undefined) return say(entryPartWords.aQuestion);
  return question.number === null
    ? say(entryPartWords.unnumbered, { text: question.text })
    : say(entryPartWords.question, { number: question.number });
}
