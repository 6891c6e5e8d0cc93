// One question of the printed form: number, wording and star, note, then its answer; the margin beside it.
import type { AnswerContent, Question, QuestionId, Section } from '@chancery/domain';
import type { ReactElement, ReactNode } from 'react';
import { questionnaireWords } from './words.ts';
import { useWords } from '../../words/use-words.ts';
import { ContentView } from '../../content/ContentView.tsx';
import { LinkedText } from '../../content/LinkedText.tsx';

interface PrintedQuestionProps {
  readonly question: Question;
  readonly content: AnswerContent | 'unreadable' | 'not-open';
  readonly margin: ReactNode;
  /** One below that of the section's heading, where it prints one. */
  readonly headingLevel: 3 | 4;
}

export function PrintedQuestion({ question, content, margin, headingLevel }: PrintedQuestionProps): ReactElement {
  const { say } = useWords();
  const Heading = `h${headingLevel}` as const;
  return (
    <div id={questionAnchor(question.id)} className="printed-question printed-block scroll-mt-4 target:bg-accent-tint/60">
      <div className="min-w-0">
        {question.subheading === null ? null : <p className="mb-3 text-17 font-semibold">{question.subheading}</p>}
        <Heading className="flex gap-2 text-17 leading-[1.4] font-semibold print:break-after-avoid">
          {question.number === null ? null : <span className="numbers-aligned min-w-7 shrink-0">{question.number}.</span>}
          <span className="max-w-[64ch] min-w-0 wrap-anywhere">
            <bdi>
              <LinkedText text={question.text} />
            </bdi>
            {question.isRequired ? (
              <>
                <span aria-hidden="true" className="text-danger">
                  {' *'}
                </span>
                <span className="sr-only"> {say(questionnaireWords.required)}</span>
              </>
            ) : null}
          </span>
        </Heading>
        <div className={question.number === null ? 'mt-3' : 'mt-2 sm:ms-9'}>
          {question.note === null ? null : <p className="mb-2 text-15 text-ink-soft">{question.note}</p>}
          {content === 'unreadable' ? (
            <p className="text-15 text-danger">{say(questionnaireWords.unreadable)}</p>
          ) : content === 'not-open' ? (
            <p className="text-15 text-ink-soft italic">{say(questionnaireWords.notOpen)}</p>
          ) : (
            <ContentView question={question} content={content} className="max-w-[72ch]" />
          )}
        </div>
      </div>
      {margin === undefined || margin === null ? null : <div className="printed-margin">{margin}</div>}
    </div>
  );
}

/** The id of the element that shows a question: `#question-35` leads there. */
export function questionAnchor(question: QuestionId): string {
  return `question-${question}`;
}

/** The id of the element that shows a section. */
export function sectionAnchor(section: Pick<Section, 'id'>): string {
  return `section-${section.id}`;
}
