// The keeping of the lock on the database: says when it is missing, and ends when another server has taken it.
import type { LockState } from '@chancery/store';
import { assertNever } from '@chancery/domain';
import type { Logger } from 'pino';
import type { Alarms } from './alarms.ts';

const subject = 'the lock of the server';
const isMissing = 'This server does not hold its database at the moment: nothing is saved until it does. It tries again by itself.';

export class LockKeeping {
  readonly #parts: { readonly alarms: Alarms; readonly log: Logger };
  readonly #lost = Promise.withResolvers<string>();

  constructor(parts: { readonly alarms: Alarms; readonly log: Logger }) {
    this.#parts = parts;
  }

  /**
   * Resolves, with a sentence for the operator, once another server has taken the database. What the rooms of this one hold is then behind
   * what is stored, and nothing of it is written any more: it has to end, and its clients bring what was not saved to the other.
   */
  get lost(): Promise<string> {
    return this.#lost.promise;
  }

  readonly changed = (state: LockState): void => {
    const { alarms, log } = this.#parts;
    switch (state.status) {
      case 'missing':
        alarms.raise(subject, isMissing);
        return log.warn({ event: 'server-lock-missing' });
      case 'held':
        alarms.clear(subject);
        return log.info({ event: 'server-lock-taken-again' });
      case 'lost': {
        const sentence = `This server ends: another one took its database while PostgreSQL was away. ${state.cause.message}`;
        alarms.raise(subject, sentence);
        log.fatal({ event: 'server-lock-lost', err: state.cause });
        return this.#lost.resolve(sentence);
      }
      default:
        return assertNever(state);
    }
  };
}
