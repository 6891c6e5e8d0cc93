// The caret's line in a component, in sight for as long as the document is shown.
import { useEffect } from 'react';
import type { Doc } from 'yjs';
import { CaretInSight } from './editor/caret/caret-in-sight.ts';
import type { OpenEditors } from './editor/open-editors.ts';

export function useCaretInSight(document: Doc, editors: OpenEditors): void {
  useEffect(() => {
    const caret = new CaretInSight(document, editors);
    return () => caret[Symbol.dispose]();
  }, [document, editors]);
}
