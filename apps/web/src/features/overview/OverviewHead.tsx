// The head of the overview: which round it is, how long it still runs, how far it is, and who is here.
import type { ReactElement } from 'react';
import type { RoundView } from '@chancery/contract';
import { assertNever } from '@chancery/domain';
import type { CurrentRound } from '../../api/current-round.ts';
import { AvatarGroup, type Face } from '../../ui/badge/Avatar.tsx';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { VoidedBanner } from './VoidedBanner.tsx';
import { StatusBar } from '../../ui/page/ProgressBar.tsx';
import { overviewWords } from './words.ts';
import { phaseWords } from '../../words/statuses.ts';
import { useWords } from '../../words/use-words.ts';
import { countStages, progressNumbers } from './progress.ts';

const maxFaces = 6;

export function OverviewHead({ current }: { readonly current: CurrentRound }): ReactElement {
  const { say } = useWords();
  const { round, questions, agencies } = current;
  const rows = round.answers.filter((row) => questions.get(row.question)?.answeredBy === 'agencies');
  const counts = countStages(rows);
  const progress = progressNumbers(counts, rows.length);
  const faces = facesIn(round, agencies);
  return (
    <header className="pt-6 pb-7 sm:pt-8">
      <p className="text-15 text-ink-soft">{round.country}</p>
      <h1 className="mt-1 max-w-4xl text-21 font-semibold tracking-[-0.01em] sm:text-27">{round.title}</h1>
      <div className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-3 text-15">
        <Phase round={round} />
        <TimeLeft round={round} />
        <span className="flex min-w-56 grow items-center gap-3 sm:max-w-xs">
          <StatusBar className="grow" label={say(overviewWords.progress, progress)} counts={counts} of={rows.length} />
          <span className="numbers-aligned text-13 whitespace-nowrap text-ink-soft">{say(overviewWords.accepted, progress)}</span>
        </span>
        <span className="flex min-h-6 items-center gap-2 text-13 text-ink-soft sm:ms-auto">
          {faces.length === 0 ? say(overviewWords.nobodyHere) : say(overviewWords.whoIsHere)}
          <AvatarGroup faces={faces} max={maxFaces} />
        </span>
      </div>
      <VoidedBanner current={current} />
    </header>
  );
}

const phaseIcons: Record<RoundView['phase'], IconName> = { open: 'pencil', approved: 'seal', sent: 'send' };

function Phase({ round }: { readonly round: RoundView }): ReactElement {
  const { say } = useWords();
  return (
    <span className="inline-flex items-center gap-1.5 font-medium">
      <Icon name={phaseIcons[round.phase]} className="text-ink-soft" />
      {say(phaseWords[round.phase])}
    </span>
  );
}

function TimeLeft({ round }: { readonly round: RoundView }): ReactElement | null {
  const { say, due, moment } = useWords();
  switch (round.phase) {
    case 'open': {
      if (round.dueDay === null) return <span className="text-ink-soft">{say(overviewWords.noDueDate)}</span>;
      const { day, daysLeft } = due(round.dueDay, round.today);
      const isOver = daysLeft < 0;
      return (
        <span className="inline-flex flex-wrap items-center gap-x-1.5">
          <Icon name="clock" className={isOver ? 'text-danger' : 'text-ink-soft'} />
          <span className={isOver ? 'font-medium text-danger' : 'font-medium'}>
            {isOver ? say(overviewWords.daysOver, { days: -daysLeft }) : say(overviewWords.daysLeft, { days: daysLeft })}
          </span>
          <span className="text-ink-soft">· {day}</span>
        </span>
      );
    }
    case 'approved':
      return round.approval === null ? null : (
        <span className="text-ink-soft">{say(overviewWords.approvedAt, { moment: moment(round.approval.at) })}</span>
      );
    case 'sent':
      return round.sentAt === null ? null : (
        <span className="text-ink-soft">{say(overviewWords.sentAt, { moment: moment(round.sentAt) })}</span>
      );
    default:
      return assertNever(round.phase);
  }
}

/** Everybody who is in some answer, once. */
function facesIn(round: RoundView, agencies: CurrentRound['agencies']): readonly Face[] {
  const present = new Map(round.answers.flatMap((row) => row.present).map((it) => [it.person, it]));
  return [...present.values()].map((it) => ({ id: it.person, name: it.name, agency: agencies.get(it.agency) ?? null }));
}
