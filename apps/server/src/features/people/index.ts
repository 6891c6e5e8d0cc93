// The endpoints of agencies and members of a round.
import type { ResponseOf } from '@chancery/contract';
import { type RoundMember, membersOf } from '@chancery/store';
import { checkRoundRight, stateOf } from '../../round/access.ts';
import type { Context } from '../../context.ts';
import { implement, type Server } from '../../http/implement.ts';
import { addAgencyToRound, changeAgencyOfRound, removeAgencyFromRound } from './agencies.ts';
import { inviteAgain } from './invitations.ts';
import { addMember, changeMember, removeMemberFromRound } from './members.ts';

export { addAgencyToRound } from './agencies.ts';
export { addMember } from './members.ts';

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
  implement(server, 'addAgency', async ({ params, body, by }) => addAgencyToRound(context, params.round, by, body));
  implement(server, 'changeAgency', async ({ params, body, by }) => {
    await changeAgencyOfRound(context, params, by, body);
    return { ok: true };
  });
  implement(server, 'removeAgency', async ({ params, by }) => {
    await removeAgencyFromRound(context, params, by);
    return { ok: true };
  });
  implement(server, 'addMember', async ({ params, body, by }) => addMember(context, params.round, by, body));
  implement(server, 'changeMember', async ({ params, body, by }) => {
    await changeMember(context, params, by, body);
    return { ok: true };
  });
  implement(server, 'removeMember', async ({ params, by }) => {
    await removeMemberFromRound(context, params, by);
    return { ok: true };
  });
  implement(server, 'inviteAgain', async ({ params, by }) => inviteAgain(context, params, by));
}

function toView({ person, membership }: RoundMember): ResponseOf<'readPeople'>['members'][number] {
  const { id, name, title, email, hasPassword } = person;
  return {
    person: id,
    name,
    title,
    email,
    agency: membership.agency,
    roles: [...membership.roles],
    state: hasPassword ? 'active' : 'invited',
  };
}
