// The words for what each role may do.
import { roles } from '@chancery/domain';
import { type ReactElement, useId } from 'react';
import { Card } from '../../ui/page/Card.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { peopleWords } from './words.ts';
import { shellWords } from '../../words/shell.ts';
import { roleMeaningWords, roleWords } from '../../words/statuses.ts';
import { useWords } from '../../words/use-words.ts';

/** In sight beside the list where there is room, folded above it where there is not. */
export function RolesCard(): ReactElement {
  const { say } = useWords();
  const headingId = useId();
  return (
    <>
      <Card className="hidden lg:block">
        <section aria-labelledby={headingId} className="px-5 py-4">
          <h2 id={headingId} className="text-15 font-semibold">
            {say(peopleWords.rolesTitle)}
          </h2>
          <Roles />
        </section>
      </Card>
      <details className="group rounded-6 bg-surface ring-1 ring-line lg:hidden">
        <summary className="flex min-h-11 list-none items-center justify-between gap-2 px-4 text-15 font-medium [&::-webkit-details-marker]:hidden">
          {say(peopleWords.rolesTitle)}
          <Icon name="chevron-down" className="transition-transform duration-100 group-open:rotate-180" />
        </summary>
        <div className="border-t border-line px-4 pb-4">
          <Roles />
        </div>
      </details>
    </>
  );
}

function Roles(): ReactElement {
  const { say } = useWords();
  return (
    <dl className="mt-3 flex flex-col gap-3 text-13">
      {roles.map((role) => (
        <div key={role}>
          <dt className="font-medium text-ink">{say(roleWords[role])}</dt>
          <dd className="text-ink-soft">{say(roleMeaningWords[role])}</dd>
        </div>
      ))}
      <div className="border-t border-line pt-3">
        <dt className="font-medium text-ink">{say(shellWords.administrator)}</dt>
        <dd className="text-ink-soft">{say(peopleWords.administratorMay)}</dd>
      </div>
    </dl>
  );
}
