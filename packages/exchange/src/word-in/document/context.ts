// What the reading of a document knows at every place: its styles, lists and addresses, the fields that are open, what it has left out.
import type { ProseMark } from '@chancery/domain';
import type { Relationship } from '../package/relationships.ts';
import type { XmlElement } from '../package/xml.ts';
import type { LeftOutLog } from './left-out.ts';
import type { Numbering } from './numbering.ts';
import type { Styles } from './styles.ts';

/** A text or line end inside a paragraph. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string; readonly marks: readonly ProseMark[]; readonly isPicked: boolean }
  | { readonly kind: 'break' };

/** A field between its first and its last sign. */
interface OpenField {
  phase: 'instruction' | 'result';
  instruction: string;
  readonly form: XmlElement | undefined;
  /** How many pieces of the paragraph stood before its result. */
  from: number;
}

export interface DocumentContext {
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly relationships: ReadonlyMap<string, Relationship>;
  readonly leftOut: LeftOutLog;
  /** The form's own styles say by themselves what stands under them: their look is no emphasis. */
  readonly isOwnForm: boolean;
  readonly fields: OpenField[];
}
