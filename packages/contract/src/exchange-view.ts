// What crosses HTTP about imports.
import { z } from 'zod';
import { answerContent } from './answer.ts';
import { questionId } from './parts.ts';
import { textEncodings } from './routes.ts';

const importFate = z.enum(['fill', 'propose', 'same', 'nothing-found', 'frozen', 'not-yours', 'unreadable']);

const importedAnswer = z.object({
  question: questionId,
  /** fill: will be written · propose: has text already, comes as a proposal · same: already says this · frozen, not-yours, unreadable: refused. */
  fate: importFate,
  source: z.string(),
  content: answerContent,
  /** What a person should look at. `text`: the prose beside a lost tick as a hint, or the text and target of a hyperlink that is not kept. */
  notes: z.array(
    z.object({
      code: z.enum(['confirm-choice', 'several-ticks', 'link-not-kept', 'lost-letters', 'damaged-letters']),
      field: z.string(),
      text: z.string(),
    }),
  ),
});

/** What a Word file holds beside text; of a tracked change the final text is read, everything else is left out. */
const leftOut = z.object({
  what: z.enum([
    'tracked-change',
    'comment',
    'footnote',
    'endnote',
    'text-box',
    'picture',
    'chart',
    'diagram',
    'equation',
    'embedded-object',
    'inserted-file',
    'hidden-text',
    'link',
    'contents',
    'page-margin',
    'macros',
  ]),
  count: z.number().int(),
  /** Under which questions; empty where they stand elsewhere. */
  questions: z.array(questionId),
});

/** How a text file was read: `isGuessed` where its bytes do not tell, `damaged` counts those that are no letters. */
const fileEncoding = z.object({ encoding: z.enum(textEncodings), isGuessed: z.boolean(), damaged: z.number().int() });

export const importPreview = z.object({
  id: z.string(),
  fileName: z.string(),
  answers: z.array(importedAnswer),
  unrecognised: z.array(z.object({ fromLine: z.number().int(), text: z.string() })),
  /** What `fromLine` counts. */
  countedIn: z.enum(['lines', 'paragraphs']),
  leftOut: z.array(leftOut),
  encoding: fileEncoding.nullable(),
  missing: z.array(questionId),
});
export type ImportPreview = z.infer<typeof importPreview>;

const importOutcome = z.object({
  question: questionId,
  outcome: z.enum(['filled', 'proposed', 'same', 'refused']),
  /** Why the text did not enter the answer; null where it did. */
  reason: z.enum(['has-text', 'says-this', 'nothing-found', 'frozen', 'not-yours', 'unreadable', 'no-room']).nullable(),
});

export type ImportProgress =
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  | { readonly kind: 'report'; readonly isCancelled: boolean; readonly outcomes: readonly z.infer<typeof importOutcome>[] };
