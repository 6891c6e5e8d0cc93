// The landmarks of a file: where each question is printed, and where something is printed that cannot be told or that stands twice.
import { type Question, type Questionnaire, questionsOf } from '@chancery/domain';
import { isSignsOnly } from '../wording/wording.ts';
import { type Candidate, findCandidates } from './find-candidates.ts';

export interface FoundQuestion {
  /** null: what follows belongs to no question that is known. */
  readonly question: Question | null;
  /** Index of the line on which the wording begins. */
  readonly line: number;
  readonly lineCount: number;
  /** What stands on the last of these lines after the wording. */
  readonly rest: string;
}

/**
 * The landmarks in the order of the file, each question at most once. Of several ways to find the questions the one with most of them
 * in printed order counts; where two are alike (a table of contents), the later lines, and the place with an answer before one without. A
 * question that stands elsewhere, and not between those, is found as well. Whatever else looks like a printed question ends an answer too.
 */
export function findQuestions(lines: readonly string[], questionnaire: Questionnaire): readonly FoundQuestion[] {
  const candidates = withoutInner(findCandidates(lines, questionnaire));
  const [answered, contents] = answeredOf(candidates, lines);
  const known = candidates.filter((it) => it.question !== null);
  const chosen = new Map<Question | null, Candidate>();
  for (const it of longestChain(known, questionsOf(questionnaire).length)) chosen.set(it.question, it);
  for (const it of known) {
    const before = chosen.get(it.question);
    const isBetter = before === undefined || (contents.has(before) && answered.has(it));
    if (it.isStrong && isBetter) chosen.set(it.question, it);
  }
  const places = new Map([...chosen.values()].map((it) => [it.line, it]));
  const others = candidates.filter((it) => it.isStrong && !places.has(it.line)).map((it) => ({ ...it, question: null }));
  return [...places.values(), ...others].toSorted((one, other) => one.line - other.line);
}

/** The candidates but those that begin inside the wording of another one; what is known counts before what is not. */
function withoutInner(candidates: readonly Candidate[]): readonly Candidate[] {
  const known = new Set(candidates.flatMap((it) => (it.question === null ? [] : [it.line])));
  const holdsKnown = (it: Candidate) => Array.from({ length: it.lineCount }, (_, index) => it.line + index).some((line) => known.has(line));
  let [line, end] = [-1, 0];
  return candidates.filter((it) => {
    if ((it.line !== line && it.line < end) || (it.question === null && holdsKnown(it))) return false;
    [line, end] = [it.line, it.line + it.lineCount];
    return true;
  });
}

/** The candidates behind which something stands before the next one, and those of a table of contents: three or more in a row without. */
function answeredOf(candidates: readonly Candidate[], lines: readonly string[]): readonly [ReadonlySet<Candidate>, ReadonlySet<Candidate>] {
  const answered = new Set(
    candidates.filter((it, index) => {
      const next = candidates[index + 1]?.line === it.line ? candidates[index + 2] : candidates[index + 1];
      return !isSignsOnly(it.rest) || lines.slice(it.line + it.lineCount, next?.line ?? lines.length).some((line) => !isSignsOnly(line));
    }),
  );
  const contents = new Set<Candidate>();
  let run: Candidate[] = [];
  for (const it of [...candidates, null]) {
    if (it !== null && !answered.has(it)) run.push(it);
    else {
      if (run.length >= 3) for (const one of run) contents.add(one);
      run = [];
    }
  }
  return [answered, contents];
}

interface Chain {
  readonly head: Candidate;
  readonly next: Chain | null;
  readonly length: number;
}

function longestChain(candidates: readonly Candidate[], questionCount: number): readonly Candidate[] {
  const bestFrom: (Chain | null)[] = Array.from({ length: questionCount }, () => null);
  for (const head of candidates.toReversed()) {
    const next = longest(bestFrom.slice(head.order + 1));
    const length = (next?.length ?? 0) + 1;
    if (length > (bestFrom[head.order]?.length ?? 0)) bestFrom[head.order] = { head, next, length };
  }
  const found: Candidate[] = [];
  for (let chain = longest(bestFrom); chain !== null; chain = chain.next) found.push(chain.head);
  return found;
}

function longest(chains: readonly (Chain | null)[]): Chain | null {
  return chains.reduce((best, chain) => ((chain?.length ?? 0) > (best?.length ?? 0) ? chain : best), null);
}
