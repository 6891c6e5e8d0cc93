// Owns showing, before the one action, what it would change on each question.
import type { ReactElement } from 'react';
import type { AnswerRow } from '@chancery/contract';
import type { AgencyId, Assignment } from '@chancery/domain';
import type { CurrentRound } from '../../api/current-round.ts';
import { assignmentWords } from '../../words/assignment.ts';
import { useWords, type Words } from '../../words/use-words.ts';
import { type AssignmentChanges, assignmentChanges, isUnchanged } from './assignment-changes.ts';

interface AssignmentPreviewProps {
  readonly planned: readonly { readonly row: AnswerRow; readonly after: Assignment | null }[];
  readonly current: CurrentRound;
}

export function AssignmentPreview({ planned, current }: AssignmentPreviewProps): ReactElement {
  const words = useWords();
  const { say } = words;
  const known = planned.flatMap(({ row, after }) => (after === null ? [] : [{ row, changes: assignmentChanges(row.assignment, after) }]));
  return (
    <section aria-labelledby="assignment-preview">
      <h3 id="assignment-preview" className="mb-1 text-15 font-medium">
        {say(assignmentWords.preview)}
      </h3>
      {known.length === 0 ? <p className="text-13 text-ink-soft">{say(assignmentWords.chooseFirst)}</p> : null}
      <ul className="text-13">
        {known.map(({ row, changes }) => {
          const question = current.questions.get(row.question);
          return (
            <li key={row.question} className="grid grid-cols-[2rem_minmax(0,1fr)] gap-x-1 border-t border-line py-1.5 first:border-0">
              <span className="numbers-aligned text-ink-soft">{question?.number}</span>
              <span>
                <span className="block truncate text-ink-soft">{question?.text}</span>
                <span className={isUnchanged(changes) ? 'text-ink-faint' : 'font-medium'}>
                  {sentences(changes, { words, current }).join(' · ')}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function sentences(
  changes: AssignmentChanges,
  { words, current }: { readonly words: Words; readonly current: CurrentRound },
): readonly string[] {
  const { say, day } = words;
  if (isUnchanged(changes)) return [say(assignmentWords.stays)];
  const nameOf = (agency: AgencyId) => current.agencies.get(agency)?.shortName ?? '';
  const { leading, due } = changes;
  const lists = [
    { sentence: assignmentWords.added, agencies: changes.added },
    { sentence: assignmentWords.nowClears, agencies: changes.nowClears },
    { sentence: assignmentWords.clearsNoMore, agencies: changes.clearsNoMore },
    { sentence: assignmentWords.removed, agencies: changes.removed },
  ];
  return [
    ...(leading === null ? [] : [leadingSentence(leading, nameOf, say)]),
    ...lists.flatMap(({ sentence, agencies }) =>
      agencies.length === 0 ? [] : [say(sentence, { count: agencies.length, agencies: agencies.map(nameOf).join(', ') })],
    ),
    ...(due === null
      ? []
      : [due.to === null ? say(assignmentWords.dueRemoved) : say(assignmentWords.dueChanges, { day: day(due.to, current.round.now) })]),
  ];
}

function leadingSentence(
  leading: NonNullable<AssignmentChanges['leading']>,
  nameOf: (agency: AgencyId) => string,
  say: Words['say'],
): string {
  const to = nameOf(leading.to);
  return leading.from === null
    ? say(assignmentWords.newLeading, { to })
    : say(assignmentWords.changeLeading, { from: nameOf(leading.from), to });
}
