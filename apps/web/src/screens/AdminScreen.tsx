// The administrator's page: the rounds of the installation, their settings, and opening a new one.
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import type { ResponseOf } from '@chancery/contract';
import type { RoundId } from '@chancery/domain';
import { roundsQuery, signInQuery } from '../api/queries.ts';
import { Button, buttonClasses } from '../ui/Button.tsx';
import { Card } from '../ui/page/Card.tsx';
import { EmptyState, ErrorState } from '../ui/page/EmptyState.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Menu } from '../ui/overlay/Menu.tsx';
import { PageHead } from '../ui/page/PageHead.tsx';
import { ProgressBar } from '../ui/page/ProgressBar.tsx';
import { SkeletonRows } from '../ui/page/Skeleton.tsx';
import { usePageTitle } from '../ui/page/use-page-title.ts';
import { administrationWords, roundWords } from '../features/round/words.ts';
import { shellWords } from '../words/shell.ts';
import { phaseWords } from '../words/statuses.ts';
import { useWords } from '../words/use-words.ts';
import { OpenRoundDialog } from '../features/round/OpenRoundDialog.tsx';
import { RoundSettingsDialog } from '../features/round/RoundSettingsDialog.tsx';

type RoundSummary = ResponseOf<'listRounds'>['rounds'][number];

export function AdminScreen(): ReactElement {
  const { say } = useWords();
  const { data: signIn } = useQuery(signInQuery);
  const [isOpening, setIsOpening] = useState(false);
  usePageTitle(say(administrationWords.title));
  if (signIn?.person?.isAdministrator !== true) return <ForAdministrators />;
  const opening = (
    <div className="flex flex-wrap gap-2">
      <Link to="/admin/accounts" className={buttonClasses('secondary')}>
        <Icon name="people" />
        {say(administrationWords.accounts)}
      </Link>
      <Button look="primary" icon="plus" onPress={() => setIsOpening(true)}>
        {say(roundWords.open)}
      </Button>
    </div>
  );
  return (
    <>
      <PageHead title={say(administrationWords.title)} detail={say(administrationWords.detail)} actions={opening} />
      <div className="mx-auto max-w-[88rem] px-4 pb-16 sm:px-6">
        <h2 className="sr-only">{say(administrationWords.rounds)}</h2>
        <Card>
          <Rounds />
        </Card>
      </div>
      {isOpening ? <OpenRoundDialog onClose={() => setIsOpening(false)} /> : null}
    </>
  );
}

function ForAdministrators(): ReactElement {
  const { say } = useWords();
  return (
    <div className="py-8">
      <h1 className="sr-only">{say(administrationWords.title)}</h1>
      <EmptyState
        icon="lock"
        title={say(administrationWords.notYours)}
        action={
          <Link to="/" className={buttonClasses('primary')}>
            {say(shellWords.backToRounds)}
          </Link>
        }
      >
        {say(administrationWords.notYoursWhy)}
      </EmptyState>
    </div>
  );
}

function Rounds(): ReactElement {
  const { say } = useWords();
  const { data, error, refetch } = useQuery(roundsQuery);
  const [settings, setSettings] = useState<RoundId | null>(null);
  if (data === undefined) return error === null ? <SkeletonRows rows={3} /> : <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data.rounds.length === 0) return <EmptyState title={say(administrationWords.none)}>{say(administrationWords.noneWhy)}</EmptyState>;
  return (
    <>
      <ul>
        {data.rounds.map((round) => (
          <RoundLine key={round.id} round={round} onSettings={() => setSettings(round.id)} />
        ))}
      </ul>
      {settings === null ? null : <RoundSettingsDialog round={settings} onClose={() => setSettings(null)} />}
    </>
  );
}

interface RoundLineProps {
  readonly round: RoundSummary;
  readonly onSettings: () => void;
}

function RoundLine({ round, onSettings }: RoundLineProps): ReactElement {
  const { say, due } = useWords();
  const navigate = useNavigate();
  const progress = say(roundWords.progress, { ...round.progress });
  const { day, distance } = round.dueDay === null ? { day: '', distance: '' } : due(round.dueDay, round.today);
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-6 gap-y-2 border-b border-line px-4 py-4 last:border-0 sm:px-5 md:grid-cols-[minmax(0,1fr)_6rem_13rem_11rem_auto]">
      <div className="min-w-0">
        <Link
          to="/rounds/$round/people"
          params={{ round: round.id }}
          className="text-15 font-semibold text-accent underline-offset-2 hover:underline"
        >
          {round.title}
        </Link>
        <p className="text-13 text-ink-soft">{round.country}</p>
      </div>
      <div className="max-md:order-last max-md:col-span-2 md:contents">
        <span className="inline-flex items-center gap-1.5 text-13 font-medium max-md:me-4">
          <Icon name={round.phase === 'open' ? 'pencil' : round.phase === 'approved' ? 'seal' : 'send'} size={14} />
          {say(phaseWords[round.phase])}
        </span>
        <span className="text-13 text-ink-soft">
          {round.dueDay === null ? say(roundWords.noDue) : say(roundWords.due, { day, distance })}
        </span>
        <span className="flex flex-col gap-1 max-md:mt-2">
          <span className="numbers-aligned text-13 text-ink-soft">{progress}</span>
          <ProgressBar label={progress} value={round.progress.accepted} of={round.progress.questions} />
        </span>
      </div>
      <Menu
        label={say(administrationWords.actionsFor, { round: round.title })}
        buttonClassName={`${buttonClasses('quiet')} px-2.5! text-ink-soft!`}
        items={[
          {
            id: 'people',
            label: say(administrationWords.people),
            icon: 'people',
            onChoose: () => void navigate({ to: '/rounds/$round/people', params: { round: round.id } }),
          },
          { id: 'settings', label: say(roundWords.settings), icon: 'pencil', onChoose: onSettings },
        ]}
      />
    </li>
  );
}
