// The preview, before the one action, of what it would change on each question.
import type { ReactElement } from 'react';
import type { AnswerRow } from '@chancery/contract';
import { type AgencyId, type Assignment, leftAsked, type QuestionId } from '@chancery/domain';
import type { CurrentRound } from '../../api/current-round.ts';
import { assignmentWords } from './words.ts';
import { useWords, type Words } from '../../words/use-words.ts';
import { type AssignmentChanges, assignmentChanges, isUnchanged } from './assignment-changes.ts';

interface AssignmentPreviewProps {
  readonly planned: readonly { readonly row: AnswerRow; readonly after: Assignment | null }[];
  readonly current: CurrentRound;
}

export function AssignmentPreview({ planned, current }: AssignmentPreviewProps): ReactElement {
  const words = useWords();
  const { say } = words;
  const groups = groupByChange(planned, (changes, left) => sentences(changes, left, { words, current }).join(' · '));
  const nameOf = (question: QuestionId) => current.questions.get(question)?.number ?? current.questions.get(question)?.text;
  return (
    <section aria-labelledby="assignment-preview">
      <h3 id="assignment-preview" className="mb-2 text-15 font-medium">
        {say(assignmentWords.preview)}
      </h3>
      <div aria-live="polite" className="rounded-6 bg-sunken px-3 py-2 text-13">
        {groups.size === 0 ? <p className="text-ink-soft">{say(assignmentWords.chooseFirst)}</p> : null}
        <ul className="flex flex-col gap-1.5">
          {[...groups].map(([sentence, questions]) => (
            <li key={sentence}>
              <span className="block font-medium">{sentence}</span>
              <span className="numbers-aligned text-ink-soft">
                {say(assignmentWords.ofQuestions, { count: questions.length, questions: questions.map(nameOf).join(', ') })}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

/** Questions on which the same would change stand together, in the order in which the first of them is printed. */
function groupByChange(
  planned: AssignmentPreviewProps['planned'],
  describe: (changes: AssignmentChanges, left: readonly AgencyId[]) => string,
): ReadonlyMap<string, readonly QuestionId[]> {
  const groups = new Map<string, QuestionId[]>();
  for (const { row, after } of planned) {
    if (after === null) continue;
    const sentence = describe(assignmentChanges(row.assignment, after), leftAsked(row.asked, row.assignment, after));
    groups.set(sentence, [...(groups.get(sentence) ?? []), row.question]);
  }
  return groups;
}

function sentences(
  changes: AssignmentChanges,
  left: readonly AgencyId[],
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
    { sentence: assignmentWords.stillAsked, agencies: left },
  ];
  return [
    ...(leading === null ? [] : [leadingSentence(leading, nameOf, say)]),
    ...lists.flatMap(({ sentence, agencies }) =>
      agencies.length === 0 ? [] : [say(sentence, { count: agencies.length, agencies: agencies.map(nameOf).join(', ') })],
    ),
    ...(due === null
      ? []
      : [due.to === null ? say(assignmentWords.dueRemoved) : say(assignmentWords.dueChanges, { day: day(due.to, current.round.today) })]),
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
