// The endpoints of the record: as a timeline, and as the file that is checked without us.
import { asId, type RoundId } from '@chancery/domain';
import { genesisHash, recordFormat } from '@chancery/record';
import { entriesOf } from '@chancery/store';
import { checkRoundRight, stateOf } from '../../round/access.ts';
import type { Context } from '../../context.ts';
import { implement, type Server, signedInOf } from '../../http/implement.ts';
import type { RoundState } from '../../round/round-state.ts';

/** Serves `GET /api/rounds/:round/record` and `record.json`. */
export function serveRecord(server: Server, context: Context): void {
  implement(server, 'readRecord', async ({ params, by }) => {
    const state = await stateOf(context, params.round);
    checkRoundRight(state, by.person, 'read-record');
    const entries = await entriesOf(context.store.read, params.round);
    return { entries: [...entries], lastHash: entries.at(-1)?.hash ?? genesisHash };
  });
  server.get('/api/rounds/:round/record.json', async (http) => {
    const by = signedInOf(http);
    const state = await stateOf(context, asId<RoundId>(http.req.param('round')));
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
  const contents = await context.contents.ofWholeRound(state.id, state.questionnaire);
  const latest = await stateOf(context, state.id);
  const entries = await entriesOf(context.store.read, state.id);
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
