// Owns the endpoints of the record: as a timeline, and as the file that is checked without us.
import { asId, type RoundId } from '@chancery/domain';
import { genesisHash, recordFormat } from '@chancery/record';
import { entriesOf } from '@chancery/store';
import { checkRoundRight, noSuchRound } from '../../access.ts';
import type { Context } from '../../context.ts';
import { implement, type Server } from '../../implement.ts';
import { ProblemError } from '../../problem.ts';
import type { RoundState } from '../../round-state.ts';

/** Serves `GET /api/rounds/:round/record` and `record.json`. */
export function serveRecord(server: Server, context: Context): void {
  implement(server, 'readRecord', async ({ params, by }) => {
    const state = await context.states.find(params.round);
    if (state === null) throw noSuchRound();
    checkRoundRight(state, by.person, 'read-record');
    const entries = await entriesOf(context.store.read, params.round);
    return { entries: [...entries], lastHash: entries.at(-1)?.hash ?? genesisHash };
  });
  server.get('/api/rounds/:round/record.json', async (http) => {
    const by = http.get('signedIn');
    if (by === null) throw new ProblemError('not-signed-in', 'Sign in first.');
    const state = await context.states.find(asId<RoundId>(http.req.param('round')));
    if (state === null) throw noSuchRound();
    checkRoundRight(state, by.person, 'read-record');
    const file = await recordFile(context, state);
    return http.body(`${JSON.stringify(file, null, 1)}\n`, 200, {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="record-${state.id}.json"`,
      'cache-control': 'no-store',
    });
  });
}

/** Contents and entries of one instant: entries are read again when a decision was made while the texts were read. */
async function recordFile(context: Context, state: RoundState): Promise<object> {
  const before = await entriesOf(context.store.read, state.id);
  const contents = await context.contents.ofRound(state.id, state.questionnaire);
  const latest = await context.states.find(state.id);
  const entries = await entriesOf(context.store.read, state.id);
  if (latest === null) throw noSuchRound();
  if (entries.length !== before.length) return recordFile(context, latest);
  const { id, title, country, phase } = latest.round;
  return {
    format: recordFormat,
    round: { id, title, country, phase },
    questionnaire: latest.questionnaire,
    contents: [...contents.values()].map(({ content, digest }) => ({ question: content.question, digest, content })),
    entries,
  };
}
