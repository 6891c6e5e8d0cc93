// The choice of the filled form: by dropping it, or from the files of the computer; what went wrong with the last one.
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { failureCode } from '../../../api/failure.ts';
import { buttonClasses } from '../../../ui/Button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { importAdviceWords, importFailureWords, importWords } from '../words.ts';
import { failureValues, refusalSentence } from '../../../words/refusals.ts';
import { useWords } from '../../../words/use-words.ts';

interface FileChooserProps {
  /** Why the last file did not lead anywhere; null at first. */
  readonly failure: unknown;
  readonly onChoose: (file: File) => void;
}

const steps = [importWords.howMatch, importWords.howKeep, importWords.howTick, importWords.howWord];

export function FileChooser({ failure, onChoose }: FileChooserProps): ReactElement {
  const { say } = useWords();
  return (
    <div className="flex flex-col gap-6">
      {failure === null ? null : <FileFailure failure={failure} />}
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <DropZone onChoose={onChoose} />
        <section aria-labelledby="import-how">
          <h2 id="import-how" className="text-17 font-semibold">
            {say(importWords.howTitle)}
          </h2>
          <ul className="mt-3 flex flex-col gap-3 text-15 text-ink-soft">
            {steps.map((step) => (
              <li key={step.id} className="border-s-2 border-line ps-3">
                {say(step)}
              </li>
            ))}
          </ul>
        </section>
      </div>
    </div>
  );
}

function DropZone({ onChoose }: Pick<FileChooserProps, 'onChoose'>): ReactElement {
  const { say } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file !== undefined) onChoose(file);
    // The same file may be chosen again after it was repaired.
    if (input.current !== null) input.current.value = '';
  };
  return (
    <label
      className={classNames(
        'group relative flex min-h-72 cursor-pointer flex-col items-center justify-center gap-4 rounded-6 border-2 border-dashed p-6 text-center transition-colors duration-100',
        isOver ? 'border-accent bg-accent-tint' : 'border-line-strong/60 bg-surface hover:border-accent',
      )}
    >
      <span className="flex size-14 items-center justify-center rounded-full bg-accent-tint text-accent">
        <Icon name="upload" size={26} />
      </span>
      <span className="text-21 font-semibold">{say(isOver ? importWords.dropNow : importWords.drop)}</span>
      <span className={classNames(buttonClasses('primary', 'large'), 'outline-offset-2 outline-accent group-has-focus-visible:outline-2')}>
        {say(importWords.choose)}
      </span>
      <span className="text-15 text-ink-soft">{say(importWords.accepted)}</span>
      <input
        ref={input}
        type="file"
        accept=".docx,.docm,.dotx,.md,.markdown,.txt,.text,text/plain,text/markdown,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        onChange={(event) => take(event.currentTarget.files)}
        onDragEnter={() => setIsOver(true)}
        onDragLeave={() => setIsOver(false)}
        onDrop={() => setIsOver(false)}
        // Over the whole zone: the browser itself takes a file that is dropped on it.
        className="absolute inset-0 size-full cursor-pointer opacity-0"
      />
    </label>
  );
}

/** What happened, what was kept, what to do. */
function FileFailure({ failure }: { readonly failure: unknown }): ReactElement {
  const { say } = useWords();
  const element = useRef<HTMLDivElement>(null);
  const code = failureCode(failure);
  const isOwn = hasOwnWords(code);
  const values = failureValues(failure);
  // The way on begins here, also for those who do not see the page.
  useEffect(() => element.current?.focus(), [failure]);
  return (
    <div ref={element} role="alert" tabIndex={-1} className="flex gap-3 rounded-6 bg-danger-tint px-4 py-3 text-15">
      <Icon name={code === 'unreachable' ? 'no-connection' : 'warning'} size={20} className="mt-0.5 text-danger" />
      <div>
        <h2 className="font-semibold text-danger">{say(isOwn ? importFailureWords[code] : importFailureWords.other, values)}</h2>
        <p className="mt-0.5 max-w-[72ch]">{isOwn ? say(importAdviceWords[code], values) : say(...refusalSentence(failure))}</p>
      </div>
    </div>
  );
}

function hasOwnWords(code: string): code is keyof typeof importAdviceWords {
  return Object.hasOwn(importAdviceWords, code);
}
