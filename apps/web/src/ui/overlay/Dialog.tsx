// Dialogs: the browser's own, which keeps the focus inside, closes on Escape and gives the focus back.
import { type ReactElement, type ReactNode, useEffect, useId, useRef } from 'react';
import { shellWords } from '../../words/shell.ts';
import { useWords } from '../../words/use-words.ts';
import { IconButton } from '../Button.tsx';
import { classNames } from '../class-names.ts';

/** `centre` for a decision, `wide` for one with its text beside it, `side` for what is read beside the page; on a narrow screen both rise from below. */
type DialogShape = 'centre' | 'wide' | 'side';

const shapes: Record<DialogShape, string> = {
  centre: 'sm:m-auto sm:max-h-[85dvh] sm:w-[min(36rem,calc(100vw-3rem))] sm:rounded-6',
  wide: 'sm:m-auto sm:max-h-[92dvh] sm:w-[min(72rem,calc(100vw-3rem))] sm:rounded-6',
  side: 'sm:my-0 sm:ms-auto sm:me-0 sm:h-dvh sm:max-h-dvh sm:w-[26rem]',
};

export interface DialogProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons; stays in sight while the rest scrolls. */
  readonly foot?: ReactNode;
  readonly shape?: DialogShape;
  readonly onClose: () => void;
}

/** Open while it is rendered. */
export function Dialog({ title, children, foot, shape = 'centre', onClose }: DialogProps): ReactElement {
  const { say } = useWords();
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    const opener = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      className={classNames(
        'fixed inset-0 m-0 mt-auto max-h-[92dvh] w-full max-w-none flex-col rounded-t-6 bg-surface text-ink shadow-raised open:flex',
        shapes[shape],
      )}
    >
      <header className="flex items-start justify-between gap-4 border-b border-line py-3 ps-5 pe-3 [@media(height<26rem)]:py-0">
        <h2 id={titleId} className="pt-1 text-17 font-semibold">
          {title}
        </h2>
        <IconButton icon="close" label={say(shellWords.close)} onPress={onClose} />
      </header>
      <div className="min-h-0 grow overflow-y-auto px-5 py-4">{children}</div>
      {foot === undefined ? null : (
        <footer className="flex flex-col-reverse gap-2 border-t border-line px-5 py-3 sm:flex-row sm:flex-wrap sm:items-center sm:justify-end">
          {foot}
        </footer>
      )}
    </dialog>
  );
}
