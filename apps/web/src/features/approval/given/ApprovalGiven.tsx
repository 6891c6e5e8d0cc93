// The calm after the approval: what was signed, the files to send, and the record of the sending.
import { Link } from '@tanstack/react-router';
import type { RecordEntry } from '@chancery/domain';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { mayInRound } from '../../../api/acting.ts';
import { useRound } from '../../../api/current-round.ts';
import { Card } from '../../../ui/page/Card.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { givenWords, sendingWords } from '../words.ts';
import { useWords } from '../../../words/use-words.ts';
import { ApprovalFiles } from './ApprovalFiles.tsx';
import { ApprovalSending } from './ApprovalSending.tsx';
import { SignedWords } from '../signing/ApprovalSignature.tsx';

interface ApprovalGivenProps {
  /** The entry of the approval; null where the record is not open to the reader, or still loading. */
  readonly entry: RecordEntry | null;
  /** It was given on this page just now: its heading takes the focus. */
  readonly isNew: boolean;
}

export function ApprovalGiven({ entry, isNew }: ApprovalGivenProps): ReactElement {
  const { say } = useWords();
  const { round, agencies } = useRound();
  const mayRecord = mayInRound(round, 'record-sending');
  const [isRecorded, setIsRecorded] = useState(false);
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-6">
      <GivenHead news={Number(isNew) + Number(isRecorded)} />
      {entry === null ? null : (
        <Card className="px-4 py-5 sm:px-6">
          <h2 className="text-13 font-medium text-ink-soft">{say(givenWords.words)}</h2>
          <SignedWords words={entry.words} />
          <p className="mt-4 text-13 text-ink-soft">
            {say(givenWords.entry, { sequence: entry.sequence })}{' '}
            <code className="numbers-aligned font-sans wrap-anywhere text-ink">{entry.hash}</code>
          </p>
        </Card>
      )}
      {mayInRound(round, 'export') ? <ApprovalFiles /> : null}
      {round.phase === 'approved' && mayRecord ? <ApprovalSending onRecorded={() => setIsRecorded(true)} /> : null}
      {round.phase === 'approved' && !mayRecord ? (
        <p className="text-15 text-ink-soft">{say(sendingWords.waits, { lead: agencies.get(round.leadAgency)?.shortName ?? '' })}</p>
      ) : null}
    </div>
  );
}

/** `news` grows with each thing done on this page: the heading that says so takes the focus. */
function GivenHead({ news }: { readonly news: number }): ReactElement {
  const { say, moment } = useWords();
  const { round, people } = useRound();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (news === 0) return;
    heading.current?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }, [news]);
  const { approval, phase, sentAt } = round;
  const person = approval === null ? undefined : people.get(approval.person);
  return (
    <header className="flex flex-col items-center gap-2 pt-2 pb-4 text-center sm:pt-6">
      <span className="flex size-14 items-center justify-center rounded-full bg-accepted-tint text-accepted">
        <Icon name={phase === 'sent' ? 'send' : 'seal'} size={28} />
      </span>
      <h1 ref={heading} tabIndex={-1} className="mt-2 text-27 font-semibold tracking-[-0.01em] sm:text-35">
        {say(phase === 'sent' ? givenWords.sent : givenWords.approved)}
      </h1>
      <p className="max-w-prose text-17 text-ink-soft">
        {approval === null || person === undefined ? null : say(givenWords.by, { name: person.name, moment: moment(approval.at) })}{' '}
        {sentAt === null ? null : say(givenWords.sentAt, { moment: moment(sentAt) })}
      </p>
      <p className="max-w-prose text-15 text-ink-soft">{say(givenWords.sealed)}</p>
      <Link
        to="/rounds/$round/questionnaire"
        params={{ round: round.id }}
        className="touch-target mt-1 inline-flex items-center gap-1 text-15 font-medium text-accent hover:underline"
      >
        {say(givenWords.read)}
        <Icon name="arrow-end" size={14} />
      </Link>
    </header>
  );
}
