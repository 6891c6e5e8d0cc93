// The notice, where it can't be overlooked, that an approval was given and is void.
import type { RoundId } from '@chancery/domain';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useRound } from '../../../api/current-round.ts';
import { Banner } from '../../../ui/page/Banner.tsx';
import { standingWords, voidedWords } from '../words.ts';
import { useWords } from '../../../words/use-words.ts';
import type { VoidedApproval } from './voided.ts';

export function ApprovalVoided({ voided: { entry, givenAt, isLast } }: { readonly voided: VoidedApproval }): ReactElement {
  const { say, moment } = useWords();
  const { round } = useRound();
  const at = moment(Date.parse(entry.at));
  if (!isLast) {
    return (
      <p className="text-13 text-ink-soft">
        {say(voidedWords.earlier, { moment: at })} <RecordLink round={round.id} />
      </p>
    );
  }
  return (
    <Banner tone="danger">
      <p className="font-semibold">
        {givenAt === null ? say(voidedWords.titleUnknown) : say(voidedWords.title, { given: moment(Date.parse(givenAt)) })}
      </p>
      <p className="text-ink">{say(voidedWords.by, { name: entry.by.name, moment: at, words: entry.words })}</p>
      <p className="text-ink">
        {say(voidedWords.again)} <RecordLink round={round.id} />
      </p>
    </Banner>
  );
}

function RecordLink({ round }: { readonly round: RoundId }): ReactElement {
  const { say } = useWords();
  return (
    <Link to="/rounds/$round/record" params={{ round }} className="font-medium text-accent underline underline-offset-2">
      {say(standingWords.toRecord)}
    </Link>
  );
}
