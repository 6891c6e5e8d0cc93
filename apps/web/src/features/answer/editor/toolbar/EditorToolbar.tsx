// The toolbar of an open answer: one for all its texts, acting on the one the person is in. It has its place whether or not it can act.
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { Fragment, type KeyboardEvent, type ReactElement, type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { useBar } from '../../../../ui/page/bars.ts';
import { useWords } from '../../../../words/use-words.ts';
import { editorWords, toolWords } from '../words.ts';
import { useAnswerEditing } from '../answer-editing.ts';
import { HyperlinkForm } from './HyperlinkForm.tsx';
import { TableActions } from './TableActions.tsx';
import { ToolButton } from './ToolButton.tsx';
import { ToolIcon } from './ToolIcon.tsx';
import { type FormatName, formats, toolGroups, toolKeys, type ToolName, toolsByUse } from './tools.ts';
import { ToolPopover } from './ToolPopover.tsx';
import { useRovingFocus } from './use-roving-focus.ts';
import { useToolRoom } from './use-tool-room.ts';

/** What is open under the toolbar. */
type OpenPart = 'link' | 'table' | 'more' | null;

/** A tool as it is at this moment. */
interface Tool {
  readonly isOn: boolean | null;
  readonly isPossible: boolean;
  readonly use: () => void;
}

export function EditorToolbar(): ReactElement {
  const { editors, isEditable, commentOnSelection } = useAnswerEditing();
  const { say } = useWords();
  const active = useSyncExternalStore(editors.subscribe, editors.current);
  const editor = isEditable && active?.kind === 'prose' ? active.editor : null;
  const [open, setOpen] = useState<OpenPart>(null);
  const toolbar = useBar<HTMLDivElement>('top');
  const move = useRovingFocus(toolbar);
  useToolbarKeys(active?.editor ?? null, toolbar, () => setOpen('link'));
  const tools = useTools(editor, setOpen);
  const offered = toolsByUse.filter((name) => name !== 'comment' || commentOnSelection !== null);
  const room = useToolRoom(toolbar, offered.length);
  const hidden = offered.slice(room);
  const leave = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && open === null) active?.editor.commands.focus();
    else move(event);
  };
  const close = (): void => setOpen(null);
  const panel = panelOf(open, editor, close);
  const button = (name: ToolName): ReactElement => {
    const { isOn, isPossible, use } = tools[name];
    const isMenu = name === 'link' || name === 'table';
    const own = (
      <ToolButton
        icon={name}
        name={say(toolWords[name])}
        keys={toolKeys[name]}
        isOn={isOn}
        isMenu={isMenu}
        isOpen={open === name}
        isDisabled={!isPossible}
        onUse={open === name ? close : use}
      />
    );
    if (!isMenu) return own;
    return (
      <ToolPopover isOpen={open === name && panel !== null} onClose={close} button={own}>
        {panel}
      </ToolPopover>
    );
  };
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
      {toolGroups.map((group, index) => (
        <Fragment key={group[0]}>
          {index === 0 || hidden.length > 0 ? null : <span className="tool-gap" />}
          {group.map((name) => (offered.includes(name) && !hidden.includes(name) ? <Fragment key={name}>{button(name)}</Fragment> : null))}
        </Fragment>
      ))}
      {hidden.length === 0 ? null : (
        <ToolPopover
          isOpen={open === 'more' || (open !== null && hidden.includes(open) && panel !== null)}
          shown={open ?? ''}
          onClose={close}
          button={
            <ToolButton
              icon="more"
              name={say(toolWords.more)}
              isMenu
              isOpen={open === 'more'}
              onUse={() => setOpen(open === 'more' ? null : 'more')}
            />
          }
        >
          {open === 'more' ? <HiddenTools names={hidden} tools={tools} onDone={close} /> : panel}
        </ToolPopover>
      )}
    </div>
  );
}

function panelOf(open: OpenPart, editor: Editor | null, close: () => void): ReactNode {
  if (editor === null) return null;
  if (open === 'link') return <HyperlinkForm editor={editor} onDone={close} />;
  return open === 'table' ? <TableActions editor={editor} onDone={close} /> : null;
}

function useTools(editor: Editor | null, open: (part: OpenPart) => void): Readonly<Record<ToolName, Tool>> {
  const { editors, isEditable, undo, commentOnSelection } = useAnswerEditing();
  const active = useSyncExternalStore(editors.subscribe, editors.current);
  const undoable = useSyncExternalStore(undo.subscribe, undo.possible);
  const states = useEditorState({ editor, selector: ({ editor: it }) => (it === null ? null : statesOf(it)) });
  const format = (name: FormatName): Tool => ({
    isOn: states?.[name].isOn ?? false,
    isPossible: editor !== null && (states?.[name].isPossible ?? true),
    use: () => editor !== null && formats[name].use(editor),
  });
  const part = (name: 'link' | 'table'): Tool => ({ isOn: null, isPossible: editor !== null, use: () => open(name) });
  return {
    bold: format('bold'),
    italic: format('italic'),
    underline: format('underline'),
    'bulleted-list': format('bulleted-list'),
    'numbered-list': format('numbered-list'),
    quote: format('quote'),
    undo: { isOn: null, isPossible: isEditable && (undoable === 'both' || undoable === 'undo'), use: () => undo.undo() },
    redo: { isOn: null, isPossible: isEditable && (undoable === 'both' || undoable === 'redo'), use: () => undo.redo() },
    link: part('link'),
    table: part('table'),
    comment: { isOn: null, isPossible: active !== null, use: () => commentOnSelection?.() },
  };
}

type FormatStates = Readonly<Record<FormatName, { readonly isOn: boolean; readonly isPossible: boolean }>>;

function statesOf(editor: Editor): FormatStates {
  const entries = Object.entries(formats).map(([name, it]) => [name, { isOn: it.isOn(editor), isPossible: it.isPossible(editor) }]);
  return Object.fromEntries(entries) as FormatStates;
}

interface HiddenToolsProps {
  readonly names: readonly ToolName[];
  readonly tools: Readonly<Record<ToolName, Tool>>;
  readonly onDone: () => void;
}

/** The tools that have no room. */
function HiddenTools({ names, tools, onDone }: HiddenToolsProps): ReactElement {
  const { say } = useWords();
  return (
    <ul className="tool-menu">
      {names.map((name) => {
        const { isOn, isPossible, use } = tools[name];
        return (
          <li key={name}>
            <button
              type="button"
              aria-pressed={isOn ?? undefined}
              aria-disabled={!isPossible || undefined}
              onClick={() => {
                if (!isPossible) return;
                onDone();
                use();
              }}
            >
              <ToolIcon name={name} />
              {say(toolWords[name])}
            </button>
          </li>
        );
      })}
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
