// What the form prints, one block after the other, whatever the file: wording with its role, ticks, answers.
import type { LineField, ProseNode } from '@chancery/domain';

export type WordingRole = 'issuer' | 'issuer-end' | 'title' | 'introduction' | 'section' | 'heading' | 'note' | 'prompt';

export interface PrintedOption {
  readonly label: string;
  readonly isTicked: boolean;
  /** What stands behind the label: a remark after a colon, a line to write on, or nothing. */
  readonly remark: string;
}

export interface PrintedTicks {
  readonly kind: 'options';
  readonly options: readonly PrintedOption[];
  /** Few and short enough to stand beside each other. */
  readonly isOneLine: boolean;
  /** The ticks are still to be confirmed, which stands under them. */
  readonly isToConfirm: boolean;
  /** More of the same question follows. */
  readonly isFollowed: boolean;
}

interface PrintedRow {
  readonly label: string;
  readonly answer: ProseNode | undefined;
}

export type PrintedBlock =
  | { readonly kind: 'wording'; readonly role: WordingRole; readonly text: string }
  | { readonly kind: 'question'; readonly number: number | null; readonly text: string; readonly isRequired: boolean }
  /** One line of text behind its label; an empty one leaves room. */
  | { readonly kind: 'line'; readonly field: LineField; readonly text: string; readonly isCountry: boolean }
  | { readonly kind: 'prose'; readonly prose: ProseNode | undefined }
  | PrintedTicks
  | { readonly kind: 'grid'; readonly hint: string | null; readonly rows: readonly PrintedRow[] };
