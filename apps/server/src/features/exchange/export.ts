// Owns the exports of a round: Word, Markdown, JSON. They hold canonical contents, as committed.
import { type ExportFormat, exportFormats } from '@chancery/contract';
import { type AnswerContent, asId, type QuestionId, type RoundId } from '@chancery/domain';
import { writeJson, writeMarkdown, writeWord } from '@chancery/exchange';
import { checkRoundRight, noSuchRound } from '../../access.ts';
import type { Context } from '../../context.ts';
import type { Server } from '../../implement.ts';
import { ProblemError } from '../../problem.ts';
import type { RoundState } from '../../round-state.ts';

const types: Readonly<Record<ExportFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  md: 'text/markdown; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** Serves `GET /api/rounds/:round/export.{docx,md,json}`. Aborting the request stops the work. */
export function serveExports(server: Server, context: Context): void {
  server.get('/api/rounds/:round/:file{export\\.[a-z]+}', async (http) => {
    const by = http.get('signedIn');
    if (by === null) throw new ProblemError('not-signed-in', 'Sign in first.');
    const format = exportFormats.find((it) => http.req.param('file') === `export.${it}`);
    if (format === undefined) throw new ProblemError('not-found', `There is no such export. Choose one of ${exportFormats.join(', ')}.`);
    const state = await context.states.find(asId<RoundId>(http.req.param('round')));
    if (state === null) throw noSuchRound();
    checkRoundRight(state, by.person, 'export');
    const states = await context.contents.ofRound(state.id, state.questionnaire);
    const contents = new Map([...states].map(([id, it]) => [id, it.content]));
    const bytes = await write(format, state, contents, http.req.raw.signal);
    return http.body(bytes, 200, {
      'content-type': types[format],
      'content-disposition': `attachment; filename="${fileName(state)}.${format}"`,
      'content-length': String(bytes.byteLength),
      'cache-control': 'no-store',
    });
  });
}

async function write(
  format: ExportFormat,
  { questionnaire, round }: RoundState,
  contents: ReadonlyMap<QuestionId, AnswerContent>,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const heading = { title: round.title, country: round.country };
  switch (format) {
    case 'docx':
      return new Uint8Array(await writeWord(questionnaire, contents, heading, { signal }));
    case 'md':
      return new TextEncoder().encode(writeMarkdown(questionnaire, contents, heading));
    case 'json':
      return new TextEncoder().encode(await writeJson(questionnaire, contents, heading));
  }
}

/** Letters and digits alone, so that no header and no file system objects. */
function fileName({ round, questionnaire }: RoundState): string {
  const country = round.country
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return `${questionnaire.id}-${country || 'answers'}`.toLowerCase();
}
