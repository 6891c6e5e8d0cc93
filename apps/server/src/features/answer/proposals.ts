// The endpoints of proposals: listing them with what each would do to the answer as it stands, and settling one.
import type { ResponseOf } from '@chancery/contract';
import { openProposalsOf, type Proposal } from '@chancery/store';
import { checkAnswerRight, stateOf } from '../../round/access.ts';
import type { Context } from '../../context.ts';
import { implement, type Server } from '../../http/implement.ts';
import { examineLateEdit, type AuthorStanding, standingOf } from './late-edit.ts';
import { settle } from './settle-proposal.ts';

type View = ResponseOf<'readProposals'>['proposals'][number];

/** Serves the proposals of an answer. */
export function serveProposals(server: Server, context: Context): void {
  implement(server, 'readProposals', async ({ params, by }) => {
    const state = await stateOf(context, params.round);
    const { question } = checkAnswerRight(state, by.person, params.question, 'read');
    const proposals = await openProposalsOf(context.store.read, params);
    if (proposals.length === 0) return { proposals: [] };
    const standing = await standingOf(context, params, question);
    return { proposals: proposals.map((proposal) => toView(standing, proposal)) };
  });
  implement(server, 'settleProposal', async ({ params, body, by }) => {
    await settle(context, { ...params, ...body, by });
    return { ok: true };
  });
}

function toView(standing: AuthorStanding, proposal: Proposal): View {
  const { id, person, reason, text, at, update, content, baseEpoch } = proposal;
  const view = { id, person, reason, text, at };
  if (content !== null || update === null) return { ...view, added: text, removed: '', enters: 'words' };
  const edit = examineLateEdit(standing, { person, reason, update, baseEpoch });
  switch (edit.status) {
    case 'nothing':
      return { ...view, added: '', removed: '', enters: 'nothing' };
    case 'fits':
      return { ...view, ...edit.brought, enters: 'edit' };
    case 'words':
      return { ...view, ...edit.brought, enters: 'words' };
  }
}
