// What can be done about tables where the person is, as a list of buttons.
import type { Editor } from '@tiptap/core';
import type { ReactElement } from 'react';
import { useWords } from '../../../../words/use-words.ts';
import { tableActionWords } from '../words.ts';
import { applyTableAction, possibleTableActions } from './tools.ts';

export function TableActions({ editor, onDone }: { readonly editor: Editor; readonly onDone: () => void }): ReactElement {
  const { say } = useWords();
  return (
    <ul className="tool-menu">
      {possibleTableActions(editor).map((action) => (
        <li key={action}>
          <button
            type="button"
            onClick={() => {
              applyTableAction(editor, action);
              onDone();
            }}
          >
            {say(tableActionWords[action])}
          </button>
        </li>
      ))}
    </ul>
  );
}
