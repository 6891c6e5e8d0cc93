// What everybody but the respondent sees before the approval: how far it is, who will give it, what is still open.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { questionsOf } from '@chancery/domain';
import type { ReactElement } from 'react';
import { useRound } from '../../api/current-round.ts';
import { peopleQuery } from '../../api/queries.ts';
import { Banner } from '../../ui/page/Banner.tsx';
import { buttonClasses } from '../../ui/Button.tsx';
import { Card } from '../../ui/page/Card.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { ProgressBar } from '../../ui/page/ProgressBar.tsx';
import { approvalWords, standingWords } from './words.ts';
import { useWords } from '../../words/use-words.ts';
import { unfinishedQuestions } from './signing/obstacle.ts';
import { approvalAnchors, UnfinishedLinks } from './signing/ApprovalChecklist.tsx';
import { ApprovalPart } from './ApprovalPart.tsx';
import { ApprovalStanding } from './ApprovalStanding.tsx';

export function ApprovalWaiting(): ReactElement {
  const { say } = useWords();
  const { round, questionnaire } = useRound();
  const questions = questionsOf(questionnaire);
  const unfinished = unfinishedQuestions(questions, round.answers);
  const count = questions.filter((question) => question.answeredBy === 'agencies').length;
  const progress = say(approvalWords.accepted, { accepted: count - unfinished.length, questions: count });
  return (
    <div className="flex max-w-4xl flex-col gap-12">
      <Card className="flex flex-col gap-4 px-4 py-5 sm:px-6">
        <p className="flex items-start gap-2 text-17 font-semibold">
          <Icon name={unfinished.length === 0 ? 'check-circle' : 'clock'} size={18} className="mt-1 text-ink-soft" />
          {say(unfinished.length === 0 ? approvalWords.waitsReady : approvalWords.waitsUnfinished)}
        </p>
        <div>
          <p className="numbers-aligned mb-1.5 text-13 text-ink-soft">{progress}</p>
          <ProgressBar label={progress} value={count - unfinished.length} of={count} />
        </div>
        {unfinished.length === 0 ? null : (
          <div>
            <p className="text-15 font-medium">{say(approvalWords.unfinishedTitle, { count: unfinished.length })}</p>
            <UnfinishedLinks questions={unfinished} />
          </div>
        )}
        <Respondents />
      </Card>
      <ApprovalPart id={approvalAnchors.standing} title={say(standingWords.title)} lead={say(standingWords.lead)}>
        <ApprovalStanding />
      </ApprovalPart>
    </div>
  );
}

function Respondents(): ReactElement | null {
  const { say } = useWords();
  const { round } = useRound();
  const { data } = useQuery(peopleQuery(round.id));
  if (data === undefined) return null;
  const respondents = data.members.filter((member) => member.roles.includes('authorized-respondent'));
  if (respondents.length > 0) {
    const names = respondents.map(({ name, title }) => [name, title].filter(Boolean).join(', ')).join(' · ');
    return <p className="border-t border-line pt-4 text-15">{say(approvalWords.waitsFor, { names })}</p>;
  }
  return (
    <Banner tone="warning">
      <p>{say(approvalWords.noAuthority)}</p>
      <Link to="/rounds/$round/people" params={{ round: round.id }} className={`${buttonClasses()} mt-2`}>
        {say(approvalWords.toPeople)}
      </Link>
    </Banner>
  );
}
