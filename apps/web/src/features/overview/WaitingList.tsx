// "Waiting for me": at most five questions, each with its one action.
import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import type { PersonId, QuestionId, Role } from '@chancery/domain';
import { mayInRound } from '../../api/acting.ts';
import type { CurrentRound } from '../../api/current-round.ts';
import { Button, buttonClasses } from '../../ui/Button.tsx';
import { Card } from '../../ui/page/Card.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { overviewWords } from './words.ts';
import { nextStepWords, roleWords } from '../../words/statuses.ts';
import { useWords } from '../../words/use-words.ts';
import { TakenBackReason } from '../../ui/badge/TakenBackReason.tsx';
import { DueDate } from './DueDate.tsx';
import { type WaitingAnswer, waitingFor } from './waiting.ts';

const maxShown = 5;

interface WaitingListProps {
  readonly current: CurrentRound;
  readonly onAssign: (question: QuestionId) => void;
}

export function WaitingList({ current, onAssign }: WaitingListProps): ReactElement | null {
  const { say } = useWords();
  const { round } = current;
  const waiting = waitingFor(round.answers);
  const roundStep = useRoundStep(current);
  if (round.me.agency === null && round.toConfirm.length === 0) return null;
  const rest = waiting.length - maxShown;
  return (
    <section aria-labelledby="waiting-title">
      <h2 id="waiting-title" className="mb-2 flex items-baseline gap-2 text-17 font-semibold">
        {say(overviewWords.waiting)}
        {waiting.length === 0 ? null : <span className="numbers-aligned text-15 font-normal text-ink-soft">{waiting.length}</span>}
      </h2>
      <Card>
        <ul>
          {roundStep}
          {round.toConfirm.map(({ person, role }) => (
            <ConfirmationRow key={`${person} ${role}`} current={current} person={person} role={role} />
          ))}
          {waiting.slice(0, maxShown).map((item) => (
            <WaitingItem key={item.row.question} item={item} current={current} onAssign={onAssign} />
          ))}
          {waiting.length === 0 && roundStep === null && round.toConfirm.length === 0 ? (
            <li className="flex items-center gap-2.5 px-4 py-3 text-15 text-ink-soft">
              <Icon name="check-circle" className="text-accepted" />
              {say(overviewWords.nothingWaiting)}
            </li>
          ) : null}
          {rest <= 0 ? null : (
            <li className="border-t border-line px-2 py-1">
              <Link
                to="/rounds/$round"
                params={{ round: round.id }}
                search={{ mine: true }}
                hash="questions-title"
                className={buttonClasses('quiet', 'small')}
              >
                {say(overviewWords.waitingMore, { count: rest })}
              </Link>
            </li>
          )}
        </ul>
      </Card>
    </section>
  );
}

/** N7, N8: somebody whom another person has named for a role. */
function ConfirmationRow({ current: { round }, person, role }: { current: CurrentRound; person: PersonId; role: Role }): ReactElement {
  const { say } = useWords();
  const name = round.people.find((it) => it.id === person)?.name ?? '';
  return (
    <WaitingRow
      number={null}
      text={say(overviewWords.toConfirm, { name, role: say(roleWords[role]) })}
      action={
        <Link to="/rounds/$round/people" params={{ round: round.id }} className={buttonClasses('secondary', 'small')}>
          {say(overviewWords.lookAndConfirm)}
          <span className="sr-only">: {name}</span>
        </Link>
      }
    />
  );
}

function WaitingItem({ item, current, onAssign }: { readonly item: WaitingAnswer } & WaitingListProps): ReactElement | null {
  const { say } = useWords();
  const { round, questions, agencies } = current;
  const question = questions.get(item.row.question);
  if (question === undefined) return null;
  const agency = round.me.agency === null ? '' : (agencies.get(round.me.agency)?.shortName ?? '');
  const action = say(nextStepWords[item.step], { agency });
  const name = question.number === null ? question.text : say(overviewWords.question, { number: question.number });
  return (
    <WaitingRow
      number={question.number}
      text={current.titles.get(question.id) ?? question.text}
      detail={
        item.step === 'revise' && item.row.takenBack !== null ? (
          <TakenBackReason takenBack={item.row.takenBack} />
        ) : (
          <DueDate dueDay={item.row.assignment?.dueDay ?? null} today={round.today} isFrozen={false} />
        )
      }
      action={
        item.step === 'assign' ? (
          <Button size="small" onPress={() => onAssign(question.id)}>
            {action}
            <span className="sr-only">: {name}</span>
          </Button>
        ) : (
          <Link
            to="/rounds/$round/questions/$question"
            params={{ round: round.id, question: question.id }}
            className={buttonClasses('secondary', 'small')}
          >
            {action}
            <span className="sr-only">: {name}</span>
          </Link>
        )
      }
    />
  );
}

/** What the whole round waits for, when that is the reader's to do. */
function useRoundStep({ round, questions }: CurrentRound): ReactElement | null {
  const { say } = useWords();
  const isEveryAnswerAccepted = round.answers.every(
    (row) => row.status === 'accepted' || questions.get(row.question)?.answeredBy === 'respondent',
  );
  const approval = (words: string, action: string) => (
    <WaitingRow
      number={null}
      text={words}
      action={
        <Link to="/rounds/$round/approval" params={{ round: round.id }} className={buttonClasses('primary', 'small')}>
          {action}
        </Link>
      }
    />
  );
  if (round.phase === 'open' && isEveryAnswerAccepted && mayInRound(round, 'approve'))
    return approval(say(overviewWords.everyAnswerAccepted), say(overviewWords.approve));
  if (round.phase === 'approved' && mayInRound(round, 'record-sending'))
    return approval(say(overviewWords.roundIsApproved), say(overviewWords.recordSending));
  return null;
}

interface WaitingRowProps {
  readonly number: number | null;
  readonly text: string;
  readonly detail?: ReactNode;
  readonly action: ReactNode;
}

function WaitingRow({ number, text, detail, action }: WaitingRowProps): ReactElement {
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-4 py-2 first:border-0 sm:flex-nowrap">
      <span className="numbers-aligned w-6 shrink-0 text-13 text-ink-soft">{number}</span>
      <span className="line-clamp-2 min-w-0 basis-[calc(100%-2.25rem)] text-15 leading-[1.3] sm:block sm:grow sm:basis-0 sm:truncate">
        {text}
      </span>
      <span className="ms-9 shrink-0 text-13 sm:ms-0 sm:text-end">{detail}</span>
      <span className="ms-auto shrink-0 sm:ms-2 sm:min-w-36 sm:text-end">{action}</span>
    </li>
  );
}
