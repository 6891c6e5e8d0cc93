// The sending of the outbox: whichever server asks first sends a mail, again and again until it is taken or given up. A mail can arrive twice, when
// a server ends between handing it in and noting that; it then has the same Message-ID.
import type { Instant } from '@chancery/domain';
import {
  deleteEndedMail,
  findPerson,
  findPersonByEmail,
  freeMail,
  leaseMail,
  type Mail,
  type MailOutcome,
  type MailState,
  mailState,
  now,
  type Person,
  settleMail,
  type Store,
  type Transaction,
} from '@chancery/store';
import { type Clock, every } from '@chancery/sync';
import type { Logger } from 'pino';
import { type LinkSettings, makeLink, purposeOf } from '../sign-in/one-time-link.ts';
import { forgottenLetter, invitationLetter, type Letter, passwordLetter } from './letter.ts';
import type { Post, Posted } from './post.ts';

export interface OutboxParts extends LinkSettings {
  readonly config: LinkSettings['config'] & { readonly isDemo: boolean };
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
  readonly serverId: string;
  readonly post: Post;
  /** True where no other server can be sending: what an earlier one left is taken up at once. */
  readonly isAlone: boolean;
  /** Before a mail is tried again that was tried so often. */
  readonly waitMs?: (tries: number) => number;
}

const second = 1000;
const hour = 60 * 60 * second;
const day = 24 * hour;

const lookEveryMs = 2 * second;
/** Longer than a letter may take. */
const leaseMs = 120 * second;
/** A mail is tried for so long. */
const triedForMs = 2 * day;
const keptForMs = { sent: 7 * day, failed: 90 * day };

/** After the first try a minute, then twice as long each time, up to an hour; in milliseconds. */
export function waitBefore(tries: number): number {
  return Math.min(hour, 60 * second * 2 ** (tries - 1));
}

export class Outbox implements AsyncDisposable {
  readonly #parts: OutboxParts;
  readonly #looking: Disposable;
  #sending: Promise<void> | null = null;
  #isOver = false;

  private constructor(parts: OutboxParts) {
    this.#parts = parts;
    this.#looking = every(parts.clock, lookEveryMs, () => void this.look());
  }

  /** Begins to send. */
  static async open(parts: OutboxParts): Promise<Outbox> {
    if (parts.isAlone) await parts.store.transaction((tx) => freeMail(tx));
    return new Outbox(parts);
  }

  /** Sends all that is due, one after the other; resolves when nothing is. */
  async look(): Promise<void> {
    this.#sending ??= this.#sendAll().finally(() => {
      this.#sending = null;
    });
    await this.#sending;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isOver = true;
    this.#looking[Symbol.dispose]();
    await this.#sending;
  }

  async #sendAll(): Promise<void> {
    const { store, log } = this.#parts;
    try {
      // What is put off is not tried again in the same round.
      const dueAt = await now(store.read);
      while (!this.#isOver && (await this.#sendNext(dueAt))) continue;
      await store.transaction(async (tx) => {
        const at = await now(tx);
        await deleteEndedMail(tx, { sent: at - keptForMs.sent, failed: at - keptForMs.failed });
      });
    } catch (cause) {
      log.warn({ event: 'outbox-not-read', err: cause });
    }
  }

  /** True when there was one. */
  async #sendNext(dueAt: Instant): Promise<boolean> {
    const { store, serverId, post, log, waitMs = waitBefore } = this.#parts;
    const leased = await store.transaction(async (tx) => {
      const mail = await leaseMail(tx, { server: serverId, at: await now(tx), dueAt, leaseMs });
      return mail === null ? null : { mail, to: await this.#write(tx, mail) };
    });
    if (leased === null) return false;
    const { mail, to } = leased;
    const posted =
      to === null ? null : await post.send({ ...to.letter, id: mail.id, to: { name: to.person.name, address: to.person.email } });
    const outcome = await store.transaction(async (tx) => {
      const settled = outcomeOf(posted, mail, { at: await now(tx), waitMs: waitMs(mail.tries + 1) });
      await settleMail(tx, { id: mail.id, server: serverId }, settled);
      return settled;
    });
    this.#tell(log, mail, outcome);
    return true;
  }

  #tell(log: Logger, { id, kind, tries }: Mail, outcome: MailOutcome): void {
    const about = { mail: id, kind, tries: tries + 1 };
    if (outcome.status === 'sent' || outcome.status === 'dropped') log.info({ event: `mail-${outcome.status}`, ...about });
    else log.warn({ event: outcome.status === 'failed' ? 'mail-failed' : 'mail-delayed', ...about, failure: outcome.failure });
  }

  /** The letter with a link that is made now; null when it is for nobody any more. */
  async #write(tx: Transaction, mail: Mail): Promise<{ readonly person: Person; readonly letter: Letter } | null> {
    const person = 'person' in mail.to ? await findPerson(tx, mail.to.person) : await findPersonByEmail(tx, mail.to.address);
    const isOpen = person !== null && person.disabledAt === null && (this.#parts.config.isDemo || !person.isDemo);
    if (!isOpen) return null;
    const isForgotten = mail.kind === 'forgotten';
    if (isForgotten && !person.hasPassword) return null;
    const by = typeof mail.details['by'] === 'string' ? mail.details['by'] : '';
    const link = { name: person.name, ...(await makeLink(this.#parts, tx, person, { sentTo: person.email, shownTo: null })) };
    if (isForgotten) return { person, letter: forgottenLetter(link) };
    return { person, letter: purposeOf(person) === 'invitation' ? invitationLetter({ ...link, by }) : passwordLetter({ ...link, by }) };
  }
}

/** How the outbox stands: for health, and for anyone who watches it. */
export function outboxState({ store }: Pick<OutboxParts, 'store'>): Promise<MailState> {
  return mailState(store.read);
}

function outcomeOf(posted: Posted | null, mail: Mail, { at, waitMs }: { readonly at: Instant; readonly waitMs: number }): MailOutcome {
  if (posted === null) return { status: 'dropped', at };
  if (posted.status === 'sent') return { status: 'sent', at };
  const isOver = posted.status === 'refused' || at - mail.at > triedForMs;
  if (isOver) return { status: 'failed', at, failure: posted.failure };
  return { status: 'waiting', nextTryAt: at + waitMs, failure: posted.failure };
}
