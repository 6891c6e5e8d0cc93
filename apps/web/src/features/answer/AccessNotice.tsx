// The sentence that tells why a text may be read but not written.
import type { AnswerView } from '@chancery/contract';
import { isAssignedTo } from '@chancery/domain';
import type { ReactElement } from 'react';
import { useRound } from '../../api/current-round.ts';
import { Banner } from '../../ui/page/Banner.tsx';
import type { IconName } from '../../ui/Icon.tsx';
import { accessWords } from './words.ts';
import { useWords } from '../../words/use-words.ts';

export function AccessNotice({ answer }: { readonly answer: AnswerView }): ReactElement {
  const { say } = useWords();
  const { round, agencies } = useRound();
  const { sentence, icon } = noticeFor(answer, round.me);
  const agency = agencies.get(round.me.agency ?? '')?.name ?? '';
  return (
    <Banner icon={icon} className="mb-4">
      {say(accessWords[sentence], { agency })}
    </Banner>
  );
}

function noticeFor(
  answer: AnswerView,
  me: ReturnType<typeof useRound>['round']['me'],
): { readonly sentence: keyof typeof accessWords; readonly icon: IconName } {
  if (answer.status === 'sealed') return { sentence: 'sealed', icon: 'seal' };
  if (answer.acceptance !== null)
    return answer.acceptance.kind === 'accepted' ? { sentence: 'accepted', icon: 'lock' } : { sentence: 'noAnswer', icon: 'dash' };
  if (answer.definition.answeredBy === 'respondent') return { sentence: 'respondent', icon: 'person' };
  const writes = me.roles.some((role) => role === 'drafter' || role === 'clearing-officer');
  if (!writes) return { sentence: 'observer', icon: 'person' };
  if (answer.assignment === null) return { sentence: 'unassigned', icon: 'person' };
  const isMine = me.agency !== null && isAssignedTo(answer.assignment, me.agency);
  return isMine ? { sentence: 'observer', icon: 'person' } : { sentence: 'notAssigned', icon: 'person' };
}
