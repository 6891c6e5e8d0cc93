// The endpoints of import and export.
import { textEncodings } from '@chancery/contract';
import type { Context } from '../../context.ts';
import { implement, type Server } from '../../http/implement.ts';
import { serveExports } from './export.ts';
import { dropImport, previewImport } from './preview-import.ts';
import { runImport } from './run-import.ts';

export { exportTypes } from './export.ts';
export { readForm } from './read-form.ts';
export { importForm } from './run-import.ts';

/** Serves the preview and the run of an import, and the exports. */
export function serveExchange(server: Server, context: Context): void {
  implement(server, 'previewImport', async ({ params, by, http }) => {
    const name = http.req.header('x-file-name') ?? '';
    return previewImport(context, params.round, by, {
      name: decoded(name),
      encoding: textEncodings.find((it) => it === http.req.header('x-file-encoding')) ?? null,
      body: http.req.raw.body,
      length: Number(http.req.header('content-length') ?? 0),
      signal: http.req.raw.signal,
    });
  });
  implement(server, 'runImport', async ({ params, body, by, http }) =>
    runImport(context, { round: params.round, draft: params.import, questions: body.questions, by, signal: http.req.raw.signal }),
  );
  implement(server, 'dropImport', async ({ params, by }) => {
    await dropImport(context, params.round, params.import, by);
    return { ok: true };
  });
  serveExports(server, context);
}

/** As it may stand in the record: one line, no half characters. */
function decoded(name: string): string {
  return (
    safelyDecoded(name)
      .replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '')
      .slice(0, 200)
      .toWellFormed() || 'form'
  );
}

function safelyDecoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
