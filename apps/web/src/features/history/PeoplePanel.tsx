// The people around one answer: who is here, which agencies lead, contribute and clear, and when it is due.
import type { AnswerView } from '@chancery/contract';
import type { AgencyId } from '@chancery/domain';
import type { ReactElement, ReactNode } from 'react';
import { useRound } from '../../api/current-round.ts';
import { AgencyChip } from '../../ui/badge/AgencyChip.tsx';
import { Avatar } from '../../ui/badge/Avatar.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { peopleWords } from './words.ts';
import { useWords } from '../../words/use-words.ts';

export interface PeoplePanelProps {
  readonly answer: AnswerView;
  /** The button that changes the assignment; null for those who may not. */
  readonly assign: ReactNode;
}

export function PeoplePanel({ answer, assign }: PeoplePanelProps): ReactElement {
  const { say } = useWords();
  const { round, agencies } = useRound();
  const lead = agencies.get(round.leadAgency);
  return (
    <div className="flex flex-col gap-6 px-4 py-4">
      <Part title={say(peopleWords.here)}>
        <Present present={answer.present} />
      </Part>
      <Part title={say(peopleWords.assignment)}>
        <AssignmentLines answer={answer} />
        {assign === null ? null : <div>{assign}</div>}
      </Part>
      {answer.definition.answeredBy === 'respondent' ? null : (
        <Part title={say(peopleWords.mayWrite)}>
          <p className="text-ink-soft">{say(peopleWords.mayWriteText, { lead: lead?.name ?? '' })}</p>
        </Part>
      )}
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-13 font-semibold text-ink-soft">{title}</h2>
      {children}
    </section>
  );
}

function Present({ present }: { readonly present: AnswerView['present'] }): ReactElement {
  const { say } = useWords();
  const { round, agencies } = useRound();
  if (present.every((it) => it.person === round.me.person)) return <p className="text-ink-soft">{say(peopleWords.nobodyHere)}</p>;
  return (
    <ul className="flex flex-col gap-2">
      {present.map((it) => {
        const agency = agencies.get(it.agency) ?? null;
        return (
          <li key={it.person} className="flex items-center gap-2.5">
            <Avatar face={{ id: it.person, name: it.name, agency }} />
            <span className="min-w-0">
              {it.person === round.me.person ? say(peopleWords.you, { name: it.name }) : it.name}
              <span className="block text-13 leading-[1.3] text-ink-soft">{agency?.name}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function AssignmentLines({ answer }: { readonly answer: AnswerView }): ReactElement {
  const { say, due } = useWords();
  const { round } = useRound();
  const { assignment } = answer;
  if (assignment === null) return <p className="text-ink-soft">{say(peopleWords.unassigned)}</p>;
  const when = assignment.dueDay === null ? null : due(assignment.dueDay, round.today);
  return (
    <>
      <ul className="flex flex-col gap-2.5">
        <AgencyLine answer={answer} agency={assignment.leadingAgency} part={say(peopleWords.leads)} mustClear />
        {assignment.contributors.map((it) => (
          <AgencyLine key={it.agency} answer={answer} agency={it.agency} part={say(peopleWords.contributes)} mustClear={it.mustClear} />
        ))}
      </ul>
      <p className="flex items-center gap-1.5 text-13 text-ink-soft">
        <Icon name="clock" size={14} />
        {when === null ? say(peopleWords.noDue) : say(peopleWords.due, { date: `${when.day}, ${when.distance}` })}
      </p>
    </>
  );
}

interface AgencyLineProps {
  readonly answer: AnswerView;
  readonly agency: AgencyId;
  readonly part: string;
  readonly mustClear: boolean;
}

function AgencyLine({ answer, agency, part, mustClear }: AgencyLineProps): ReactElement {
  const { say } = useWords();
  const { agencies } = useRound();
  const known = agencies.get(agency);
  const clearing = clearingOf(answer, agency);
  return (
    <li>
      {known === undefined ? null : <AgencyChip agency={known} isFull />}
      <p className="ps-4 text-13 text-ink-soft">{[part, mustClear ? say(peopleWords[clearing]) : ''].filter(Boolean).join(' · ')}</p>
    </li>
  );
}

function clearingOf(answer: AnswerView, agency: AgencyId): 'hasCleared' | 'clearedEarlier' | 'mustClear' {
  if (answer.stale.includes(agency)) return 'clearedEarlier';
  return answer.clearances.some((it) => it.agency === agency) ? 'hasCleared' : 'mustClear';
}
