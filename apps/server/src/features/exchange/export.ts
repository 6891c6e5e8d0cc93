// The exports of a round: Word, PDF, Markdown, JSON. They hold canonical contents, as committed.
import { type ExportFormat, exportFormats } from '@chancery/contract';
import { asId, type RoundId } from '@chancery/domain';
import { checkRoundRight, stateOf } from '../../round/access.ts';
import type { Context } from '../../context.ts';
import { type Server, signedInOf } from '../../http/implement.ts';
import { ProblemError } from '../../http/problem.ts';
import type { RoundState } from '../../round/round-state.ts';
import { writeForm } from './write-form.ts';

/** The media type of each format. */
export const exportTypes: Readonly<Record<ExportFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  md: 'text/markdown; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** Serves `GET /api/rounds/:round/export.{docx,pdf,md,json}`. Aborting the request stops the work. */
export function serveExports(server: Server, context: Context): void {
  server.get('/api/rounds/:round/:file{export\\.[a-z]+}', async (http) => {
    const by = signedInOf(http);
    const format = exportFormats.find((it) => http.req.param('file') === `export.${it}`);
    if (format === undefined) throw new ProblemError('not-found', `There is no such export. Choose one of ${exportFormats.join(', ')}.`);
    const state = await stateOf(context, asId<RoundId>(http.req.param('round')));
    checkRoundRight(state, by.person, 'export');
    const states = await context.contents.ofWholeRound(state.id, state.questionnaire);
    const contents = new Map([...states].map(([id, it]) => [id, it.content]));
    const { questionnaire, round } = state;
    const form = { format, questionnaire, contents, round: { title: round.title, country: round.country } };
    // A thread each, with a heap of its own.
    const written = await context.turns.pass(`export:${by.person.id}`, () => writeForm(form, http.req.raw.signal));
    if (written === null)
      throw new ProblemError(
        { code: 'too-many-attempts', retryAfter: 60 },
        'Your earlier exports are still being written. Try again in a minute.',
      );
    const bytes = written.value;
    return http.body(bytes, 200, {
      'content-type': exportTypes[format],
      'content-disposition': `attachment; filename="${fileName(state)}.${format}"`,
      'content-length': String(bytes.byteLength),
      'cache-control': 'no-store',
    });
  });
}

/** Letters and digits alone, so that no header and no file system objects. */
function fileName({ round, questionnaire }: RoundState): string {
  const country = round.country
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return `${questionnaire.id}-${country || 'answers'}`.toLowerCase();
}
