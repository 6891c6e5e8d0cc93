// The endpoints of agencies and members of a round.
import type { ResponseOf } from '@chancery/contract';
import { type RoundMember, membersOf } from '@chancery/store';
import { checkRoundRight, stateOf } from '../../round/access.ts';
import type { Context } from '../../context.ts';
import { implement, type Server } from '../../http/implement.ts';
import { addAgencyToRound, changeAgencyOfRound, changeLeadAgencyOfRound, removeAgencyFromRound } from './agencies.ts';
import { correctPerson } from './correct-person.ts';
import { inviteAgain } from './invitations.ts';
import { addMember, changeMember, confirmMember, grantReading, removeMemberFromRound } from './members.ts';

export { activate, isNamed } from './activation.ts';
export { addAgencyToRound } from './agencies.ts';
export { addMember, confirmMember } from './members.ts';

/** Serves agencies, members and their invitations. */
export function servePeople(server: Server, context: Context): void {
  implement(server, 'readPeople', async ({ params, by }) => {
    const state = await stateOf(context, params.round);
    checkRoundRight(state, by.person, 'read-round');
    const members = await membersOf(context.store.read, params.round);
    return {
      agencies: state.agencies.map(({ id, name, shortName, colour, isLead }) => ({ id, name, shortName, colour, isLead })),
      members: members.map(toView),
    };
  });
  serveAgencies(server, context);
  implement(server, 'addMember', async ({ params, body, by }) => addMember(context, params.round, by, body));
  implement(server, 'changeMember', async ({ params, body, by }) => {
    await changeMember(context, params, by, body);
    return { ok: true };
  });
  implement(server, 'confirmMember', async ({ params, body, by }) => {
    await confirmMember(context, params, by, body);
    return { ok: true };
  });
  implement(server, 'removeMember', async ({ params, by }) => {
    await removeMemberFromRound(context, params, by);
    return { ok: true };
  });
  implement(server, 'correctPerson', async ({ params, body, by }) => {
    await correctPerson(context, params, by, body);
    return { ok: true };
  });
  implement(server, 'inviteAgain', async ({ params, by }) => inviteAgain(context, params, by));
  implement(server, 'grantReading', async ({ params, by }) => {
    await grantReading(context, params.round, by);
    return { ok: true };
  });
}

function serveAgencies(server: Server, context: Context): void {
  implement(server, 'addAgency', async ({ params, body, by }) => addAgencyToRound(context, params.round, by, body));
  implement(server, 'changeAgency', async ({ params, body, by }) => {
    await changeAgencyOfRound(context, params, by, body);
    return { ok: true };
  });
  implement(server, 'removeAgency', async ({ params, by }) => {
    await removeAgencyFromRound(context, params, by);
    return { ok: true };
  });
  implement(server, 'changeLeadAgency', async ({ params, body, by }) => {
    await changeLeadAgencyOfRound(context, { ...params, ...body }, by);
    return { ok: true };
  });
}

function toView({ person, membership, vouching }: RoundMember): ResponseOf<'readPeople'>['members'][number] {
  const { id, name, title, email, hasPassword } = person;
  return {
    person: id,
    name,
    title,
    email,
    agency: membership.agency,
    roles: [...membership.roles],
    named: [...membership.named],
    vouching: [...vouching].map(([role, { vouchedBy, confirmedBy }]) => ({ role, vouchedBy, confirmedBy })),
    state: hasPassword ? 'active' : 'invited',
  };
}
