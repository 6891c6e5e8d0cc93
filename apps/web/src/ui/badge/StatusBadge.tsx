// How far an answer is, always in words, by an icon and by a colour; and the marks on top of it.
import { type Acceptance, type AnswerStage, type Assignment, mustClear, type AgencyId } from '@chancery/domain';
import type { ReactElement } from 'react';
import { type MarkName, markWords, stageWords } from '../../words/statuses.ts';
import { useWords } from '../../words/use-words.ts';
import { classNames } from '../class-names.ts';
import { Icon, type IconName } from '../Icon.tsx';

const stageLooks: Record<AnswerStage, { readonly icon: IconName; readonly classes: string }> = {
  unassigned: { icon: 'empty-circle', classes: 'bg-unassigned-tint text-unassigned' },
  drafting: { icon: 'half-circle', classes: 'bg-drafting-tint text-drafting' },
  empty: { icon: 'dotted-circle', classes: 'bg-drafting-tint text-drafting' },
  'being-written': { icon: 'half-circle', classes: 'bg-drafting-tint text-drafting' },
  'ready-to-clear': { icon: 'full-circle', classes: 'bg-drafting-tint text-drafting' },
  'partly-cleared': { icon: 'check-circle', classes: 'bg-cleared-tint text-cleared' },
  cleared: { icon: 'check', classes: 'bg-cleared-tint text-cleared' },
  accepted: { icon: 'lock', classes: 'bg-accepted-tint text-accepted' },
  sealed: { icon: 'seal', classes: 'bg-sealed-tint text-sealed' },
};

/** The icon that stands for a stage wherever its word is near. */
export function stageIcon(stage: AnswerStage): IconName {
  return stageLooks[stage].icon;
}

/** What the badge of an answer says. */
interface BadgeAnswer {
  readonly stage: AnswerStage;
  readonly assignment: Assignment | null;
  /** Agencies that still must clear the text as it stands; unknown while it cannot be read. */
  readonly missing?: readonly AgencyId[];
  readonly acceptance: Pick<Acceptance, 'kind'> | null;
}

/** "Cleared 1 of 2", "Being written": how far the answer is, in words. */
export function useStageWords(): (answer: BadgeAnswer) => string {
  const { say } = useWords();
  return ({ stage, assignment, missing = [], acceptance }) => {
    // Closed without an answer, which is a way of being accepted.
    if (stage === 'accepted' && acceptance?.kind === 'no-answer') return say(markWords['no-answer']);
    const of = assignment === null ? 0 : mustClear(assignment).length;
    return say(stageWords[stage], { cleared: of - missing.length, of });
  };
}

interface StatusBadgeProps {
  readonly answer: BadgeAnswer;
  readonly className?: string;
}

export function StatusBadge({ answer, className }: StatusBadgeProps): ReactElement {
  const words = useStageWords();
  const { icon, classes } = stageLooks[answer.stage];
  return (
    <span
      className={classNames(
        'inline-flex h-6 items-center gap-1 rounded-full ps-1.5 pe-2 text-13 font-medium whitespace-nowrap',
        classes,
        className,
      )}
    >
      <Icon name={answer.acceptance?.kind === 'no-answer' ? 'dash' : icon} size={14} />
      {words(answer)}
    </span>
  );
}

const markLooks: Record<Exclude<MarkName, 'no-answer'>, { readonly icon: IconName; readonly classes: string }> = {
  'stale-clearance': { icon: 'history', classes: 'text-warning' },
  'open-query': { icon: 'question', classes: 'text-warning' },
  returned: { icon: 'return', classes: 'text-danger' },
  reopened: { icon: 'return', classes: 'text-warning' },
  overdue: { icon: 'clock', classes: 'text-danger' },
  unreadable: { icon: 'warning', classes: 'text-danger whitespace-normal!' },
  'required-empty': { icon: 'empty-field', classes: 'text-ink-soft' },
  'to-confirm': { icon: 'warning', classes: 'text-warning' },
  'open-proposal': { icon: 'proposal', classes: 'text-drafting' },
};

export interface MarkFact {
  readonly name: Exclude<MarkName, 'no-answer'>;
  readonly count: number;
}

export function Mark({ mark, className }: { readonly mark: MarkFact; readonly className?: string }): ReactElement {
  const { say } = useWords();
  const { icon, classes } = markLooks[mark.name];
  return (
    <span className={classNames('inline-flex items-center gap-1 text-13 whitespace-nowrap', classes, className)}>
      <Icon name={icon} size={14} />
      {say(markWords[mark.name], { count: mark.count })}
    </span>
  );
}
