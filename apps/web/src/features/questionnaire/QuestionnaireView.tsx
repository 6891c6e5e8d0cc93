// The whole form as it is printed: title, introduction, sections, questions with their answers, closing words. What stands in the margin is the screen's.
import type { AnswerContent, Question, QuestionId, Questionnaire, Section } from '@chancery/domain';
import type { ReactElement, ReactNode } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { LinkedText } from '../../content/LinkedText.tsx';
import { PrintedQuestion, sectionAnchor } from './PrintedQuestion.tsx';
import './questionnaire.css';

interface QuestionnaireViewProps {
  readonly questionnaire: Questionnaire;
  /** A question that is absent here and in `unreadable` is not open to the reader, and that is said in its place. */
  readonly contents: ReadonlyMap<QuestionId, AnswerContent>;
  /** Questions whose text cannot be read at the moment; that too is said. */
  readonly unreadable: readonly QuestionId[];
  /** What stands beside a question on the screen; never printed. */
  readonly margin?: (question: Question) => ReactNode;
  readonly className?: string;
}

/** Every question has the anchor of `questionAnchor`, every section that of `sectionAnchor`. Headings begin at level 2. */
export function QuestionnaireView({ questionnaire, contents, unreadable, margin, className }: QuestionnaireViewProps): ReactElement {
  return (
    <article className={classNames('printed-form rounded-6 bg-paper ring-1 ring-line', className)}>
      <Opening questionnaire={questionnaire} />
      {questionnaire.sections.map((section) => (
        <PrintedSection key={section.id} section={section} contents={contents} unreadable={unreadable} margin={margin} />
      ))}
      {questionnaire.closing.length === 0 ? null : (
        <footer className="printed-block flex flex-col gap-2 border-t border-line text-15">
          {questionnaire.closing.map((paragraph) => (
            <p key={paragraph}>
              <LinkedText text={paragraph} />
            </p>
          ))}
        </footer>
      )}
    </article>
  );
}

function Opening({ questionnaire: { issuer, title, introduction } }: { readonly questionnaire: Questionnaire }): ReactElement {
  return (
    <header className="printed-block">
      {issuer.length === 0 ? null : (
        <p className="mb-6 border-s-2 border-accent ps-3 text-13 leading-[1.35] text-ink-soft">
          {issuer.map((line) => (
            <span key={line} className="block">
              {line}
            </span>
          ))}
        </p>
      )}
      <h2 className="max-w-[26ch] text-27 font-semibold tracking-[-0.01em] sm:text-35">{title}</h2>
      <div className="mt-6 flex max-w-[72ch] flex-col gap-3 text-15 leading-[1.6] wrap-anywhere text-ink-soft">
        {introduction.map((paragraph) => (
          <p key={paragraph}>
            <LinkedText text={paragraph} />
          </p>
        ))}
      </div>
    </header>
  );
}

interface PrintedSectionProps extends Pick<QuestionnaireViewProps, 'contents' | 'unreadable'> {
  readonly section: Section;
  readonly margin: QuestionnaireViewProps['margin'];
}

function PrintedSection({ section, contents, unreadable, margin }: PrintedSectionProps): ReactElement {
  const headingId = `${sectionAnchor(section)}-heading`;
  return (
    <section
      id={sectionAnchor(section)}
      aria-labelledby={section.heading === null ? undefined : headingId}
      className="scroll-mt-4 border-t border-line"
    >
      {section.heading === null ? null : (
        <div className="printed-block pb-0! print:break-after-avoid">
          <h3 id={headingId} className="text-21 font-semibold">
            {section.heading}
          </h3>
          {section.note === null ? null : <p className="mt-1 max-w-[72ch] text-15 text-ink-soft">{section.note}</p>}
        </div>
      )}
      {section.questions.map((question) => (
        <PrintedQuestion
          key={question.id}
          question={question}
          content={contents.get(question.id) ?? (unreadable.includes(question.id) ? 'unreadable' : 'not-open')}
          margin={margin?.(question)}
          headingLevel={section.heading === null ? 3 : 4}
        />
      ))}
    </section>
  );
}
