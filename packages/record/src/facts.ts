// The plain facts of a record that holds: who gave their word for how many answers.
import { printed } from './person.ts';
import type { RecordFile } from './record-file.ts';
import { phaseOf, type RecordStanding, type StandingDecision } from './standing.ts';
import type { RecordFacts, Share } from './verdict.ts';
import { vouchingRemarks } from './vouching.ts';

/** Counts what stands in a record whose checks have all passed. */
export function factsOf(record: RecordFile, standing: RecordStanding): RecordFacts {
  const { approval, sending, decisions, voidedApprovals } = standing;
  const last = record.entries.at(-1);
  return {
    title: record.round.title,
    country: record.round.country,
    phase: phaseOf(standing),
    questions: record.questions.length,
    cleared: clearedShares(record, standing),
    accepted: decisionShares(decisions, 'accepted'),
    withoutAnswer: decisionShares(decisions, 'no-answer'),
    undecided: record.questions.filter(({ id }) => !decisions.has(id) && approval === null).map(({ id }) => id),
    approval: approval === null ? null : { by: printed(approval.by), at: approval.at, answers: record.questions.length },
    sending: sending === null ? null : { by: printed(sending.by), at: sending.at },
    voidedApprovals,
    vouching: vouchingRemarks(record),
    entries: record.entries.length,
    lastHash: last?.hash ?? '',
    lastAt: last?.at ?? '',
  };
}

function clearedShares(record: RecordFile, { clearances }: RecordStanding): readonly Share[] {
  const inForce = record.contents.flatMap(({ question, digest }) => {
    const given = [...(clearances.get(question)?.values() ?? [])];
    return given.filter((it) => it.digest === digest).map(({ agency }) => agency);
  });
  return shares(inForce);
}

function decisionShares(decisions: RecordStanding['decisions'], kind: StandingDecision['kind']): readonly Share[] {
  return shares([...decisions.values()].filter((it) => it.kind === kind).map(({ by }) => printed(by)));
}

/** In the order in which the names first appear. */
function shares(names: readonly string[]): readonly Share[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, answers]) => ({ name, answers }));
}
