// The error that ends the reading of a Word file, with the problem to tell.
import type { WordProblem } from '../../file-kind.ts';

export class WordProblemError extends Error {
  readonly problem: WordProblem;
  constructor(problem: WordProblem, cause?: unknown) {
    super(problem.code, { cause });
    this.problem = problem;
  }
}
