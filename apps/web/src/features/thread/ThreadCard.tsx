// One thread on the screen: its passage, its comments, replying, resolving and reopening.
import type { PersonSummary, ThreadView } from '@chancery/contract';
import { type AgencyId, type CommentId, isVisible } from '@chancery/domain';
import { type FormEvent, type ReactElement, type ReactNode, useState } from 'react';
import { threadWords } from './words.ts';
import { Button } from '../../ui/Button.tsx';
import { useWords } from '../../words/use-words.ts';
import { CommentItem } from './CommentItem.tsx';
import { MentionField } from './MentionField.tsx';

/** Where the passage of a thread is: in the text, deleted, or the thread is about the whole question. */
export type PassageState = 'present' | 'deleted' | 'none';

export interface ThreadCardProps {
  readonly thread: ThreadView;
  readonly passage: PassageState;
  readonly isChosen: boolean;
  /** The reader. */
  readonly me: string;
  readonly mayComment: boolean;
  readonly mayResolve: boolean;
  readonly mayReopen: boolean;
  readonly people: readonly PersonSummary[];
  readonly nameOf: (person: string) => string;
  readonly agencyOf: (person: PersonSummary) => string;
  readonly agencyName: (agency: string) => string;
  /** True for an agency that leads or contributes. */
  readonly takesPart: (agency: AgencyId) => boolean;
  /** Shows an agency's colour beside a name. */
  readonly mark: (person: string) => ReactNode;
  readonly failure: string | null;
  readonly onChoose: () => void;
  /** Brings the passage into sight. */
  readonly onShowPassage: () => void;
  readonly onReply: (body: string) => void;
  readonly onEdit: (comment: CommentId, body: string) => void;
  readonly onDelete: (comment: CommentId) => void;
  readonly onResolve: () => void;
  readonly onReopen: () => void;
}

export function ThreadCard(props: ThreadCardProps): ReactElement {
  const { thread, isChosen, nameOf, onChoose, agencyName, mark, failure } = props;
  const { say, moment } = useWords();
  const kind = say(threadWords[thread.kind]);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- the passage's button does the same by key
    <article
      className="thread-card"
      data-thread={thread.id}
      data-kind={thread.kind}
      data-chosen={isChosen}
      data-resolved={thread.resolved !== null}
      aria-label={say(threadWords.label, { kind, person: nameOf(thread.startedBy) })}
      onClick={onChoose}
    >
      {thread.kind === 'query' ? (
        <p className="thread-kind">
          <strong>{kind}</strong>{' '}
          {thread.addressedTo === null ? null : say(threadWords.toAgency, { agency: agencyName(thread.addressedTo) })}
        </p>
      ) : null}
      {thread.resolved === null && thread.addressedTo !== null && !props.takesPart(thread.addressedTo) ? (
        <p className="thread-apart">{say(threadWords.takesNoPart, { agency: agencyName(thread.addressedTo) })}</p>
      ) : null}
      <ThreadPassage {...props} />
      <ol className="comments">
        {thread.comments.map((comment) => (
          <CommentItem
            key={comment.id}
            comment={comment}
            name={nameOf(comment.person)}
            mark={mark(comment.person)}
            isOwn={props.mayComment && comment.person === props.me}
            people={props.people}
            agencyOf={props.agencyOf}
            onEdit={(body) => props.onEdit(comment.id, body)}
            onDelete={() => props.onDelete(comment.id)}
          />
        ))}
      </ol>
      {thread.resolved === null ? null : (
        <p className="thread-resolved">
          {say(threadWords.resolvedBy, { person: nameOf(thread.resolved.by), when: moment(thread.resolved.at) })}
        </p>
      )}
      {failure === null ? null : (
        <p className="field-error" role="alert">
          {failure}
        </p>
      )}
      <ThreadActions {...props} />
    </article>
  );
}

function ThreadPassage({ thread, passage, onShowPassage }: ThreadCardProps): ReactElement | null {
  const { say } = useWords();
  if (thread.anchor === null) return null;
  const { quote } = thread.anchor;
  if (passage !== 'deleted') {
    return (
      <button type="button" className="thread-quote" aria-label={say(threadWords.goToPassage, { quote })} onClick={onShowPassage}>
        {quote}
      </button>
    );
  }
  return (
    <div className="thread-gone">
      <p>{say(threadWords.passageGone)}</p>
      <blockquote className="thread-quote">{quote}</blockquote>
    </div>
  );
}

function ThreadActions({
  thread,
  isChosen,
  mayComment,
  mayResolve,
  mayReopen,
  people,
  agencyOf,
  onReply,
  onResolve,
  onReopen,
}: ThreadCardProps): ReactElement | null {
  const { say } = useWords();
  const [isReplying, setIsReplying] = useState(false);
  const [body, setBody] = useState('');
  if (!mayComment) return null;
  if (thread.resolved !== null) {
    if (!mayReopen) return null;
    return (
      <div className="form-actions">
        <Button look="quiet" size="small" onPress={onReopen}>
          {' '}
          {say(threadWords.reopen)}
        </Button>
      </div>
    );
  }
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (!isVisible(body)) return;
    onReply(body.trim());
    setBody('');
    setIsReplying(false);
  };
  if (isReplying) {
    return (
      <form onSubmit={send} className="reply">
        <MentionField label={say(threadWords.reply)} value={body} people={people} agencyOf={agencyOf} isFocused onChange={setBody} />
        <div className="form-actions">
          <Button type="submit" look="primary" size="small">
            {' '}
            {say(threadWords.reply)}
          </Button>
          <Button size="small" onPress={() => setIsReplying(false)}>
            {' '}
            {say(threadWords.cancel)}
          </Button>
        </div>
      </form>
    );
  }
  return (
    <div className="form-actions" data-chosen={isChosen}>
      <Button look="quiet" size="small" onPress={() => setIsReplying(true)}>
        {' '}
        {say(threadWords.reply)}
      </Button>
      {mayResolve ? (
        <Button look="quiet" size="small" onPress={onResolve}>
          {' '}
          {say(thread.kind === 'query' ? threadWords.closeQuery : threadWords.resolve)}
        </Button>
      ) : null}
    </div>
  );
}
