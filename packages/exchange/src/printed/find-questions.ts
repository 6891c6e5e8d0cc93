// The finding of printed questions among the lines of a file: by their wording, in the order in which the form prints them.
import { type Question, type Questionnaire, questionsOf } from '@chancery/domain';
import { isSignsOnly, matchLines, wordsOf } from '../wording/wording.ts';

export interface FoundQuestion {
  readonly question: Question;
  /** Index of the line on which the wording begins. */
  readonly line: number;
  readonly lineCount: number;
  /** What stands on the last of these lines after the wording. */
  readonly rest: string;
}

interface Candidate extends FoundQuestion {
  readonly order: number;
}

/**
 * The questions found, each once and in printed order. Of several ways to find them the one with most questions counts, so that a
 * question quoted inside an answer does not end it; where two are alike (a table of contents), the later lines count.
 */
export function findQuestions(lines: readonly string[], questionnaire: Questionnaire): readonly FoundQuestion[] {
  return longestChain(candidatesIn(lines, questionsOf(questionnaire)), questionsOf(questionnaire).length);
}

function candidatesIn(lines: readonly string[], questions: readonly Question[]): readonly Candidate[] {
  const wordings = questions.flatMap((question, order) => {
    const words = wordsOf(question.text);
    const plain = { question, order, words, isNumbered: false };
    return question.number === null ? [plain] : [{ ...plain, words: [String(question.number), ...words], isNumbered: true }, plain];
  });
  return lines.flatMap((line, index) => {
    const words = wordsOf(line.slice(0, 120));
    const [first, second] = words;
    if (first === undefined) return [];
    const possible = wordings.filter(
      (it) => it.words[0] === first && (second === undefined || it.words.length === 1 || it.words[1] === second),
    );
    return possible.flatMap(({ question, order, words: printed, isNumbered }) => {
      const match = matchLines(lines, index, printed);
      // Without its number a wording counts only when it stands alone: prose may begin with the same words.
      if (match === null || (!isNumbered && !isSignsOnly(match.rest))) return [];
      return [{ question, order, line: index, ...match }];
    });
  });
}

interface Chain {
  readonly head: Candidate;
  readonly next: Chain | null;
  readonly length: number;
}

function longestChain(candidates: readonly Candidate[], questionCount: number): readonly FoundQuestion[] {
  const bestFrom: (Chain | null)[] = Array.from({ length: questionCount }, () => null);
  for (const head of candidates.toReversed()) {
    const next = longest(bestFrom.slice(head.order + 1));
    const length = (next?.length ?? 0) + 1;
    if (length > (bestFrom[head.order]?.length ?? 0)) bestFrom[head.order] = { head, next, length };
  }
  const found: FoundQuestion[] = [];
  for (let chain = longest(bestFrom); chain !== null; chain = chain.next) found.push(chain.head);
  return found;
}

function longest(chains: readonly (Chain | null)[]): Chain | null {
  return chains.reduce((best, chain) => ((chain?.length ?? 0) > (best?.length ?? 0) ? chain : best), null);
}
