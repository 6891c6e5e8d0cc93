// The people of a demo, each to be entered as by one click.
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { demoQuery } from '../../api/queries.ts';
import { Card } from '../../ui/page/Card.tsx';
import { EmptyState, ErrorState } from '../../ui/page/EmptyState.tsx';
import { TextField } from '../../ui/form/Field.tsx';
import { SkeletonRows } from '../../ui/page/Skeleton.tsx';
import { signInWords } from './words.ts';
import { roleWords } from '../../words/statuses.ts';
import { useWords } from '../../words/use-words.ts';
import { DemoCard } from './DemoCard.tsx';
import { type DemoGroup, type ListedDemoPerson, findPeople, groupByAgency } from './demo-groups.ts';
import { SignInFailure } from './SignInForm.tsx';
import { useEntering } from './use-entering.ts';

export function DemoPeople(): ReactElement {
  const { say } = useWords();
  const { data: demo, error, refetch } = useQuery(demoQuery);
  const entering = useEntering();
  const [wanted, setWanted] = useState('');
  const rolesOf = (person: ListedDemoPerson) => person.roles.map((role) => say(roleWords[role])).join(', ');
  const found = findPeople(demo?.people ?? [], wanted, rolesOf);
  const enter = (email: string) => {
    if (demo !== undefined && !entering.isPending) entering.mutate({ email, password: demo.password });
  };
  return (
    <section aria-labelledby="demo-title" className="flex flex-col gap-5">
      <DemoHead wanted={wanted} onWant={setWanted} found={found.size} />
      <SignInFailure error={entering.error} />
      {error === null ? null : <ErrorState error={error} onRetry={() => void refetch()} />}
      {demo === undefined && error === null ? (
        <Card>
          <SkeletonRows />
        </Card>
      ) : null}
      {demo !== undefined && found.size === 0 ? (
        <EmptyState icon="search" title={say(signInWords.nobodyFound)}>
          {say(signInWords.nobodyFoundWhy)}
        </EmptyState>
      ) : null}
      {groupByAgency(demo?.people ?? []).map((group) => (
        <AgencyGroup key={group.agency} group={group} found={found} rolesOf={rolesOf} onEnter={enter} />
      ))}
    </section>
  );
}

interface DemoHeadProps {
  readonly wanted: string;
  readonly onWant: (wanted: string) => void;
  readonly found: number;
}

function DemoHead({ wanted, onWant, found }: DemoHeadProps): ReactElement {
  const { say } = useWords();
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
      <div className="sm:max-w-[22rem]">
        <h2 id="demo-title" className="text-21 font-semibold">
          {say(signInWords.demoTitle)}
        </h2>
        <p className="mt-1 text-15 text-ink-soft">{say(signInWords.demoLine)}</p>
      </div>
      <div className="w-full sm:w-80">
        <TextField
          label={say(signInWords.findPerson)}
          isLabelHidden
          type="search"
          placeholder={say(signInWords.findPerson)}
          value={wanted}
          onChange={(event) => onWant(event.currentTarget.value)}
        />
        <p aria-live="polite" className="sr-only">
          {wanted === '' ? '' : say(signInWords.found, { count: found })}
        </p>
      </div>
    </div>
  );
}

interface AgencyGroupProps {
  readonly group: DemoGroup;
  readonly found: ReadonlySet<string>;
  readonly rolesOf: (person: ListedDemoPerson) => string;
  readonly onEnter: (email: string) => void;
}

function AgencyGroup({ group, found, rolesOf, onEnter }: AgencyGroupProps): ReactElement | null {
  const { agency, colour, people } = group;
  const shown = people.filter((person) => found.has(person.email));
  if (shown.length === 0) return null;
  return (
    <section aria-label={agency}>
      <h3 data-agency-colour={colour} className="mb-2 flex items-center gap-2 text-13 font-medium text-ink-soft">
        <span aria-hidden="true" className="size-2.5 rounded-3 bg-(--agency)" />
        {agency}
      </h3>
      <ul className="grid grid-cols-1 gap-2 sm:grid-cols-2">
        {shown.map((person) => (
          <li key={person.email}>
            <DemoCard person={person} colour={colour} roles={rolesOf(person)} onEnter={() => onEnter(person.email)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
