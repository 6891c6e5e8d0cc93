// The reading of the contents of open rounds at the start, so that the first overview finds them read.
import type { RoundId } from '@chancery/domain';
import { listRounds } from '@chancery/store';
import type { Context } from '../context.ts';

/** Longer than this nobody should wait for a server; what is not read by then is read when it is asked for. */
const maxMs = 500;

/** Reads ahead as much as fits into half a second. A round that cannot be read is left to the first request for it. */
export async function readAhead(context: Context): Promise<void> {
  const until = performance.now() + maxMs;
  for (const round of await listRounds(context.store.read)) {
    if (performance.now() > until) return;
    if (round.phase !== 'open') continue;
    await readRound(context, round.id).catch((cause: unknown) => {
      context.log.error({ event: 'read-ahead-failed', round: round.id, err: cause });
    });
  }
}

async function readRound(context: Context, round: RoundId): Promise<void> {
  const state = await context.states.find(round);
  if (state !== null) await context.contents.ofRound(round, state.questionnaire);
}
