// What the rest of the product sees of import and export: pure functions of bytes and content.
export { writeWord, type WordOptions } from './docx/index.ts';
export type {
  FilledAnswer,
  FilledForm,
  FilledFormOutcome,
  ImportNote,
  ImportProblem,
  LeftOut,
  ReadForm,
  UnrecognisedText,
} from './filled-form.ts';
export { writeMarkdown } from './markdown/write/write-markdown.ts';
export { type PdfOptions, writePdf } from './pdf/index.ts';
export { type ImportOptions, readFilledFile } from './read-filled-form.ts';
export type { TextEncoding } from './text-encoding.ts';
export type { RoundHeading } from './round-heading.ts';
export { writeJson } from './write-json.ts';
