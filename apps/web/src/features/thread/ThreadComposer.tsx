// The start of a thread: comment or query, to whom, and the words.
import type { AgencyView, PersonSummary } from '@chancery/contract';
import { isVisible, type AgencyId, type ThreadKind } from '@chancery/domain';
import { type FormEvent, type ReactElement, useId, useState } from 'react';
import { threadWords } from './words.ts';
import { Button } from '../../ui/Button.tsx';
import { useWords } from '../../words/use-words.ts';
import { MentionField } from './MentionField.tsx';

export interface ThreadDraft {
  readonly kind: ThreadKind;
  readonly addressedTo: AgencyId | null;
  readonly body: string;
  /** The query lets its agency read the question. */
  readonly letsRead: boolean;
}

/** Whether a query may go to an agency: it reads the question, it will be able to read it by the query, or neither. */
export type Addressing = 'reads' | 'will-read' | 'may-not';

export interface ThreadComposerProps {
  /** Words the thread is about; null for the whole question. */
  readonly quote: string | null;
  readonly agencies: readonly AgencyView[];
  /** The agency a query goes to unless another is chosen. */
  readonly addressing: (agency: AgencyId) => Addressing;
  readonly likelyAgency: AgencyId | null;
  readonly people: readonly PersonSummary[];
  readonly agencyOf: (person: PersonSummary) => string;
  /** Why the last attempt failed; null when it did not. */
  readonly failure: string | null;
  readonly onStart: (draft: ThreadDraft) => void;
  readonly onCancel: () => void;
}

export function ThreadComposer({
  quote,
  agencies,
  addressing,
  likelyAgency,
  people,
  agencyOf,
  failure,
  onStart,
  onCancel,
}: ThreadComposerProps): ReactElement {
  const { say } = useWords();
  const id = useId();
  const [kind, setKind] = useState<ThreadKind>('comment');
  const askable = agencies.filter((it) => addressing(it.id) !== 'may-not');
  const [addressedTo, setAddressedTo] = useState<AgencyId | null>(likelyAgency ?? askable[0]?.id ?? null);
  const [body, setBody] = useState('');
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const to = kind === 'query' ? addressedTo : null;
    if (isVisible(body)) onStart({ kind, addressedTo: to, body: body.trim(), letsRead: to !== null && addressing(to) === 'will-read' });
  };
  const letIn = kind === 'query' && addressedTo !== null && addressing(addressedTo) === 'will-read' ? addressedTo : null;
  return (
    <form className="thread-card thread-composer" onSubmit={send} data-thread="new">
      {quote === null ? null : <blockquote className="thread-quote">{quote}</blockquote>}
      <fieldset className="kind-switch">
        <legend className="sr-only">{say(threadWords.kind)}</legend>
        {(['comment', 'query'] as const).map((it) => (
          <label key={it}>
            <input type="radio" name={id} checked={kind === it} onChange={() => setKind(it)} />
            <span>{say(threadWords[it])}</span>
          </label>
        ))}
      </fieldset>
      {kind === 'query' ? (
        <label className="query-to">
          <span>{say(threadWords.addressedTo)}</span>
          <select
            value={addressedTo ?? ''}
            onChange={(event) => setAddressedTo(askable.find((it) => it.id === event.target.value)?.id ?? null)}
          >
            {askable.map((it) => (
              <option key={it.id} value={it.id}>
                {addressing(it.id) === 'will-read' ? say(threadWords.willRead, { agency: it.name }) : it.name}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <MentionField label={say(threadWords.body)} value={body} people={people} agencyOf={agencyOf} isFocused onChange={setBody} />
      {kind === 'query' ? <p className="thread-hint">{say(threadWords.queryHint)}</p> : null}
      {letIn === null ? null : (
        <p className="thread-hint" aria-live="polite">
          {say(threadWords.willReadWhy, { agency: agencies.find((it) => it.id === letIn)?.name ?? '' })}
        </p>
      )}
      {failure === null ? null : (
        <p className="field-error" role="alert">
          {failure}
        </p>
      )}
      <div className="form-actions">
        <Button type="submit" look="primary" size="small">
          {' '}
          {say(kind === 'query' ? threadWords.sendQuery : threadWords.send)}
        </Button>
        <Button size="small" onPress={onCancel}>
          {' '}
          {say(threadWords.cancel)}
        </Button>
      </div>
    </form>
  );
}
