// The paper an answer is written on: toolbar, fields as printed, and the foot that says what is saved.
import { type AnswerContent, doubtsOf, type Field, type FieldId, type Option, type Question } from '@chancery/domain';
import { type KeyboardEvent, type ReactElement, type ReactNode, useRef } from 'react';
import { fieldWords } from './words.ts';
import { useWords } from '../../words/use-words.ts';
import './answer.css';
import './editor/prose.css';
import './editor/toolbar/toolbar.css';
import './fields/fields.css';
import { useAnswerEditing } from './editor/answer-editing.ts';
import type { AnswerUndo } from './editor/undo/answer-undo.ts';
import { EditorToolbar } from './editor/toolbar/EditorToolbar.tsx';
import { SelectionComment } from './editor/toolbar/SelectionComment.tsx';
import { type FieldDoubt, FieldView } from './fields/FieldView.tsx';

export interface AnswerPaperProps {
  readonly question: Question;
  readonly questionTextId: string;
  /** What stands on the screen; null before it is known. */
  readonly content: AnswerContent | null;
  /** Required fields that are empty, told only where somebody is about to decide. */
  readonly missing: readonly FieldId[];
  readonly isEditable: boolean;
  readonly foot: ReactNode;
  /** Tells several papers on one page apart; "Answer" where there is one. */
  readonly label?: string;
}

export function AnswerPaper({ question, questionTextId, content, missing, isEditable, foot, label }: AnswerPaperProps): ReactElement {
  const { say } = useWords();
  const paper = useRef<HTMLElement>(null);
  const { undo } = useAnswerEditing();
  const hasProse = question.fields.some((it) => it.kind === 'text' || it.kind === 'grid');
  return (
    <section ref={paper} className="paper" aria-label={label ?? say(fieldWords.answer)} data-editable={isEditable}>
      {isEditable && hasProse ? <EditorToolbar /> : null}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- takes keys from the ticks inside, is none to act on */}
      <div className="paper-fields" onKeyDown={isEditable ? (event) => undoByKey(event, undo) : undefined}>
        {question.fields.map((field) => (
          <FieldView
            key={field.id}
            field={field}
            questionTextId={questionTextId}
            advice={adviceOn(question, field.id, content, (option) => say(fieldWords.expectedWhen, { option: option.label }))}
            isMissing={missing.includes(field.id)}
            doubt={content === null ? null : doubtAbout(question, field, content)}
          />
        ))}
      </div>
      <SelectionComment around={paper} />
      {foot}
    </section>
  );
}

/** What somebody should look at in this field although it prevents nothing. */
function doubtAbout(question: Question, field: Field, content: AnswerContent): FieldDoubt | null {
  const { unticked, malformed } = doubtsOf(question, content);
  if (unticked.includes(field.id)) return 'unticked';
  if (!malformed.includes(field.id) || field.kind !== 'line' || field.format === 'plain') return null;
  return field.format;
}

/** Undoes from a tick or a button as from a text, which has the keys already. */
function undoByKey(event: KeyboardEvent, undo: AnswerUndo): void {
  if (event.isDefaultPrevented() || event.altKey || !(event.ctrlKey || event.metaKey)) return;
  const key = event.key.toLowerCase();
  if (key === 'z' && !event.shiftKey) undo.undo();
  else if (key === 'y' || key === 'z') undo.redo();
  else return;
  event.preventDefault();
}

/** "Expected when ...": advice where a field belongs to one option of another. Only the first of several fields in a row says it. */
function adviceOn(question: Question, id: FieldId, content: AnswerContent | null, sentence: (option: Option) => string) {
  const at = question.fields.findIndex((it) => it.id === id);
  const condition = question.fields[at]?.expectedWhen ?? null;
  if (condition === null) return null;
  const target = question.fields.find((it) => it.id === condition.field);
  const option =
    target?.kind === 'choice' || target?.kind === 'choices' ? target.options.find((it) => it.id === condition.option) : undefined;
  if (option === undefined) return null;
  const value = content?.fields[condition.field];
  const isExpectedNow = value?.kind !== 'choice' || value.chosen.length === 0 || value.chosen.includes(condition.option);
  const before = question.fields[at - 1]?.expectedWhen;
  const isRepeated = before?.field === condition.field && before.option === condition.option;
  return { text: isRepeated ? null : sentence(option), isExpectedNow };
}
