// Owns the people of a demo, each to be entered as by one click.
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { demoQuery } from '../../api/queries.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState, ErrorState } from '../../ui/EmptyState.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import { sessionWords } from '../../words/session.ts';
import { roleWords } from '../../words/statuses.ts';
import { useWords } from '../../words/use-words.ts';
import { type DemoPerson, findPeople, groupByAgency } from './demo-groups.ts';
import { SignInFailure } from './SignInForm.tsx';
import { useEntering } from './use-entering.ts';

export function DemoPeople(): ReactElement {
  const entering = useEntering();
  const { say } = useWords();
  const { data: demo, error, refetch } = useQuery(demoQuery);
  const [wanted, setWanted] = useState('');
  const rolesOf = (person: DemoPerson) => person.roles.map((role) => say(roleWords[role])).join(', ');
  const groups = groupByAgency(demo?.people ?? []);
  const found = findPeople(demo?.people ?? [], wanted, rolesOf);
  return (
    <section aria-labelledby="demo-title" className="flex flex-col gap-5">
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
        <div className="sm:max-w-[22rem]">
          <h2 id="demo-title" className="text-21 font-semibold">
            {say(sessionWords.demoTitle)}
          </h2>
          <p className="mt-1 text-15 text-ink-soft">{say(sessionWords.demoLine)}</p>
        </div>
        <div className="w-full sm:w-80">
          <TextField
            label={say(sessionWords.findPerson)}
            isLabelHidden
            type="search"
            placeholder={say(sessionWords.findPerson)}
            value={wanted}
            onChange={(event) => setWanted(event.currentTarget.value)}
          />
          <p aria-live="polite" className="sr-only">
            {wanted === '' ? '' : say(sessionWords.found, { count: found.size })}
          </p>
        </div>
      </div>
      <SignInFailure error={entering.error} />
      {error === null ? null : <ErrorState error={error} onRetry={() => void refetch()} />}
      {demo === undefined && error === null ? (
        <Card>
          <SkeletonRows />
        </Card>
      ) : null}
      {demo !== undefined && found.size === 0 ? (
        <EmptyState icon="search" title={say(sessionWords.nobodyFound)}>
          {say(sessionWords.nobodyFoundWhy)}
        </EmptyState>
      ) : null}
      {groups.map(({ agency, colour, people }) => {
        const shown = people.filter((person) => found.has(person.email));
        if (demo === undefined || shown.length === 0) return null;
        return (
          <section key={agency} aria-label={agency}>
            <h3 data-agency-colour={colour} className="mb-2 flex items-center gap-2 text-13 font-medium text-ink-soft">
              <span aria-hidden="true" className="size-2.5 rounded-3 bg-(--agency)" />
              {agency}
            </h3>
            <ul className="grid gap-2 sm:grid-cols-2">
              {shown.map((person) => (
                <li key={person.email}>
                  <button
                    type="button"
                    aria-disabled={entering.isPending || undefined}
                    onClick={() => (entering.isPending ? undefined : entering.mutate({ email: person.email, password: demo.password }))}
                    className="group flex min-h-14 w-full items-center gap-3 rounded-6 bg-surface px-3 py-2 text-start ring-1 ring-line transition-colors duration-100 hover:bg-accent-tint hover:ring-accent"
                  >
                    <Avatar
                      face={{ id: person.email, name: person.name, agency: { name: agency, shortName: agency, colour } }}
                      isDecorative
                    />
                    <span className="min-w-0">
                      <span className="block truncate text-15 font-medium">{person.name}</span>
                      <span className="block truncate text-13 text-ink-soft">
                        {rolesOf(person)}
                        <span className="sr-only">, {agency}</span>
                      </span>
                    </span>
                    <Icon name="arrow-end" className="ms-auto text-ink-faint group-hover:text-accent" />
                  </button>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </section>
  );
}
