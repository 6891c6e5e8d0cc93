// The button that appears at selected words to comment on them. It stands in the margin, so that it covers nothing.
import { type ReactElement, useEffect, useState, useSyncExternalStore } from 'react';
import { editorWords } from '../words.ts';
import { useWords } from '../../../../words/use-words.ts';
import { useAnswerEditing } from '../answer-editing.ts';
import { ToolIcon } from './ToolIcon.tsx';

/** `around`: the positioned element it stands in. */
export function SelectionComment({ around }: { readonly around: { readonly current: HTMLElement | null } }): ReactElement | null {
  const { editors, commentOnSelection } = useAnswerEditing();
  const { say } = useWords();
  const version = useSyncExternalStore(editors.subscribe, editors.currentVersion);
  const [top, setTop] = useState<number | null>(null);
  useEffect(() => {
    // Once the text is drawn: before that its places on the screen are not known.
    const frame = requestAnimationFrame(() => {
      const editor = editors.current()?.editor;
      const box = around.current;
      if (editor === undefined || editor.isDestroyed || box === null || editor.state.selection.empty) setTop(null);
      else setTop(editor.view.coordsAtPos(editor.state.selection.to).top - box.getBoundingClientRect().top);
    });
    return () => cancelAnimationFrame(frame);
  }, [version, editors, around]);
  if (top === null || commentOnSelection === null) return null;
  return (
    <button
      type="button"
      className="selection-comment"
      style={{ insetBlockStart: top }}
      aria-label={say(editorWords.commentHere)}
      title={say(editorWords.commentHere)}
      onMouseDown={(event) => event.preventDefault()}
      onClick={commentOnSelection}
    >
      <ToolIcon name="comment" />
    </button>
  );
}
