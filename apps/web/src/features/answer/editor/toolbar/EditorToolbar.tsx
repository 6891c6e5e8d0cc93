// The toolbar of an open answer: one for all its texts, acting on the one the person is in. It has its place whether or not it can act.
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { Fragment, type KeyboardEvent, type ReactElement, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useWords } from '../../../../words/use-words.ts';
import { editorWords, tableActionWords, toolWords } from '../words.ts';
import { useAnswerEditing } from '../answer-editing.ts';
import { HyperlinkForm } from './HyperlinkForm.tsx';
import { ToolButton } from './ToolButton.tsx';
import { applyTableAction, possibleTableActions, toolGroups } from './tools.ts';
import { ToolPopover } from './ToolPopover.tsx';
import { useRovingFocus } from './use-roving-focus.ts';

type OpenPart = 'link' | 'table' | null;

export function EditorToolbar(): ReactElement {
  const { editors, isEditable, commentOnSelection } = useAnswerEditing();
  const { say } = useWords();
  const active = useSyncExternalStore(editors.subscribe, editors.current);
  const editor = isEditable && active?.kind === 'prose' ? active.editor : null;
  const [open, setOpen] = useState<OpenPart>(null);
  const toolbar = useRef<HTMLDivElement>(null);
  const move = useRovingFocus(toolbar);
  useToolbarKeys(active?.editor ?? null, toolbar, () => setOpen('link'));
  const leave = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && open === null) active?.editor.commands.focus();
    else move(event);
  };
  const close = (): void => setOpen(null);
  return (
    <div
      ref={toolbar}
      className="editor-toolbar"
      role="toolbar"
      tabIndex={-1}
      aria-label={say(editorWords.toolbar)}
      data-active={editor !== null}
      onKeyDown={leave}
    >
      <Tools editor={editor} />
      <span className="tool-gap" />
      <ToolPopover
        isOpen={open === 'link' && editor !== null}
        onClose={close}
        button={
          <ToolButton
            icon="link"
            name={say(editorWords.link)}
            keys="Mod+K"
            isMenu
            isOpen={open === 'link'}
            isDisabled={editor === null}
            onUse={() => setOpen(open === 'link' ? null : 'link')}
          />
        }
      >
        {editor === null ? null : <HyperlinkForm editor={editor} onDone={close} />}
      </ToolPopover>
      <ToolPopover
        isOpen={open === 'table' && editor !== null}
        onClose={close}
        button={
          <ToolButton
            icon="table"
            name={say(editorWords.table)}
            isMenu
            isOpen={open === 'table'}
            isDisabled={editor === null}
            onUse={() => setOpen(open === 'table' ? null : 'table')}
          />
        }
      >
        {editor === null ? null : <TableActions editor={editor} onDone={close} />}
      </ToolPopover>
      {commentOnSelection === null ? null : (
        <>
          <span className="tool-gap" />
          <ToolButton
            icon="comment"
            name={say(editorWords.comment)}
            keys="Mod+Alt+M"
            isDisabled={active === null}
            onUse={commentOnSelection}
          />
        </>
      )}
    </div>
  );
}

function Tools({ editor }: { readonly editor: Editor | null }): ReactElement {
  const { say } = useWords();
  const states = useEditorState({ editor, selector: ({ editor: it }) => (it === null ? {} : statesOf(it)) }) ?? {};
  return (
    <>
      {toolGroups.map((group, index) => (
        <Fragment key={group[0]?.name}>
          {index === 0 ? null : <span className="tool-gap" />}
          {group.map((tool) => (
            <ToolButton
              key={tool.name}
              icon={tool.name}
              name={say(toolWords[tool.name])}
              keys={tool.keys}
              isOn={tool.isOn === null ? null : (states[tool.name]?.isOn ?? false)}
              isDisabled={editor === null || !(states[tool.name]?.isPossible ?? true)}
              onUse={() => editor !== null && tool.use(editor)}
            />
          ))}
        </Fragment>
      ))}
    </>
  );
}

type ToolStates = Readonly<Record<string, { readonly isOn: boolean; readonly isPossible: boolean }>>;

function statesOf(editor: Editor): ToolStates {
  const tools = toolGroups.flat();
  return Object.fromEntries(tools.map((it) => [it.name, { isOn: it.isOn?.(editor) ?? false, isPossible: it.isPossible(editor) }]));
}

function TableActions({ editor, onDone }: { readonly editor: Editor; readonly onDone: () => void }): ReactElement {
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

/** Alt+F10 goes to the toolbar, as in other editors; Mod+K asks for an address. */
function useToolbarKeys(editor: Editor | null, toolbar: { readonly current: HTMLElement | null }, openLink: () => void): void {
  useEffect(() => {
    if (editor === null || editor.isDestroyed) return undefined;
    const surface = editor.view.dom;
    const press = (event: globalThis.KeyboardEvent): void => {
      if (event.altKey && event.key === 'F10') toolbar.current?.querySelector<HTMLElement>('button.tool[tabindex="0"]')?.focus();
      else if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'k') openLink();
      else return;
      event.preventDefault();
    };
    surface.addEventListener('keydown', press);
    return () => surface.removeEventListener('keydown', press);
  });
}
