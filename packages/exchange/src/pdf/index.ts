// The PDF export: the form as the issuer prints it, filled in, tagged so that a screen reader reads it (PDF/UA-1).
import { setImmediate } from 'node:timers/promises';
import type { AnswerContent, QuestionId, Questionnaire } from '@chancery/domain';
import { printedForm } from '../form/printed-form.ts';
import type { RoundHeading } from '../round-heading.ts';
import { openFile } from './file.ts';
import { paginate } from './flow/paginate.ts';
import type { Strip } from './flow/strip.ts';
import { FormStrips } from './form/blocks.ts';
import { Bookmarks } from './form/bookmarks.ts';
import { Ink } from './line/ink.ts';
import { charactersOf } from './line/characters.ts';
import { drawPages } from './pages.ts';
import { page, textHeight } from './sheet.ts';
import { loadTypeface } from './type/typeface.ts';

export interface PdfOptions {
  /** Ends the work between two questions; the promise then rejects with the signal's reason, an AbortError by default. */
  readonly signal?: AbortSignal;
  /** Questions done, of all. */
  readonly progress?: (done: number, of: number) => void;
  /** The time the file carries; without it that of 1980. */
  readonly at?: Date;
}

const noTime = new Date(Date.UTC(1980, 0, 1));

/** The filled form as a PDF file. Questions without content are printed empty. Equal arguments give equal bytes. */
export async function writePdf(
  questionnaire: Questionnaire,
  contents: ReadonlyMap<QuestionId, AnswerContent>,
  round: RoundHeading,
  options: PdfOptions = {},
): Promise<Uint8Array> {
  const step = (done: number, of: number) => {
    options.signal?.throwIfAborted();
    options.progress?.(done, of);
  };
  const typeface = await loadTypeface(charactersOf([questionnaire, [...contents.values()], round]));
  const { doc, root, finished } = openFile({ round, questionnaire, at: options.at ?? noTime });
  const ink = new Ink(doc, typeface);
  const form = new FormStrips({ doc, ink }, root, new Bookmarks(doc));
  const strips: Strip[] = [];
  for (const group of printedForm({ questionnaire, contents, country: round.country, step })) {
    for (const block of group) strips.push(...form.stripsOf(block));
    await setImmediate();
  }
  drawPages(paginate(strips, page.margin, textHeight), { doc, ink }, { title: round.title, root });
  options.signal?.throwIfAborted();
  doc.end();
  return await finished;
}
