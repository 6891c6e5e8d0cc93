// Owns the endpoints that end or reopen the drafting of an answer, and the approval of the round.
import type { Context } from '../../context.ts';
import { implement, type Server } from '../../http/implement.ts';
import { acceptAnswer, clearAnswer, leaveWithoutAnswer } from '../clear-and-accept/clear-and-accept.ts';
import { approveRound, recordSendingOfRound } from './approve-round.ts';
import { reopenAnswer, returnAnswer } from '../return-and-reopen/return-and-reopen.ts';

/** Serves clear, accept, no answer, return, reopen, approve and the record of the sending. */
export function serveSignOff(server: Server, context: Context): void {
  implement(server, 'clearAnswer', async ({ params, body, by }) => {
    await clearAnswer(context, { ...params, author: by, seen: body.digest });
    return { ok: true };
  });
  implement(server, 'acceptAnswer', async ({ params, body, by }) => {
    await acceptAnswer(context, { ...params, author: by, seen: body.digest });
    return { ok: true };
  });
  implement(server, 'markNoAnswer', async ({ params, by }) => {
    await leaveWithoutAnswer(context, { ...params, author: by });
    return { ok: true };
  });
  implement(server, 'returnAnswer', async ({ params, body, by }) => {
    await returnAnswer(context, { ...params, ...body, author: by });
    return { ok: true };
  });
  implement(server, 'reopenAnswer', async ({ params, body, by }) => {
    await reopenAnswer(context, { ...params, ...body, author: by });
    return { ok: true };
  });
  implement(server, 'approveRound', async ({ params, body, by }) => approveRound(context, { ...params, ...body, author: by }));
  implement(server, 'recordSending', async ({ params, body, by }) => {
    await recordSendingOfRound(context, { ...params, ...body, author: by });
    return { ok: true };
  });
}
