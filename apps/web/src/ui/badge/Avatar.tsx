// Faces: initials on the agency's colour, with name and agency in words.
import type { ReactElement } from 'react';
import type { AgencyName } from './AgencyChip.tsx';
import { classNames } from '../class-names.ts';

export interface Face {
  readonly id: string;
  readonly name: string;
  readonly agency: AgencyName | null;
}

interface AvatarProps {
  readonly face: Face;
  /** True where the name stands beside it. */
  readonly isDecorative?: boolean;
  readonly className?: string;
}

export function Avatar({ face, isDecorative = false, className }: AvatarProps): ReactElement {
  const words = face.agency === null ? face.name : `${face.name}, ${face.agency.shortName}`;
  return (
    <span
      title={isDecorative ? undefined : words}
      data-agency-colour={face.agency?.colour ?? 0}
      className={classNames(
        'inline-flex size-6 shrink-0 items-center justify-center rounded-full bg-(--agency) text-[0.6875rem] font-semibold text-(--on-agency) ring-2 ring-surface',
        className,
      )}
    >
      <span aria-hidden="true">{initialsOf(face.name)}</span>
      {isDecorative ? null : <span className="sr-only">{words}</span>}
    </span>
  );
}

/** The first `max` faces, the rest as a number whose words name them. */
export function AvatarGroup({
  faces,
  max = 3,
  className,
}: {
  readonly faces: readonly Face[];
  readonly max?: number;
  readonly className?: string;
}): ReactElement | null {
  if (faces.length === 0) return null;
  const hidden = faces.slice(max);
  const hiddenNames = hidden.map((face) => face.name).join(', ');
  return (
    <span className={classNames('inline-flex items-center -space-x-0.5', className)}>
      {faces.slice(0, max).map((face) => (
        <Avatar key={face.id} face={face} />
      ))}
      {hidden.length === 0 ? null : (
        <span
          title={hiddenNames}
          className="numbers-aligned inline-flex h-6 min-w-6 items-center justify-center rounded-full bg-sunken px-1 text-[0.6875rem] font-semibold text-ink-soft ring-2 ring-surface"
        >
          <span aria-hidden="true">+{hidden.length}</span>
          <span className="sr-only">{hiddenNames}</span>
        </span>
      )}
    </span>
  );
}

/** First letters of the first and the last word that begins with a capital. */
function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word));
  const [first, last] = [words[0] ?? name, words.length > 1 ? words.at(-1) : undefined];
  return `${Array.from(first)[0] ?? '?'}${last === undefined ? '' : (Array.from(last)[0] ?? '')}`.toUpperCase();
}
