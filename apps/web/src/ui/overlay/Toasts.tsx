// Short messages about what was just done. They are read aloud, stay while the pointer or the focus is on them, and never hide an action.
import { createContext, type ReactElement, type ReactNode, use, useEffect, useMemo, useRef, useState } from 'react';
import { refusalSentence } from '../../words/refusals.ts';
import { shellWords } from '../../words/shell.ts';
import { useWords } from '../../words/use-words.ts';
import { IconButton } from '../Button.tsx';
import { classNames } from '../class-names.ts';
import { Icon } from '../Icon.tsx';

export interface Toasting {
  readonly tell: (message: string) => void;
  /** Says why what was asked for did not happen. */
  readonly tellFailure: (thrown: unknown) => void;
}

interface Toast {
  readonly id: number;
  readonly message: string;
  readonly isFailure: boolean;
}

const shownMs = 7_000;
const Toasts = createContext<Toasting | null>(null);

/** The way to tell the reader about something that has just happened. */
export function useToasts(): Toasting {
  const toasting = use(Toasts);
  if (toasting === null) throw new Error('useToasts outside ToastProvider');
  return toasting;
}

export function ToastProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const { say } = useWords();
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const nextId = useRef(0);
  const toasting = useMemo<Toasting>(() => {
    const add = (message: string, isFailure: boolean) => {
      const id = nextId.current++;
      setToasts((shown) => [...shown.slice(-2), { id, message, isFailure }]);
    };
    return { tell: (message) => add(message, false), tellFailure: (thrown) => add(say(...refusalSentence(thrown)), true) };
  }, [say]);
  const dismiss = (id: number) => setToasts((shown) => shown.filter((toast) => toast.id !== id));
  return (
    <Toasts value={toasting}>
      {children}
      <section
        aria-label={say(shellWords.messages)}
        className="print:hidden pointer-events-none fixed inset-x-0 bottom-4 z-20 flex flex-col items-center gap-2 px-4"
      >
        <div aria-live="polite" className="contents">
          {toasts.map((toast) => (
            <ToastMessage key={toast.id} toast={toast} onDismiss={() => dismiss(toast.id)} />
          ))}
        </div>
      </section>
    </Toasts>
  );
}

function ToastMessage({ toast, onDismiss }: { readonly toast: Toast; readonly onDismiss: () => void }): ReactElement {
  const { say } = useWords();
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => {
    // A failure stays until it has been read.
    if (isHeld || toast.isFailure) return;
    const timer = setTimeout(onDismiss, shownMs);
    return () => clearTimeout(timer);
    // oxlint-disable-next-line react/exhaustive-deps -- a new callback must not start the time again
  }, [isHeld, toast]);
  return (
    <div
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
      className="appear-late pointer-events-auto flex max-w-xl items-start gap-2.5 rounded-6 bg-surface py-2 ps-3.5 pe-1.5 text-15 shadow-raised ring-1 ring-line"
    >
      <Icon
        name={toast.isFailure ? 'warning' : 'check-circle'}
        className={classNames('mt-2', toast.isFailure ? 'text-danger' : 'text-accepted')}
      />
      <p className="py-1">{toast.message}</p>
      <IconButton icon="close" label={say(shellWords.dismiss)} onPress={onDismiss} />
    </div>
  );
}
