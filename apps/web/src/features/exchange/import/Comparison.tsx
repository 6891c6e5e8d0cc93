// Source and result side by side: the lines of the file, and the answer that was read from them.
import type { Question } from '@chancery/domain';
import type { ReactElement, ReactNode } from 'react';
import type { MessageDescriptor } from 'react-intl';
import { ContentView } from '../../../content/ContentView.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { importWords, noteWords } from '../words.ts';
import { useWords } from '../../../words/use-words.ts';
import { canBeImported, type FoundAnswer } from './choose-answers.ts';

interface ComparisonProps {
  readonly answer: FoundAnswer;
  readonly question: Question;
}

export function Comparison({ answer, question }: ComparisonProps): ReactElement {
  const { say } = useWords();
  return (
    <div className="flex flex-col gap-3 px-3 pt-1 pb-4 sm:px-4">
      <ul className="flex flex-col gap-1 empty:hidden">
        {answer.notes.map(({ code, field, text }, index) => (
          <li key={`${code} ${field ?? ''} ${index}`} className="flex gap-1.5 text-15 text-warning">
            <Icon name="warning" className="mt-0.5" />
            <span>
              {say(noteOf(code))}
              {text === '' ? null : <q className="ms-1 text-ink-soft italic">{text}</q>}
            </span>
          </li>
        ))}
      </ul>
      <div className="grid gap-4 lg:grid-cols-2">
        <Side title={importWords.source}>
          {answer.source.trim() === '' ? (
            <p className="text-15 text-ink-soft italic">{say(importWords.noSource)}</p>
          ) : (
            <pre dir="auto" className="font-sans text-15 leading-[1.6] wrap-anywhere whitespace-pre-wrap text-ink-soft">
              {answer.source}
            </pre>
          )}
        </Side>
        <Side title={resultTitle(answer)}>
          <ContentView question={question} content={answer.content} />
        </Side>
      </div>
    </div>
  );
}

function Side({ title, children }: { readonly title: MessageDescriptor; readonly children: ReactNode }): ReactElement {
  const { say } = useWords();
  return (
    <section className="min-w-0 rounded-6 bg-paper p-4 ring-1 ring-line">
      <h3 className="mb-2 text-13 font-medium text-ink-soft">{say(title)}</h3>
      {children}
    </section>
  );
}

function resultTitle(answer: FoundAnswer): MessageDescriptor {
  if (answer.fate === 'propose') return importWords.resultProposal;
  return canBeImported(answer) ? importWords.result : importWords.resultSame;
}

/** A newer server may know notes that this page does not. */
function noteOf(code: string): MessageDescriptor {
  return Object.hasOwn(noteWords, code) ? noteWords[code as keyof typeof noteWords] : noteWords.other;
}
