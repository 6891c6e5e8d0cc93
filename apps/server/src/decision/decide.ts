// The one write path: lock the round, load it, let a rule decide, save the change with its record entry, commit; then rights and screens,
// on every server.
import type { RoundEvent } from '@chancery/contract';
import type { AgencyId, EntryDraft, Instant, PrintedPerson, RecordEntry, RoundId, Signatory, Voucher } from '@chancery/domain';
import { canonicalJson, chainEntry } from '@chancery/record';
import {
  appendEntry,
  keepContent,
  lockRound,
  type NewNotice,
  type Person,
  raiseRevision,
  sendNotices,
  type Store,
  type Transaction,
} from '@chancery/store';
import { noSuchRound, type ReadingRounds } from '../round/access.ts';
import type { ContentState } from '../round/contents.ts';
import type { Hub } from '../round/hub.ts';
import { fence } from './fence.ts';
import { nameOfAgency, type RoundState } from '../round/round-state.ts';
import type { SignedIn } from '../sign-in/sign-ins.ts';

/** A committed decision, as the servers tell each other of it. */
export interface Decided {
  readonly round: RoundId;
  readonly revision: number;
  /** True for what gives and takes no right. */
  readonly keepsRights: boolean;
}

/** What a decision needs. */
export interface DecisionMaking extends ReadingRounds {
  readonly store: Pick<Store, 'transaction'>;
  /** Resolves when the rights here are as new as the decision. */
  readonly watch: { follow(decided: Decided): Promise<void> };
  /** Resolves when they are so on the other servers as well, or the time for it is over. */
  readonly cluster: { tellDecided(decided: Decided): Promise<void> };
  readonly hub: Pick<Hub, 'tell' | 'tellPerson'>;
}

/** Who acts: a person who is signed in, or the demo's cast. */
export type ActingPerson = Pick<SignedIn, 'person' | 'provenAt' | 'provenAgainAt'>;

/** `result` is given once the entries stand in the record, in the same transaction. */
export interface Decision<T> {
  readonly result: T | ((entries: readonly RecordEntry[]) => Promise<T>);
  readonly entries: readonly EntryDraft[];
  /** Texts whose digests the entries name; kept as evidence. */
  readonly evidence?: readonly ContentState[];
  readonly notices?: readonly NewNotice[];
  readonly events: readonly RoundEvent[];
  /** True for what gives and takes no right, so that nobody's has to be asked for again. */
  readonly keepsRights?: true;
  /** Called as soon as it is committed, whatever becomes of the rest: what freezes an answer must not wait for a query. */
  committed?(): void;
}

/**
 * Runs `decide` in a transaction that holds the round's lock, so that decisions on one round happen one after the other.
 * Whatever it throws undoes everything. `decide` must not wait for the engine, whose log may be waiting for this transaction.
 */
export async function commitDecision<T>(
  context: DecisionMaking,
  round: RoundId,
  decide: (tx: Transaction, state: RoundState) => Promise<Decision<T>>,
): Promise<T> {
  const kept = await context.store.transaction(async (tx) => {
    const state = await holdRound(context, tx, round);
    return keepDecision(context, tx, round, await decide(tx, state));
  });
  await announce(context, kept);
  return kept.result;
}

/** The round as it is, and as it stays until the transaction ends. */
export async function holdRound(context: Pick<DecisionMaking, 'states'>, tx: Transaction, round: RoundId): Promise<RoundState> {
  if ((await lockRound(tx, round)) === null) throw noSuchRound();
  const state = await context.states.find(round, tx);
  if (state === null) throw noSuchRound();
  return state;
}

export interface KeptDecision<T> {
  readonly round: RoundId;
  readonly decision: Decision<T>;
  readonly result: T;
  readonly revision: number;
}

/** Writes what was decided about a round that this transaction holds. */
export async function keepDecision<T>(
  context: DecisionMaking,
  tx: Transaction,
  round: RoundId,
  made: Decision<T>,
): Promise<KeptDecision<T>> {
  for (const { content, digest } of made.evidence ?? []) {
    await keepContent(tx, { digest, round, question: content.question, canonical: canonicalJson(content) });
  }
  const entries: RecordEntry[] = [];
  for (const entry of made.entries) entries.push(await appendEntry(tx, round, entry, chainEntry));
  await sendNotices(tx, made.notices ?? []);
  const given = made.result instanceof Function ? await made.result(entries) : made.result;
  if (made.keepsRights !== true) await fence(context, tx, round);
  return { round, decision: made, result: given, revision: await raiseRevision(tx, round) };
}

/** After the commit: rights and screens, on every server. */
export async function announce<T>(context: DecisionMaking, { round, decision, revision }: KeptDecision<T>): Promise<void> {
  decision.committed?.();
  const decided = { round, revision, keepsRights: decision.keepsRights === true };
  await Promise.all([context.watch.follow(decided), context.cluster.tellDecided(decided)]);
  for (const event of decision.events) context.hub.tell(round, event);
  for (const person of new Set(decision.notices?.map((notice) => notice.person)))
    context.hub.tellPerson(person, { kind: 'notices-changed' });
}

type PrintedRole = Signatory['role'];

/** How the record prints a person of the round, or an administrator who takes no part in it. */
function printed(state: RoundState, { id, name, title }: Person, role: PrintedRole): PrintedPerson {
  const agency: AgencyId | undefined = state.memberships.get(id)?.agency;
  return { person: id, name, title, agency: agency === undefined ? null : { id: agency, name: nameOfAgency(state, agency) }, role };
}

/** The frame of an entry: who, who vouched for them in that role, and how they proved who they are. */
export function entryBy(state: RoundState, author: ActingPerson, role: PrintedRole): Pick<EntryDraft, 'by' | 'authentication'> {
  const vouching = role === 'administrator' ? undefined : state.vouching.get(author.person.id)?.get(role);
  const { vouchedBy, confirmedBy } = vouching ?? { vouchedBy: null, confirmedBy: null };
  return {
    by: { ...printed(state, author.person, role), vouchedBy, confirmedBy },
    authentication: { method: 'password', at: author.provenAt },
  };
}

/** The person who acts, as somebody who vouches for another. */
export function voucherOf(state: RoundState, { person }: Pick<ActingPerson, 'person'>, role: PrintedRole, at: Instant): Voucher {
  return { ...printed(state, person, role), at };
}
