// The text field of a comment, with a list of people that opens while an @mention is typed.
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-to-interactive-role -- a list of ARIA beside a text area, for which HTML has no element */
import type { PersonSummary } from '@chancery/contract';
import { type KeyboardEvent, type ReactElement, useId, useRef, useState } from 'react';
import { useLengthLimit } from '../../ui/form/use-length-limit.ts';
import { threadWords } from './words.ts';
import { useWords } from '../../words/use-words.ts';
import { type MentionStart, mentionAt, peopleFor, withMention } from './mention.ts';

export interface MentionFieldProps {
  readonly label: string;
  readonly value: string;
  readonly people: readonly PersonSummary[];
  readonly agencyOf: (person: PersonSummary) => string;
  readonly isFocused: boolean;
  readonly onChange: (value: string) => void;
}

const listLength = 6;
/** Of the words of a comment. */
const maxLength = 5000;

export function MentionField({ label, value, people, agencyOf, isFocused, onChange }: MentionFieldProps): ReactElement {
  const { say } = useWords();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [start, setStart] = useState<MentionStart | null>(null);
  const [active, setActive] = useState(0);
  const found = start === null ? [] : peopleFor(start.typed, people, listLength);
  const isOpen = found.length > 0;
  const tooLong = useLengthLimit(field, value, maxLength);

  const look = (): void => {
    const element = field.current;
    setStart(element === null ? null : mentionAt(element.value, element.selectionStart));
    setActive(0);
  };
  const choose = (person: PersonSummary): void => {
    if (start === null) return;
    const { text, cursor } = withMention(value, start, person.name);
    onChange(text);
    setStart(null);
    requestAnimationFrame(() => field.current?.setSelectionRange(cursor, cursor));
    field.current?.focus();
  };
  const press = (event: KeyboardEvent): void => {
    const chosen = found[active];
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) field.current?.form?.requestSubmit();
    else if (!isOpen) return;
    else if (event.key === 'ArrowDown') setActive((active + 1) % found.length);
    else if (event.key === 'ArrowUp') setActive((active - 1 + found.length) % found.length);
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen !== undefined) choose(chosen);
    else if (event.key === 'Escape') setStart(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="mention-field">
      <textarea
        ref={(element) => {
          field.current = element;
          if (isFocused && element !== null && element.dataset['entered'] === undefined) {
            element.dataset['entered'] = 'true';
            element.focus();
          }
        }}
        aria-label={label}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={`${id}-people`}
        aria-activedescendant={isOpen ? `${id}-${active}` : undefined}
        value={value}
        rows={3}
        aria-invalid={tooLong !== null || undefined}
        aria-describedby={tooLong === null ? undefined : `${id}-too-long`}
        placeholder={say(threadWords.bodyHint)}
        onChange={(event) => {
          onChange(event.target.value);
          look();
        }}
        onKeyDown={press}
        onClick={look}
        onBlur={() => setStart(null)}
      />
      {tooLong === null ? null : (
        <p id={`${id}-too-long`} className="field-error">
          {tooLong}
        </p>
      )}
      <output className="sr-only">{isOpen ? say(threadWords.mentionsFound, { count: found.length }) : ''}</output>
      <ul id={`${id}-people`} role="listbox" aria-label={say(threadWords.mentions)} className="mention-list" hidden={!isOpen}>
        {found.map((person, index) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are the field's
          <li
            key={person.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(person)}
          >
            <span>{person.name}</span>
            <small>{agencyOf(person)}</small>
          </li>
        ))}
      </ul>
    </div>
  );
}
