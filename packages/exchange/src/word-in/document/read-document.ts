// A Word document as blocks, with what was left out of them.
import { child } from '../package/xml.ts';
import type { WordFile } from '../package/word-file.ts';
import type { WordBlock } from './block.ts';
import type { DocumentContext } from './context.ts';
import { LeftOutLog } from './left-out.ts';
import { Numbering } from './numbering.ts';
import { blocksIn } from './read-blocks.ts';
import { Styles } from './styles.ts';

export interface WordDocument {
  readonly blocks: readonly WordBlock[];
  readonly leftOut: LeftOutLog;
  /** True when it uses the styles that our own export defines. */
  readonly isOwnForm: boolean;
}

/** Styles of our own export that no other program gives a file by itself. */
const ownStyles = ['question', 'prompt', 'choice', 'answer', 'line', 'tablehead', 'tableend'];

/** Reads the body; heads and feet of the pages are named, not read. */
export function readDocument(file: WordFile): WordDocument {
  const styles = new Styles(file.styles);
  const isOwnForm = ownStyles.every((it) => styles.names.has(it));
  const leftOut = new LeftOutLog();
  const context: DocumentContext = {
    styles,
    numbering: new Numbering(file.numbering),
    relationships: file.relationships,
    leftOut,
    isOwnForm,
    fields: [],
  };
  if (file.hasMacros) leftOut.note('macros');
  // Our own foot says the round's title and the page.
  if (!isOwnForm) for (const margin of file.margins) if (holdsWords(margin)) leftOut.note('page-margin');
  const blocks = blocksIn(child(file.document, 'w:body')?.children ?? [], context);
  return { blocks, leftOut, isOwnForm };
}

function holdsWords(margin: WordFile['document']): boolean {
  return /\p{L}/u.test(margin.text) || margin.children.some(holdsWords);
}
