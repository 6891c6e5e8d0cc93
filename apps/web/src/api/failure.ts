// How a failed request looks to the web: the server's problem, or that no server was reached.
import type { Problem, ProblemWithValues } from '@chancery/contract';

/** `unreachable`: no response came, so nothing is known about what the server did. */
export type FailureCode = Problem['code'] | 'unreachable';

type KeyOf<P> = P extends unknown ? Exclude<keyof P, 'code'> : never;
/** What belongs to a problem's sentence, as far as it was stated. */
export type FailureValues = Pick<Problem, KeyOf<ProblemWithValues>>;

/** What `call` throws. */
export class Failure extends Error {
  readonly code: FailureCode;
  /** Null when no server responded. */
  readonly problem: Problem | null;
  readonly values: FailureValues;

  /** `values` where no server was asked. */
  constructor(code: FailureCode, problem: Problem | null, cause?: unknown, values: FailureValues = problem ?? {}) {
    super(code, { cause });
    this.code = code;
    this.problem = problem;
    this.values = values;
  }
}

/** The code of whatever was thrown; `bug` for what is no failed request. */
export function failureCode(thrown: unknown): FailureCode {
  return thrown instanceof Failure ? thrown.code : 'bug';
}

/** By which the server's log names the request that failed; undefined where there was none, or it did not say. */
export function requestIdOf(thrown: unknown): string | undefined {
  return thrown instanceof Failure ? thrown.problem?.requestId : undefined;
}

/** Reads the problem of a response that is not a success. */
export async function failureOf(response: Response): Promise<Failure> {
  const problem: unknown = await response.json().catch(() => null);
  if (isProblem(problem)) return new Failure(problem.code, problem);
  // A proxy in between responds in its own words.
  return response.status >= 502 && response.status <= 504 ? new Failure('unreachable', null) : new Failure('bug', null);
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string';
}
