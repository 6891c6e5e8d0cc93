// One comment of a thread: who wrote it and when, its words, and for its author changing them and taking them out.
import type { PersonSummary, ThreadView } from '@chancery/contract';
import { type FormEvent, type ReactElement, type ReactNode, useState } from 'react';
import { LinkedText } from '../../content/LinkedText.tsx';
import { Button, buttonClasses } from '../../ui/Button.tsx';
import { Menu } from '../../ui/overlay/Menu.tsx';
import { useWords } from '../../words/use-words.ts';
import { MentionField } from './MentionField.tsx';
import { threadWords } from './words.ts';

type Comment = ThreadView['comments'][number];

export interface CommentItemProps {
  readonly comment: Comment;
  readonly name: string;
  readonly mark: ReactNode;
  /** Whether the reader wrote it, and may comment still. */
  readonly isOwn: boolean;
  readonly people: readonly PersonSummary[];
  readonly agencyOf: (person: PersonSummary) => string;
  readonly onEdit: (body: string) => void;
  readonly onDelete: () => void;
}

export function CommentItem(props: CommentItemProps): ReactElement {
  const { comment, name, mark, isOwn } = props;
  const { say, moment } = useWords();
  const [doing, setDoing] = useState<'edit' | 'delete' | null>(null);
  const end = (): void => setDoing(null);
  return (
    <li>
      <div className="comment-by">
        {mark}
        <strong>{name}</strong> <time dateTime={new Date(comment.at).toISOString()}>{moment(comment.at)}</time>
        {comment.editedAt === null || comment.isDeleted ? null : (
          <span title={moment(comment.editedAt)}>{say(threadWords.edited, { when: moment(comment.editedAt) })}</span>
        )}
        {isOwn && !comment.isDeleted && doing === null ? (
          <span className="comment-menu">
            <Menu
              label={say(threadWords.ownComment)}
              buttonClassName={buttonClasses('quiet', 'small')}
              items={[
                { id: 'edit', label: say(threadWords.edit), onChoose: () => setDoing('edit') },
                { id: 'delete', label: say(threadWords.delete), isDanger: true, onChoose: () => setDoing('delete') },
              ]}
            />
          </span>
        ) : null}
      </div>
      {doing === 'edit' ? <CommentForm {...props} onEnd={end} /> : <CommentBody comment={comment} />}
      {doing === 'delete' ? <DeleteQuestion onDelete={props.onDelete} onEnd={end} /> : null}
    </li>
  );
}

function CommentBody({ comment }: { readonly comment: Comment }): ReactElement {
  const { say } = useWords();
  if (comment.isDeleted) return <p className="comment-gone">{say(threadWords.deleted)}</p>;
  return (
    <p className="comment-body">
      <LinkedText text={comment.body} />
    </p>
  );
}

interface EndedProps {
  readonly onEnd: () => void;
}

function CommentForm({ comment, people, agencyOf, onEdit, onEnd }: CommentItemProps & EndedProps): ReactElement {
  const { say } = useWords();
  const [body, setBody] = useState(comment.body);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    const words = body.trim();
    if (words === '') return;
    if (words !== comment.body) onEdit(words);
    onEnd();
  };
  return (
    <form onSubmit={save} className="reply">
      <MentionField label={say(threadWords.edit)} value={body} people={people} agencyOf={agencyOf} isFocused onChange={setBody} />
      <div className="form-actions">
        <Button type="submit" look="primary" size="small">
          {say(threadWords.save)}
        </Button>
        <Button size="small" onPress={onEnd}>
          {say(threadWords.cancel)}
        </Button>
      </div>
    </form>
  );
}

function DeleteQuestion({ onDelete, onEnd }: EndedProps & Pick<CommentItemProps, 'onDelete'>): ReactElement {
  const { say } = useWords();
  return (
    <fieldset className="thread-gone">
      <legend className="sr-only">{say(threadWords.delete)}</legend>
      <p>{say(threadWords.deleteQuestion)}</p>
      <div className="form-actions">
        <Button
          look="danger"
          size="small"
          // The question was asked for, so that its answer is what comes next.
          ref={(button) => button?.focus()}
          onPress={() => {
            onEnd();
            onDelete();
          }}
        >
          {say(threadWords.delete)}
        </Button>
        <Button size="small" onPress={onEnd}>
          {say(threadWords.keep)}
        </Button>
      </div>
    </fieldset>
  );
}
