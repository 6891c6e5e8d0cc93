// The decision on the answer on the screen: the bar, the dialog, and the text that was seen when it opened.
import type { AnswerView } from '@chancery/contract';
import {
  acceptanceWords,
  answerStage,
  clearanceWords,
  isFrozen,
  missingClearances,
  noAnswerWords,
  staleClearances,
} from '@chancery/domain';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useRound } from '../../api/current-round.ts';
import { Failure } from '../../api/failure.ts';
import { lastClearedQuery } from '../../api/queries.ts';
import { StatusBadge } from '../../ui/badge/StatusBadge.tsx';
import { refusalSentence } from '../../words/refusals.ts';
import { signOffWords } from '../../features/decision/words.ts';
import { useWords } from '../../words/use-words.ts';
import { type DecisionKind, offeredDecisions, type Situation, stepNow } from '../../features/decision/next-decision.ts';
import { DecisionBar } from '../../features/decision/DecisionBar.tsx';
import type { TakenDecision } from '../../features/decision/DecisionDialog.tsx';
import { useToasts } from '../../ui/overlay/Toasts.tsx';
import { onDemand } from '../../ui/page/on-demand.ts';
import { useDecision } from '../../features/decision/use-decision.ts';
import type { ConnectionState } from '@chancery/sync-client';
import type { LiveContent } from '../../features/answer/use-live-content.ts';

const DecisionDialog = onDemand(() => import('../../features/decision/DecisionDialog.tsx').then((feature) => feature.DecisionDialog));

export interface SignOffPanelProps {
  readonly answer: AnswerView;
  readonly situation: Situation;
  readonly live: LiveContent | null;
  readonly state: ConnectionState;
  readonly onAssign: () => void;
  readonly onGoToThread: (thread: string | null) => void;
  readonly onGoToField: (field: string | null) => void;
}

interface Opened {
  readonly decision: DecisionKind;
  readonly seen: LiveContent;
}

export function SignOffPanel({ answer, situation, live, state, onAssign, onGoToThread, onGoToField }: SignOffPanelProps): ReactElement {
  const { say } = useWords();
  const { round, agencies } = useRound();
  const [opened, setOpened] = useState<Opened | null>(null);
  const deciding = useDecision(round.id, answer.question);
  const mine = agencies.get(round.me.agency ?? '');
  const agencyName = mine?.shortName ?? '';
  const summary = useSummary(situation);
  const holdUp = useHoldUp(state);
  const { tellFailure } = useToasts();
  const open = async (decision: DecisionKind): Promise<void> => {
    deciding.reset();
    if (live === null) return;
    if (await DecisionDialog.isThere()) setOpened({ decision, seen: live });
    else tellFailure(new Failure('unreachable', null));
  };
  const cleared = useClearedBefore(answer, opened);
  const take = (taken: TakenDecision): void => {
    if (opened !== null) deciding.mutate({ taken, seen: opened.seen.digest }, { onSuccess: () => setOpened(null) });
  };
  return (
    <>
      <DecisionBar
        status={
          <StatusBadge
            answer={{
              ...situation.facts,
              stage: answerStage(situation.facts, situation.facts),
              missing: missingClearances(situation.facts),
            }}
          />
        }
        summary={summary}
        step={stepNow(situation)}
        offers={offeredDecisions(situation)}
        agencyName={agencyName}
        holdUp={live === null ? say(signOffWords.notOpen) : holdUp}
        onDecide={(decision) => void open(decision)}
        onAssign={onAssign}
        onGoToThread={onGoToThread}
        onGoToField={onGoToField}
      />
      {opened === null || live === null ? null : (
        <DecisionDialog
          decision={opened.decision}
          question={answer.definition}
          cleared={opened.decision === 'clear' ? cleared : null}
          agencyName={agencyName}
          words={wordsOf(opened.decision, situation, { mine: mine?.name ?? '', lead: agencies.get(round.leadAgency)?.name ?? '' })}
          seen={opened.seen.content}
          standing={live.content}
          hasChanged={opened.seen.digest !== live.digest}
          voids={opened.decision === 'reopen' && round.phase !== 'open' ? round.phase : null}
          holdUp={holdUp}
          failure={deciding.error === null ? null : say(...refusalSentence(deciding.error))}
          isUnderWay={deciding.isPending}
          onSeeChange={() => setOpened({ ...opened, seen: live })}
          onTake={take}
          onCancel={() => setOpened(null)}
        />
      )}
    </>
  );
}

/** What this person's agency cleared last, where it is another text than the one that would be cleared now. */
function useClearedBefore(answer: AnswerView, opened: Opened | null) {
  const { round } = useRound();
  const { data } = useQuery({ ...lastClearedQuery(round.id, answer.question), enabled: opened?.decision === 'clear' });
  const cleared = data?.cleared ?? null;
  return cleared === null || cleared.digest === opened?.seen.digest ? null : cleared;
}

function wordsOf(decision: DecisionKind, { facts }: Situation, names: { readonly mine: string; readonly lead: string }): string | null {
  switch (decision) {
    case 'clear':
      return clearanceWords(facts.question, names.mine);
    case 'accept':
      return acceptanceWords(facts.question, names.lead);
    case 'no-answer':
      return noAnswerWords(facts.question, names.lead);
    case 'return':
    case 'reopen':
      return null;
  }
}

/** Before a decision all must be saved: the server decides on what is committed. */
function useHoldUp(state: ConnectionState): string | null {
  const { say } = useWords();
  if (state.status !== 'open') return say(signOffWords.notOpen);
  return state.saving === 'saved' ? null : say(signOffWords.notSaved);
}

/** Who has spoken and who is waited for, in one sentence. */
function useSummary({ facts }: Situation): string {
  const { say, moment } = useWords();
  const { agencies, people } = useRound();
  const named = (ids: readonly string[]): string => ids.map((id) => agencies.get(id)?.shortName ?? '').join(', ');
  const { acceptance } = facts;
  if (acceptance !== null) {
    const sentence = acceptance.kind === 'accepted' ? signOffWords.acceptedBy : signOffWords.noAnswerBy;
    return say(sentence, { person: people.get(acceptance.person)?.name ?? '', date: moment(acceptance.at) });
  }
  if (facts.question.answeredBy === 'respondent' || isFrozen(facts)) return '';
  if (facts.assignment === null) return say(signOffWords.nobodyLeads);
  const stale = staleClearances(facts).map((it) => it.agency);
  const missing = missingClearances(facts);
  const cleared = facts.clearances.filter((it) => it.digest === facts.digest).map((it) => it.agency);
  const sentences = [
    stale.length === 0 ? '' : say(signOffWords.stale, { agencies: named(stale) }),
    cleared.length === 0 ? '' : say(signOffWords.clearedBy, { agencies: named(cleared) }),
    missing.length === 0 ? '' : say(signOffWords.waitingFor, { agencies: named(missing) }),
  ];
  return sentences.filter(Boolean).join(' ');
}
