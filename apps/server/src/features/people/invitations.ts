// Invitations: the one-time links of members, handed to those alone who may give every role that they open (M16).
import type { ResponseOf } from '@chancery/contract';
import { type EntryDraft, type GrantTarget, mayHandLink, type PersonId, type RoundId, type Voucher } from '@chancery/domain';
import { dropInvitations, findPerson, lockPerson, now, type Person, roundsOf, type Transaction } from '@chancery/store';
import { actorOf, checkRoundRight } from '../../round/access.ts';
import type { Context } from '../../context.ts';
import { type ActingPerson, commitDecision, voucherOf } from '../../decision/decide.ts';
import { managementEntry } from '../../decision/manage-round.ts';
import { RefusalError } from '../../http/problem.ts';
import { grantFacts, targetOf } from '../../round/granting.ts';
import type { RoundState } from '../../round/round-state.ts';
import { deliverLink, type LinkSettings } from '../../sign-in/one-time-link.ts';
import { capacityOf } from './capacity.ts';
import { printedWithTitle } from './printed.ts';
import { noticesAboutMember } from './who-is-told.ts';

export interface LinkRequest {
  readonly state: RoundState;
  readonly author: ActingPerson;
  readonly maker: Voucher;
  readonly person: Person;
  /** The person's part in the round as this decision leaves it. */
  readonly target: GrantTarget;
}

/** What the person who asked for a link is told of it: the link itself, or the address to which it went, or neither. */
type Delivered = Pick<ResponseOf<'inviteAgain'>, 'invitation' | 'sentTo'>;

export const notDelivered: Delivered = { invitation: null, sentTo: null };

/**
 * The link of an account without a password, with its entry; nothing for an account that has one. A link that somebody holds from before
 * ends, also where no new one is made: it would open what has been given since.
 */
export async function renewLink(
  context: LinkSettings,
  tx: Transaction,
  { state, author, maker, person, target }: LinkRequest,
): Promise<{ readonly delivered: Delivered; readonly entries: readonly EntryDraft[] }> {
  if (person.hasPassword) return { delivered: notDelivered, entries: [] };
  const hasEnded = await dropInvitations(tx, person.id);
  const isMade = context.config.mail !== null || (await mayBeShown(tx, { state, author, person, target }));
  if (!isMade && !hasEnded) return { delivered: notDelivered, entries: [] };
  const { link: invitation, sentTo } = isMade
    ? await deliverLink(context, tx, { person: person.id, by: maker })
    : { link: null, sentTo: null };
  const way = sentTo === null ? `shown to ${printedWithTitle(maker)}` : `sent to ${sentTo}`;
  const words = [
    isMade ? `A one-time link for ${person.name} was made and ${way}.` : `No new link was made for ${person.name}.`,
    ...(hasEnded ? ['The link made before can no longer be used.'] : []),
  ].join(' ');
  const shownTo = isMade && sentTo === null ? maker : null;
  const details = { person: person.id, name: person.name, sentTo, shownTo, endsFormer: hasEnded };
  const entry = managementEntry(state, author, { kind: 'invitation-made', words, details }, maker.role);
  return { delivered: { invitation, sentTo }, entries: [entry] };
}

/** M16: here, and in every other round that the account opens. */
async function mayBeShown(tx: Transaction, { state, author, person, target }: Omit<LinkRequest, 'maker'>): Promise<boolean> {
  if (!mayHandLink(actorOf(state, author.person), target, grantFacts(state))) return false;
  if (author.person.isAdministrator) return true;
  return !person.isAdministrator && (await roundsOf(tx, person.id)).every((it) => it.id === state.id);
}

/** M16: a new link for a member who has no password yet; none for one who has. */
export function inviteAgain(
  context: Context,
  { round, person: id }: { round: RoundId; person: PersonId },
  author: ActingPerson,
): Promise<ResponseOf<'inviteAgain'>> {
  return commitDecision(context, round, async (tx, state) => {
    const actor = checkRoundRight(state, author.person, 'read-round');
    const target = targetOf(state, id);
    if (!mayHandLink(actor, target, grantFacts(state))) throw new RefusalError({ code: 'not-permitted' });
    await lockPerson(tx, id);
    const person = await findPerson(tx, id);
    if (person === null) throw new RefusalError({ code: 'person-unknown' });
    const at = await now(tx);
    const maker = voucherOf(state, author, capacityOf(state, actor, target.membership?.agency ?? null), at);
    const { delivered, entries } = await renewLink(context, tx, { state, author, maker, person, target });
    const isMade = delivered.invitation !== null || delivered.sentTo !== null;
    if (!person.hasPassword && !isMade) throw new RefusalError({ code: 'not-permitted' });
    const notices =
      entries.length === 0
        ? []
        : noticesAboutMember(state, { kind: 'invitation-made', person, agency: target.membership?.agency ?? null, by: author, at });
    return { result: { person: id, ...delivered }, entries, notices, events: [], keepsRights: true };
  });
}
