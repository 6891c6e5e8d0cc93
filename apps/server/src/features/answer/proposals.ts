// The endpoints of proposals: listing them with what each would do to the answer as it stands, and settling one.
import type { ResponseOf } from '@chancery/contract';
import type { Question } from '@chancery/domain';
import { documentId, openProposalsOf, type Proposal } from '@chancery/store';
import { checkAnswerRight, stateOf } from '../../round/access.ts';
import type { Context } from '../../context.ts';
import { implement, type Server } from '../../http/implement.ts';
import { ProblemError } from '../../http/problem.ts';
import type { EditEffect } from '../../late-edit/late-edits.ts';
import { standingOf } from '../../late-edit/standing.ts';
import { settle } from './settle-proposal.ts';

type View = ResponseOf<'readProposals'>['proposals'][number];

/** Serves the proposals of an answer. */
export function serveProposals(server: Server, context: Context): void {
  implement(server, 'readProposals', async ({ params, by }) => {
    const state = await stateOf(context, params.round);
    const { question } = checkAnswerRight(state, by.person, params.question, 'read');
    const proposals = await openProposalsOf(context.store.read, params);
    if (proposals.length === 0) return { proposals: [] };
    const shown = await context.turns.pass(`proposals:${by.person.id}`, () => viewsOf(context, proposals, question));
    if (shown === null)
      throw new ProblemError(
        { code: 'too-many-attempts', retryAfter: 5 },
        'You have asked for proposals in many windows at once. Try again.',
      );
    return { proposals: [...shown.value] };
  });
  implement(server, 'settleProposal', async ({ params, body, by }) => {
    await settle(context, { ...params, ...body, by });
    return { ok: true };
  });
}

async function viewsOf(context: Context, proposals: readonly Proposal[], question: Question): Promise<readonly View[]> {
  const [first] = proposals;
  if (first === undefined) return [];
  const edits = proposals.flatMap(({ id, person, reason, update, content, baseEpoch, at }) =>
    content !== null || update === null ? [] : [{ name: `${id}/${at}/${update.length}`, id, person, reason, update, baseEpoch }],
  );
  const standing = await standingOf(context, first, question);
  const effects = await context.lateEdits.effectsOf(documentId(first.round, first.question), standing, edits);
  const effectOf = new Map(edits.map(({ id }, at) => [id, effects[at]]));
  return proposals.map((proposal) => toView(proposal, effectOf.get(proposal.id)));
}

/** `effect` is absent for a proposal that is words alone. */
function toView({ id, person, reason, text, at }: Proposal, effect: EditEffect | undefined): View {
  const view = { id, person, reason, text, at };
  if (effect === undefined) return { ...view, added: text, removed: '', enters: 'words' };
  switch (effect.status) {
    case 'nothing':
      return { ...view, added: '', removed: '', enters: 'nothing' };
    case 'fits':
      return { ...view, ...effect.brought, enters: 'edit' };
    case 'words':
      return { ...view, ...effect.brought, enters: 'words' };
  }
}
