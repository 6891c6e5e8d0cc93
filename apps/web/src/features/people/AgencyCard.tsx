// One agency of the list: its names, and the table of its people.
import { isCoordinator } from '@chancery/domain';
import { type ReactElement, useId } from 'react';
import { AgencyChip } from '../../ui/badge/AgencyChip.tsx';
import { Button, buttonClasses } from '../../ui/Button.tsx';
import { Card } from '../../ui/page/Card.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Menu, type MenuItem } from '../../ui/overlay/Menu.tsx';
import { type Granting, namesFirstManager, rolesToOffer } from './granting.ts';
import { agencyWords, memberWords, peopleWords } from './words.ts';
import { useWords } from '../../words/use-words.ts';
import type { AgencyMembers, ListedMember } from './members-by-agency.ts';
import { MemberRow } from './MemberRow.tsx';
import type { Intent } from './intent.ts';

interface AgencyCardProps {
  readonly group: AgencyMembers;
  /** People of the agency, also those that a search leaves out. */
  readonly memberCount: number;
  readonly granting: Granting;
  /** True while nobody of the agency may let its people in. */
  readonly lacksManager: boolean;
  /** What is wished for; null for a reader who may change nothing. */
  readonly onIntend: ((intent: Intent) => void) | null;
  /** Why nobody can be added now; null when they can. */
  readonly closed: string | null;
}

export function AgencyCard({ group, memberCount, granting, lacksManager, onIntend, closed }: AgencyCardProps): ReactElement {
  const { say } = useWords();
  const headingId = useId();
  const { agency, members } = group;
  const offered = rolesToOffer(granting, agency.id);
  const mayManage = granting.actor.isAdministrator || isCoordinator(granting.actor, granting.facts);
  return (
    <Card>
      <section aria-labelledby={headingId}>
        <header className="flex items-start justify-between gap-x-3 py-3 ps-4 pe-3 sm:ps-5">
          <div className="min-w-0 grow">
            <h2 id={headingId} className="text-15 leading-[1.3] font-semibold">
              <AgencyChip agency={agency} isFull className="items-baseline!" />
            </h2>
            <p className="mt-0.5 flex flex-wrap items-center gap-x-2 ps-4 text-13 text-ink-soft">
              {agency.shortName}
              {agency.isLead ? (
                <span className="rounded-full bg-accent-tint px-2 font-medium text-accent">{say(peopleWords.leads)}</span>
              ) : null}
            </p>
            {lacksManager ? (
              <p className="mt-1 flex items-start gap-1 ps-4 text-13 text-warning">
                <Icon name="warning" size={14} className="mt-0.5 shrink-0" />
                {say(peopleWords.noManager)}
              </p>
            ) : null}
            {!lacksManager && mayManage && offered.length === 0 ? (
              <p className="mt-1 ps-4 text-13 text-ink-soft">{say(peopleWords.managerInvites)}</p>
            ) : null}
          </div>
          {onIntend === null ? null : (
            <span className="flex shrink-0 items-center gap-1">
              {closed === null && offered.length > 0 ? (
                <Button look="quiet" size="small" icon="plus" onPress={() => onIntend({ kind: 'invite', agency })}>
                  {say(namesFirstManager(offered) ? memberWords.nameFirst : memberWords.send)}
                  <span className="sr-only">: {agency.name}</span>
                </Button>
              ) : null}
              {mayManage ? (
                <AgencyMenu
                  agency={agency}
                  hasMembers={memberCount > 0}
                  closed={closed}
                  isAdministrator={granting.actor.isAdministrator}
                  onIntend={onIntend}
                />
              ) : null}
            </span>
          )}
        </header>
        {members.length === 0 ? (
          <p className="border-t border-line px-4 py-4 text-15 text-ink-soft sm:px-5">{say(peopleWords.noMembers)}</p>
        ) : (
          <MembersTable
            caption={say(peopleWords.membersOf, { agency: agency.name })}
            members={members}
            granting={granting}
            onIntend={onIntend}
          />
        )}
      </section>
    </Card>
  );
}

interface MembersTableProps {
  readonly caption: string;
  readonly members: readonly ListedMember[];
  readonly granting: Granting;
  readonly onIntend: AgencyCardProps['onIntend'];
}

/** A table, which narrow screens show as cards. */
function MembersTable({ caption, members, granting, onIntend }: MembersTableProps): ReactElement {
  const { say } = useWords();
  const headings = [
    say(peopleWords.person),
    say(peopleWords.roles),
    say(peopleWords.email),
    ...(onIntend === null ? [] : [say(peopleWords.actions)]),
  ];
  return (
    <table className="w-full table-fixed border-collapse text-15 leading-[1.35] max-md:block">
      <caption className="sr-only">{caption}</caption>
      <colgroup className="max-md:hidden">
        <col className="w-[38%]" />
        <col className="w-[26%]" />
        <col />
        {onIntend === null ? null : <col className="w-14" />}
      </colgroup>
      <thead className="sr-only">
        <tr>
          {headings.map((heading) => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:block">
        {members.map((member) => (
          <MemberRow key={member.person} member={member} granting={granting} onIntend={onIntend} />
        ))}
      </tbody>
    </table>
  );
}

interface AgencyMenuProps {
  readonly agency: AgencyMembers['agency'];
  readonly hasMembers: boolean;
  readonly closed: string | null;
  readonly isAdministrator: boolean;
  readonly onIntend: (intent: Intent) => void;
}

function AgencyMenu({ agency, hasMembers, closed, isAdministrator, onIntend }: AgencyMenuProps): ReactElement {
  const { say } = useWords();
  const inTheWay = agency.isLead ? say(agencyWords.leadStays) : hasMembers ? say(agencyWords.hasPeople) : null;
  const items: readonly MenuItem[] = [
    {
      id: 'rename',
      label: say(agencyWords.rename),
      icon: 'pencil',
      reasonOff: closed,
      onChoose: () => onIntend({ kind: 'rename-agency', agency }),
    },
    {
      id: 'lead',
      label: say(agencyWords.giveLead),
      icon: 'people',
      reasonOff: closed ?? (agency.isLead ? say(agencyWords.leadsAlready) : isAdministrator ? null : say(agencyWords.onlyAdministrator)),
      onChoose: () => onIntend({ kind: 'give-lead', agency }),
    },
    {
      id: 'remove',
      label: say(agencyWords.remove),
      icon: 'close',
      isDanger: true,
      reasonOff: closed ?? inTheWay,
      onChoose: () => onIntend({ kind: 'remove-agency', agency }),
    },
  ];
  return (
    <Menu
      label={say(peopleWords.actionsFor, { name: agency.name })}
      buttonClassName={`${buttonClasses('quiet', 'small')} text-ink-soft!`}
      items={items}
    />
  );
}
