// The card of one person of a demo: name, role, agency; a click enters.
import type { ReactElement } from 'react';
import { Avatar } from '../../ui/badge/Avatar.tsx';
import { Icon } from '../../ui/Icon.tsx';
import type { ListedDemoPerson } from './demo-groups.ts';

interface DemoCardProps {
  readonly person: ListedDemoPerson;
  readonly colour: number;
  readonly roles: string;
  readonly onEnter: () => void;
}

export function DemoCard({ person, colour, roles, onEnter }: DemoCardProps): ReactElement {
  const agency = { name: person.agency, shortName: person.agency, colour };
  return (
    <button
      type="button"
      onClick={onEnter}
      className="group flex min-h-14 w-full items-center gap-3 rounded-6 bg-surface px-3 py-2 text-start ring-1 ring-line transition-colors duration-100 hover:bg-accent-tint hover:ring-accent"
    >
      <Avatar face={{ id: person.email, name: person.name, agency }} isDecorative />
      <span className="min-w-0">
        <span className="block truncate text-15 font-medium">{person.name}</span>
        <span className="block truncate text-13 text-ink-soft">
          {roles}
          <span className="sr-only">, {person.agency}</span>
        </span>
      </span>
      <Icon name="arrow-end" className="ms-auto text-ink-faint group-hover:text-accent" />
    </button>
  );
}
