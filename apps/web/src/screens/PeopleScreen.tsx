// The page "People" of a round: agencies with their people, what each role may do, and every change of them.
import { useQuery } from '@tanstack/react-query';
import type { ResponseOf, RoundView } from '@chancery/contract';
import { hasRole } from '@chancery/domain';
import { type ReactElement, useMemo, useState } from 'react';
import { mayInRound } from '../api/acting.ts';
import { useRound } from '../api/current-round.ts';
import { peopleQuery } from '../api/queries.ts';
import { Button, buttonClasses } from '../ui/Button.tsx';
import { Card } from '../ui/page/Card.tsx';
import { EmptyState, ErrorState } from '../ui/page/EmptyState.tsx';
import { TextField } from '../ui/form/Field.tsx';
import { Menu, type MenuItem } from '../ui/overlay/Menu.tsx';
import { PageHead } from '../ui/page/PageHead.tsx';
import { SkeletonRows } from '../ui/page/Skeleton.tsx';
import { usePageTitle } from '../ui/page/use-page-title.ts';
import { roundWords } from '../features/round/words.ts';
import { agencyWords, memberWords, peopleWords } from '../features/people/words.ts';
import { useWords } from '../words/use-words.ts';
import { AgencyCard } from '../features/people/AgencyCard.tsx';
import { type Granting, grantingIn, lacksManager, mayReadAlong, rolesToOffer } from '../features/people/granting.ts';
import type { Intent } from '../features/people/intent.ts';
import { findMembers, membersByAgency } from '../features/people/members-by-agency.ts';
import { PeopleDialogs } from '../features/people/dialogs/PeopleDialogs.tsx';
import { RolesCard } from '../features/people/RolesCard.tsx';
import { RoundSettingsDialog } from '../features/round/RoundSettingsDialog.tsx';

export function PeopleScreen(): ReactElement {
  const { say } = useWords();
  const { round } = useRound();
  const { data, error, refetch } = useQuery(peopleQuery(round.id));
  usePageTitle(say(peopleWords.title));
  if (data !== undefined) return <People people={data} round={round} />;
  return (
    <>
      <PageHead title={say(peopleWords.title)} />
      <div className="mx-auto max-w-[88rem] px-4 pb-16 sm:px-6">
        <Card>{error === null ? <SkeletonRows rows={8} /> : <ErrorState error={error} onRetry={() => void refetch()} />}</Card>
      </div>
    </>
  );
}

function People({ people, round }: { readonly people: ResponseOf<'readPeople'>; readonly round: RoundView }): ReactElement {
  const { say } = useWords();
  const [intent, setIntent] = useState<Intent | null>(null);
  const [areSettingsOpen, setAreSettingsOpen] = useState(false);
  const mayManage = mayInRound(round, 'manage-round');
  const granting = useMemo(() => grantingIn(round, people), [round, people]);
  const inviting = mayManage ? undefined : people.agencies.find((agency) => rolesToOffer(granting, agency.id).length > 0);
  const mayIntend = mayManage || hasRole(granting.actor, 'manager');
  const closed = round.phase === 'open' ? null : say(peopleWords.closed);
  const counts = { agencies: people.agencies.length, people: people.members.length };
  return (
    <>
      <PageHead
        title={say(peopleWords.title)}
        detail={say(peopleWords.detail, counts)}
        {...(mayIntend
          ? {
              actions: (
                <Actions
                  closed={closed}
                  invite={inviting === undefined ? null : { kind: 'invite', agency: inviting }}
                  mayManage={mayManage}
                  mayReadAlong={mayReadAlong(granting)}
                  onIntend={setIntent}
                  onSettings={() => setAreSettingsOpen(true)}
                />
              ),
            }
          : {})}
      />
      <div className="mx-auto grid max-w-[88rem] items-start gap-x-8 gap-y-4 px-4 pb-16 sm:px-6 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="flex flex-col gap-4 lg:sticky lg:top-4 lg:order-last">
          <RolesCard />
          {mayIntend ? null : <p className="text-13 text-ink-soft lg:px-5">{say(peopleWords.readOnly)}</p>}
        </div>
        <AgencyList people={people} granting={granting} closed={closed} onIntend={mayIntend ? setIntent : null} />
      </div>
      {intent === null ? null : (
        <PeopleDialogs intent={intent} round={round.id} agencies={people.agencies} granting={granting} onClose={() => setIntent(null)} />
      )}
      {areSettingsOpen ? <RoundSettingsDialog round={round.id} onClose={() => setAreSettingsOpen(false)} /> : null}
    </>
  );
}

interface ActionsProps {
  readonly closed: string | null;
  /** The invitation that a manager sends most; null for those who manage no agency. */
  readonly invite: Intent | null;
  readonly mayManage: boolean;
  readonly mayReadAlong: boolean;
  readonly onIntend: (intent: Intent) => void;
  readonly onSettings: () => void;
}

function Actions({ closed, invite, mayManage, mayReadAlong, onIntend, onSettings }: ActionsProps): ReactElement {
  const { say } = useWords();
  const readAlong: MenuItem = {
    id: 'read-along',
    label: say(memberWords.readAlong),
    icon: 'person',
    onChoose: () => onIntend({ kind: 'read-along' }),
  };
  return (
    <div className="flex flex-wrap items-center gap-2">
      {invite === null ? null : (
        <Button look="primary" icon="plus" reasonOff={closed} onPress={() => onIntend(invite)}>
          {say(memberWords.invite)}
        </Button>
      )}
      {mayManage ? (
        <Menu
          label={say(peopleWords.moreActions)}
          buttonClassName={`${buttonClasses('secondary')} px-2.5!`}
          items={[
            {
              id: 'agency',
              label: say(agencyWords.add),
              icon: 'plus',
              reasonOff: closed,
              onChoose: () => onIntend({ kind: 'add-agency' }),
            },
            {
              id: 'settings',
              label: say(roundWords.settings),
              icon: 'pencil',
              reasonOff: closed,
              onChoose: onSettings,
            },
            ...(mayReadAlong ? [readAlong] : []),
          ]}
        />
      ) : null}
    </div>
  );
}

interface AgencyListProps {
  readonly people: ResponseOf<'readPeople'>;
  readonly granting: Granting;
  readonly closed: string | null;
  readonly onIntend: ((intent: Intent) => void) | null;
}

function AgencyList({ people, granting, closed, onIntend }: AgencyListProps): ReactElement {
  const { say } = useWords();
  const [wanted, setWanted] = useState('');
  const groups = useMemo(() => membersByAgency(people), [people]);
  const found = findMembers(groups, wanted);
  const count = (agency: string) => groups.find((it) => it.agency.id === agency)?.members.length ?? 0;
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <TextField
        type="search"
        label={say(peopleWords.find)}
        isLabelHidden
        placeholder={say(peopleWords.find)}
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
      />
      {found.map((group) => (
        <AgencyCard
          key={group.agency.id}
          group={group}
          memberCount={count(group.agency.id)}
          granting={granting}
          lacksManager={lacksManager(people, group.agency)}
          closed={closed}
          onIntend={onIntend}
        />
      ))}
      {found.length > 0 ? null : (
        <Card>
          <EmptyState
            icon="search"
            title={say(peopleWords.nobodyFound)}
            action={<Button onPress={() => setWanted('')}>{say(peopleWords.showAll)}</Button>}
          >
            {say(peopleWords.nobodyFoundWhy, { wanted: wanted.trim() })}
          </EmptyState>
        </Card>
      )}
    </div>
  );
}
