// How the content of an answer is read: every field under its printed prompt, made of elements of the allowed schema, never of HTML. Free of the editor.
import { assertNever, type AnswerContent, type Field, type FieldValue, type Question } from '@chancery/domain';
import type { ReactElement } from 'react';
import { classNames } from '../ui/class-names.ts';
import { contentWords } from './words.ts';
import { useWords } from '../words/use-words.ts';
import { ChoiceView } from './ChoiceView.tsx';
import { GridView } from './GridView.tsx';
import { LineView, Nothing } from './LineView.tsx';
import { LinkedText } from './LinkedText.tsx';
import { ProseView } from './ProseView.tsx';
import './content.css';

interface ContentViewProps {
  readonly question: Question;
  readonly content: AnswerContent;
  readonly className?: string;
}

/** All fields of the question with what the content holds for each; a field that holds nothing says so. */
export function ContentView({ question, content, className }: ContentViewProps): ReactElement {
  return (
    <div className={classNames('flex flex-col gap-3 text-15 leading-normal wrap-anywhere sm:text-17', className)}>
      {question.fields.map((field) => (
        <FieldContent key={field.id} field={field} value={content.fields[field.id]} isAlone={question.fields.length === 1} />
      ))}
    </div>
  );
}

interface FieldContentProps {
  readonly field: Field;
  readonly value: FieldValue | undefined;
  readonly isAlone: boolean;
}

function FieldContent({ field, value, isAlone }: FieldContentProps): ReactElement {
  const { say } = useWords();
  // A line stands behind its label, a grid carries its hint in its head.
  const prompts = [field.kind === 'line' ? null : field.label, field.kind === 'grid' ? null : field.hint].filter((it) => it !== null);
  return (
    <div className={classNames('flex flex-col gap-1', !isAlone && field.kind === 'line' && '-my-1')}>
      {prompts.map((prompt) => (
        <p key={prompt} className="text-15 text-ink-soft">
          <LinkedText text={prompt} />
        </p>
      ))}
      {value?.kind === 'choice' && value.toConfirm ? (
        <p className="text-15 font-medium text-warning">{say(contentWords.toConfirm)}</p>
      ) : null}
      <FieldAnswer field={field} value={value} />
    </div>
  );
}

function FieldAnswer({ field, value }: Omit<FieldContentProps, 'isAlone'>): ReactElement {
  switch (field.kind) {
    case 'line':
      return <LineView field={field} text={value?.kind === 'line' ? value.text : ''} />;
    case 'text':
      return value?.kind === 'text' ? <ProseView prose={value.prose} /> : <Nothing />;
    case 'choice':
    case 'choices':
      return <ChoiceView field={field} value={value?.kind === 'choice' ? value : null} />;
    case 'grid':
      return <GridView field={field} rows={value?.kind === 'grid' ? value.rows : {}} />;
    default:
      return assertNever(field);
  }
}
