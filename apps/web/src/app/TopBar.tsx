// The bar over every page: the product, the round's pages that the reader may use, notices, and who is signed in.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { ResponseOf, RoundView } from '@chancery/contract';
import { asId, type RoundId } from '@chancery/domain';
import { call } from '../api/call.ts';
import { roundQuery, roundsQuery } from '../api/queries.ts';
import { NoticesBell } from '../features/notice/NoticesBell.tsx';
import { AgencyChip } from '../ui/badge/AgencyChip.tsx';
import { Avatar } from '../ui/badge/Avatar.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Menu } from '../ui/overlay/Menu.tsx';
import { ProductMark } from '../ui/page/ProductMark.tsx';
import { useToasts } from '../ui/overlay/Toasts.tsx';
import { shellWords } from '../words/shell.ts';
import { roleWords } from '../words/statuses.ts';
import { useWords } from '../words/use-words.ts';
import { RoundNavigation } from './RoundNavigation.tsx';

type Person = NonNullable<ResponseOf<'readSession'>['person']>;

export function TopBar({ person, isDemo }: { readonly person: Person; readonly isDemo: boolean }): ReactElement {
  const { say } = useWords();
  const { round: id } = useParams({ strict: false });
  const { data: round } = useQuery({ ...roundQuery(asId<RoundId>(id ?? '')), enabled: id !== undefined });
  return (
    <header className="border-b border-line bg-surface print:hidden">
      <div className="mx-auto flex min-h-13 max-w-[88rem] flex-wrap items-center gap-x-5 px-4 sm:px-6">
        <Link to="/" className="flex min-h-11 items-center gap-2 rounded-6 font-semibold tracking-[-0.01em]">
          <ProductMark />
          {say(shellWords.product)}
          {isDemo ? (
            <span className="rounded-full bg-warning-tint px-2 text-13 font-medium text-warning">{say(shellWords.demo)}</span>
          ) : null}
        </Link>
        {round === undefined ? null : <RoundNavigation round={round} />}
        <div className="ms-auto flex items-center gap-1">
          <NoticesBell />
          <Account person={person} round={round} isDemo={isDemo} />
        </div>
      </div>
    </header>
  );
}

function Account({
  person,
  round,
  isDemo,
}: {
  readonly person: Person;
  readonly round: RoundView | undefined;
  readonly isDemo: boolean;
}): ReactElement {
  const { say } = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { tellFailure } = useToasts();
  const signOut = useMutation({
    mutationFn: () => call('signOut'),
    onSuccess: async () => {
      await navigate({ to: '/sign-in', search: {} });
      client.clear();
    },
    onError: tellFailure,
  });
  const agency = round?.agencies.find((it) => it.id === round.me.agency) ?? null;
  const place = usePlace(round);
  return (
    <Menu
      label={null}
      menuLabel={say(shellWords.account, { name: person.name })}
      buttonClassName="flex min-h-11 items-center gap-2 rounded-6 px-1.5 text-start hover:bg-sunken"
      button={
        <>
          <Avatar face={{ id: person.id, name: person.name, agency }} isDecorative />
          <span className="sr-only">{say(shellWords.signedInAs)} </span>
          <span className="max-w-56 text-13 leading-tight max-lg:sr-only">
            <span className="block truncate font-medium">{person.name}</span>{' '}
            <span className="block truncate text-ink-soft">{place || person.title}</span>
          </span>
          <Icon name="chevron-down" className="text-ink-soft max-lg:hidden" />
        </>
      }
      head={
        <div className="border-b border-line px-3.5 py-3 text-13">
          <p className="text-15 font-medium">{person.name}</p>
          <p className="text-ink-soft">{person.title}</p>
          {agency === null ? null : <AgencyChip agency={agency} isFull className="mt-1.5" />}
          {place === '' ? null : <p className="mt-1 text-ink-soft">{place}</p>}
        </div>
      }
      items={[
        { id: 'rounds', label: say(shellWords.myRounds), icon: 'file', onChoose: () => void navigate({ to: '/' }) },
        { id: 'account', label: say(shellWords.yourAccount), icon: 'person', onChoose: () => void navigate({ to: '/account' }) },
        ...(person.isAdministrator
          ? [{ id: 'admin', label: say(shellWords.administration), icon: 'plus' as const, onChoose: () => void navigate({ to: '/admin' }) }]
          : []),
        {
          id: 'sign-out',
          label: say(isDemo ? shellWords.changePerson : shellWords.signOut),
          icon: 'sign-out',
          onChoose: () => signOut.mutate(),
        },
      ]}
    />
  );
}

/** Agency and roles in the round of the page; between rounds those of the only one the person is in. */
function usePlace(round: RoundView | undefined): string {
  const { say } = useWords();
  const { data } = useQuery({ ...roundsQuery, enabled: round === undefined });
  const only = data?.rounds.length === 1 ? data.rounds[0] : undefined;
  const agency = round === undefined ? only?.agency?.name : round.agencies.find((it) => it.id === round.me.agency)?.shortName;
  const roles = (round?.me.roles ?? only?.roles ?? []).map((role) => say(roleWords[role])).join(', ');
  return [agency, roles].filter(Boolean).join(' · ');
}
