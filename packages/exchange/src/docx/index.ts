// The Word export: the form as the issuer prints it, filled in. Reading one is word-in's.
import type { AnswerContent, QuestionId, Questionnaire } from '@chancery/domain';
import { Document, Packer } from 'docx';
import type { RoundHeading } from '../round-heading.ts';
import { formBlocks } from './form/form.ts';
import { declareHyperlinks } from './prose/hyperlinks.ts';
import { numberingOf } from './prose/numbering.ts';
import { pagesOf } from './page.ts';
import { printable } from '../written-text.ts';
import { blankPaper } from './prose/paper.ts';
import { corePropertiesPart } from './properties.ts';
import { formStyles } from './styles.ts';
import { setZipTime } from './zip-time.ts';

export interface WordOptions {
  /** Ends the work between two questions; the promise then rejects with the signal's reason, an AbortError by default. */
  readonly signal?: AbortSignal;
  /** Questions done, of all. */
  readonly progress?: (done: number, of: number) => void;
  /** The time the file carries; without it the file carries none. */
  readonly at?: Date;
}

const noTime = new Date(Date.UTC(1980, 0, 1));

/** The filled form as a .docx file. Questions without content are printed empty. Equal arguments give equal bytes. */
export async function writeWord(
  questionnaire: Questionnaire,
  contents: ReadonlyMap<QuestionId, AnswerContent>,
  round: RoundHeading,
  options: WordOptions = {},
): Promise<Uint8Array> {
  const paper = blankPaper();
  const step = (done: number, of: number) => {
    options.signal?.throwIfAborted();
    options.progress?.(done, of);
  };
  const blocks = await formBlocks({ questionnaire, contents, country: round.country, step }, paper);
  options.signal?.throwIfAborted();
  const document = new Document({
    styles: formStyles(),
    numbering: numberingOf(paper),
    compatibility: { version: 15 },
    sections: [pagesOf(blocks, printable(round.title))],
  });
  declareHyperlinks(document, paper);
  const about = { title: round.title, subject: questionnaire.title, creator: round.country, at: options.at ?? null };
  const file = await Packer.pack(document, 'uint8array', undefined, [corePropertiesPart(about)]);
  setZipTime(file, options.at ?? noTime);
  options.signal?.throwIfAborted();
  return file;
}
