// The small form that gives the selected words an address, changes it, or takes it away.
import type { Editor } from '@tiptap/core';
import { type FormEvent, type ReactElement, useId, useState } from 'react';
import { Button } from '../../../../ui/Button.tsx';
import { useWords } from '../../../../words/use-words.ts';
import { editorWords, toolWords } from '../words.ts';
import { addressFromTyping } from '../hyperlink-mark.ts';

export interface HyperlinkFormProps {
  readonly editor: Editor;
  readonly onDone: () => void;
}

export function HyperlinkForm({ editor, onDone }: HyperlinkFormProps): ReactElement {
  const { say } = useWords();
  const id = useId();
  const known: unknown = editor.getAttributes('link')['href'];
  const before = typeof known === 'string' ? known : '';
  const [typed, setTyped] = useState(before);
  const [isWrong, setIsWrong] = useState(false);

  const apply = (event: FormEvent): void => {
    event.preventDefault();
    const address = addressFromTyping(typed);
    setIsWrong(address === null);
    if (address === null) return;
    linkWords(editor, address);
    onDone();
  };
  const remove = (): void => {
    editor.chain().focus().unsetLink().run();
    onDone();
  };
  return (
    <form className="link-form" onSubmit={apply} aria-label={say(toolWords.link)}>
      <label htmlFor={id}>{say(editorWords.address)}</label>
      <input
        id={id}
        value={typed}
        // The form was asked for, so that the address is what comes next.
        ref={(input) => input?.focus()}
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${id}-wrong` : undefined}
        placeholder="https://"
        onChange={(event) => setTyped(event.target.value)}
      />
      {isWrong ? (
        <p id={`${id}-wrong`} className="field-error" role="alert">
          {say(editorWords.addressWrong)}
        </p>
      ) : null}
      <div className="form-actions">
        <Button type="submit" look="primary" size="small">
          {' '}
          {say(editorWords.linkApply)}
        </Button>
        {before === '' ? null : (
          <Button size="small" onPress={remove}>
            {' '}
            {say(editorWords.linkRemove)}
          </Button>
        )}
      </div>
    </form>
  );
}

/** Links the selected words; with none selected, writes the address itself as a link. */
function linkWords(editor: Editor, address: string): void {
  const isOnWords = !editor.state.selection.empty || editor.isActive('link');
  if (isOnWords) editor.chain().focus().setLink(address).run();
  else
    editor
      .chain()
      .focus()
      .insertContent({ type: 'text', text: address, marks: [{ type: 'link', attrs: { href: address } }] })
      .run();
}
