// The record's summary on the page of the approval: who cleared what, who accepted it, and when.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactElement, useMemo } from 'react';
import { questionsOf, type RecordEntry } from '@chancery/domain';
import { useRound } from '../../api/current-round.ts';
import { recordQuery } from '../../api/queries.ts';
import { mayInRound } from '../../api/acting.ts';
import { AgencyChip } from '../../ui/badge/AgencyChip.tsx';
import { Card } from '../../ui/page/Card.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { standingWords } from './words.ts';
import { useWords } from '../../words/use-words.ts';
import { vouchingSentence } from '../../words/vouching.ts';
import { numberRanges, signatoryOf, type StandingKind, type StandingLine, standingLines } from './standing.ts';

const kinds: readonly StandingKind[] = ['cleared', 'accepted', 'noAnswer'];

export function ApprovalStanding(): ReactElement {
  const { say } = useWords();
  const { round, questionnaire } = useRound();
  const { data: record } = useQuery({ ...recordQuery(round.id), enabled: mayInRound(round, 'read-record') });
  const lines = useMemo(() => standingLines(questionsOf(questionnaire), round.answers), [questionnaire, round.answers]);
  return (
    <>
      <Card>
        {lines.length === 0 ? <p className="px-5 py-4 text-ink-soft">{say(standingWords.none)}</p> : null}
        {kinds.map((kind) => {
          const ofKind = lines.filter((line) => line.kind === kind);
          if (ofKind.length === 0) return null;
          return (
            <section key={kind} className="border-b border-line last:border-0">
              <h3 className="px-4 pt-4 text-13 font-medium text-ink-soft sm:px-5">{say(standingWords[kind])}</h3>
              <ul className="pb-2">
                {ofKind.map((line) => (
                  <StandingRow
                    key={`${line.agency ?? ''} ${line.person}`}
                    line={line}
                    signatory={signatoryOf(line, record?.entries ?? [])}
                  />
                ))}
              </ul>
            </section>
          );
        })}
      </Card>
      <Link
        to="/rounds/$round/record"
        params={{ round: round.id }}
        className="touch-target mt-3 inline-flex items-center gap-1 text-15 font-medium text-accent hover:underline"
      >
        {say(standingWords.toRecord)}
        <Icon name="arrow-end" size={14} />
      </Link>
    </>
  );
}

function StandingRow({ line, signatory }: { readonly line: StandingLine; readonly signatory: RecordEntry['by'] | null }): ReactElement {
  const { say, moment } = useWords();
  const { round, agencies, people } = useRound();
  const agency = agencies.get(line.agency ?? round.leadAgency);
  const person = people.get(line.person);
  const when =
    line.first === line.last || moment(line.first) === moment(line.last)
      ? moment(line.last)
      : say(standingWords.between, { first: moment(line.first), last: moment(line.last) });
  const vouching = signatory === null ? null : vouchingSentence(signatory);
  const unnumbered = line.questions.filter((it) => it.number === null).map((it) => it.text);
  const named = [...unnumbered, numberRanges(line.questions)].filter((it) => it !== '').join(', ');
  return (
    <li className="grid gap-x-6 gap-y-0.5 px-4 py-2.5 sm:px-5 md:grid-cols-[minmax(0,5fr)_minmax(0,4fr)_minmax(0,4fr)]">
      <div className="min-w-0">
        {agency === undefined ? null : <AgencyChip agency={agency} className="font-medium" />}
        <p className="text-13 text-ink-soft">{person === undefined ? '' : [person.name, person.title].filter(Boolean).join(', ')}</p>
        {vouching === null ? null : <p className="text-13 text-ink-soft wrap-anywhere">{say(...vouching)}</p>}
      </div>
      <div className="min-w-0">
        <p>{say(standingWords.count, { count: line.questions.length })}</p>
        <p className="numbers-aligned text-13 wrap-anywhere text-ink-soft">{named}</p>
      </div>
      <p className="numbers-aligned text-13 text-ink-soft md:pt-0.5">{when}</p>
    </li>
  );
}
