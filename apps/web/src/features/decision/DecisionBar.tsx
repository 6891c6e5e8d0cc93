// The bar under an answer: where it stands, the one step that is this person's, and what else they may decide.
import type { Refusal } from '@chancery/domain';
import type { ReactElement, ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Menu } from '../../ui/overlay/Menu.tsx';
import { useBar } from '../../ui/page/bars.ts';
import { refusalWords } from '../../words/refusals.ts';
import { decisionWords, signOffWords } from './words.ts';
import { nextStepWords } from '../../words/statuses.ts';
import { useWords } from '../../words/use-words.ts';
import type { DecisionKind, OfferedDecision, StepNow } from './next-decision.ts';
import './decision.css';

export interface DecisionBarProps {
  /** The status in words, with its icon. */
  readonly status: ReactNode;
  /** Who has cleared, who is waited for. */
  readonly summary: string;
  readonly step: StepNow;
  readonly offers: readonly OfferedDecision[];
  readonly agencyName: string;
  /** Why nothing can be decided at this moment, whatever the rules say: edits that are not saved. Null when it can. */
  readonly holdUp: string | null;
  readonly onDecide: (decision: DecisionKind) => void;
  readonly onAssign: () => void;
  readonly onGoToThread: (thread: string | null) => void;
  readonly onGoToField: (field: string | null) => void;
}

export function DecisionBar(props: DecisionBarProps): ReactElement {
  const { status, summary, step, offers, onDecide, agencyName, holdUp } = props;
  const { say } = useWords();
  const shown = step.kind === 'decide' ? step.offer.decision : null;
  const others = offers.filter((it) => it.decision !== shown);
  const reasonOf = (refusal: Refusal | null): string | null => (refusal === null ? holdUp : say(refusalWords[refusal.code]));
  const bar = useBar<HTMLElement>('bottom', '--decision-bar');
  return (
    <section
      ref={bar}
      aria-label={say(signOffWords.bar)}
      className="decision-bar sticky bottom-0 z-20 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-line bg-surface px-4 py-2.5 sm:px-6"
    >
      <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 text-15">
        {status}
        <span className="decision-summary text-13 text-ink-soft">{summary}</span>
      </div>
      <div className="flex min-w-0 items-center gap-2 max-sm:w-full max-sm:justify-between">
        <StepButton {...props} reasonOf={reasonOf} />
        {others.length === 0 ? null : (
          <Menu
            label={say(signOffWords.more)}
            items={others.map(({ decision, refusal }) => ({
              id: decision,
              label: say(decisionWords[decision], { agency: agencyName }),
              reasonOff: reasonOf(refusal),
              onChoose: () => onDecide(decision),
            }))}
          />
        )}
      </div>
    </section>
  );
}

type StepButtonProps = DecisionBarProps & { readonly reasonOf: (refusal: Refusal | null) => string | null };

function StepButton({ step, agencyName, reasonOf, onDecide, onAssign, onGoToThread, onGoToField }: StepButtonProps): ReactElement | null {
  const { say } = useWords();
  switch (step.kind) {
    case 'none':
      return null;
    case 'assign':
      return <StepAction label={say(nextStepWords.assign)} onPress={onAssign} />;
    case 'answer-query':
      return <StepAction label={say(nextStepWords['answer-query'])} onPress={() => onGoToThread(step.thread)} />;
    case 'revise':
      return <StepAction label={say(nextStepWords.revise)} onPress={() => onGoToField(null)} />;
    case 'fill-in':
      return <StepAction label={say(nextStepWords.draft)} onPress={() => onGoToField(step.field)} />;
    case 'confirm-choices':
      return <StepAction label={say(nextStepWords['confirm-choices'])} onPress={() => onGoToField(step.field)} />;
    case 'decide': {
      const { decision, refusal } = step.offer;
      return (
        <StepAction
          label={say(decisionWords[decision], { agency: agencyName })}
          reasonOff={reasonOf(refusal)}
          onPress={() => onDecide(decision)}
        />
      );
    }
  }
}

interface StepActionProps {
  readonly label: string;
  readonly reasonOff?: string | null;
  readonly onPress: () => void;
}

function StepAction({ label, reasonOff = null, onPress }: StepActionProps): ReactElement {
  return (
    <Button look="primary" reasonOff={reasonOff} onPress={onPress}>
      {label}
    </Button>
  );
}
