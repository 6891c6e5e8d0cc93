// One place of an answer on the screen: the editor of its prose or of its one line.
import { fragmentName, type Place } from '@chancery/answer-doc';
import { EditorContent } from '@tiptap/react';
import type { ReactElement } from 'react';
import { lineExtensions } from '../editor/line-extensions.ts';
import { proseExtensions } from '../editor/prose-extensions.ts';
import { useBoundEditor } from '../editor/use-bound-editor.ts';

/** The elements, by id, that name and explain a control to everybody. */
export interface FieldNames {
  readonly labelledBy: string;
  readonly describedBy: string;
}

export interface PlaceEditorProps extends FieldNames {
  readonly place: Place;
  readonly kind: 'prose' | 'line';
  readonly isRequired: boolean;
}

export function PlaceEditor({ place, kind, labelledBy, describedBy, isRequired }: PlaceEditorProps): ReactElement {
  const fragment = fragmentName(place);
  const extensions = kind === 'prose' ? proseExtensions : lineExtensions;
  const editor = useBoundEditor({ fragment, kind, extensions, labelledBy, describedBy, isRequired });
  return <EditorContent editor={editor} className={`place place-${kind}`} data-place={fragment} />;
}
