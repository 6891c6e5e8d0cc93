// What an import leaves aside: what a Word document holds beside text, lines that belong to no question, questions that the file does not have.
import type { ImportPreview } from '@chancery/contract';
import type { ReactElement, ReactNode } from 'react';
import type { MessageDescriptor } from 'react-intl';
import { useRound } from '../../../api/current-round.ts';
import { Card } from '../../../ui/page/Card.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { importWords, leftOutWords } from '../words.ts';
import { useWords } from '../../../words/use-words.ts';
import { QuestionCell, questionName } from './QuestionCell.tsx';

export function Leftovers({
  preview: { unrecognised, missing, leftOut, countedIn },
}: {
  readonly preview: ImportPreview;
}): ReactElement | null {
  const { say } = useWords();
  const { questions } = useRound();
  if (unrecognised.length === 0 && missing.length === 0 && leftOut.length === 0) return null;
  return (
    <div className="flex flex-col gap-4">
      {leftOut.length === 0 ? null : (
        <Aside title={importWords.leftOut} why={importWords.leftOutWhy} count={leftOut.length}>
          {leftOut.map((it) => (
            <LeftOutItem key={it.what} found={it} />
          ))}
        </Aside>
      )}
      {unrecognised.length === 0 ? null : (
        <Aside title={importWords.unrecognised} why={importWords.unrecognisedWhy} count={unrecognised.length} isOpen>
          {unrecognised.map(({ fromLine, text }) => (
            <li key={fromLine} className="grid gap-x-4 border-t border-line px-4 py-2.5 sm:grid-cols-[5rem_minmax(0,1fr)]">
              <span className="numbers-aligned text-13 text-ink-soft">
                {say(countedIn === 'paragraphs' ? importWords.paragraph : importWords.line, { line: fromLine })}
              </span>
              <pre dir="auto" className="font-sans text-15 wrap-anywhere whitespace-pre-wrap">
                {text}
              </pre>
            </li>
          ))}
        </Aside>
      )}
      {missing.length === 0 ? null : (
        <Aside title={importWords.missing} why={importWords.missingWhy} count={missing.length}>
          {missing.map((id) => (
            <li key={id} className="border-t border-line px-4 py-2.5">
              <QuestionCell question={questions.get(id)} />
            </li>
          ))}
        </Aside>
      )}
    </div>
  );
}

/** One kind of thing, how many of it, and at which questions. */
function LeftOutItem({ found: { what, count, questions: ids } }: { readonly found: ImportPreview['leftOut'][number] }): ReactElement {
  const words = useWords();
  const { questions } = useRound();
  const { say } = words;
  return (
    <li className="border-t border-line px-4 py-2.5 text-15">
      {say(Object.hasOwn(leftOutWords, what) ? leftOutWords[what] : leftOutWords.other, { count })}
      {ids.length === 0 ? null : (
        <span className="block text-13 text-ink-soft">{words.list(ids.map((id) => questionName(questions.get(id), words)))}</span>
      )}
    </li>
  );
}

interface AsideProps {
  readonly title: MessageDescriptor;
  readonly why: MessageDescriptor;
  readonly count: number;
  readonly isOpen?: boolean;
  readonly children: ReactNode;
}

function Aside({ title, why, count, isOpen = false, children }: AsideProps): ReactElement {
  const { say } = useWords();
  return (
    <Card>
      <details className="group" open={isOpen}>
        <summary className="flex list-none items-start gap-3 px-4 py-3 [&::-webkit-details-marker]:hidden">
          <span className="min-w-0 grow">
            <span className="flex items-center gap-2">
              <h3 className="text-15 font-semibold">{say(title)}</h3>
              <span className="numbers-aligned rounded-full bg-sunken px-1.5 text-13">{count}</span>
            </span>
            <span className="mt-0.5 block text-15 text-ink-soft">{say(why)}</span>
          </span>
          <Icon name="chevron-down" className="mt-1 transition-transform duration-100 group-open:rotate-180" />
        </summary>
        <ul className="max-h-96 overflow-y-auto">{children}</ul>
      </details>
    </Card>
  );
}
