// `chancery user list|link|disable|enable`: accounts, for anyone who has the server in hand. Works beside a running server.
import { findPersonByEmail, listPeople, migrate, type Person, type Store } from '@chancery/store';
import { alone } from '../cluster/cluster.ts';
import { type Config, readConfig } from '../config.ts';
import type { DecisionMaking } from '../decision/decide.ts';
import { disableAccount, enableAccount, makePersonalLink } from '../features/account/index.ts';
import { RefusalError } from '../http/problem.ts';
import { refusalSentences } from '../http/refusal-sentences.ts';
import { Hub } from '../round/hub.ts';
import { RoundStates } from '../round/round-state.ts';
import { openConfiguredStore } from './configured-store.ts';

const acts = { link: printLink, disable, enable } as const;

/** The exit code: 0 done, 1 refused or unknown, 2 the command line is wrong. */
export async function user([name = '', email]: readonly string[]): Promise<number> {
  const act = Object.hasOwn(acts, name) ? acts[name as keyof typeof acts] : undefined;
  const fault = faultOf(name, email);
  if (fault !== null) {
    console.error(fault);
    return 2;
  }
  const config = readConfig(process.env, process.cwd());
  await using store = await openConfiguredStore();
  await migrate(store);
  if (act === undefined || email === undefined) return await list(store);
  const person = await findPersonByEmail(store.read, email);
  if (person === null) {
    console.error(`There is no account with the address ${email}.`);
    return 1;
  }
  try {
    await act({ store, config }, person);
    return 0;
  } catch (cause) {
    if (!(cause instanceof RefusalError)) throw cause;
    console.error(refusalSentences[cause.refusal.code]);
    return 1;
  }
}

function faultOf(name: string, email: string | undefined): string | null {
  if (name === 'list') return email === undefined ? null : `"${email}" is one word too many: "user list" lists everybody.`;
  if (!Object.hasOwn(acts, name)) return `"${name}" is not known: say list, link, disable or enable.`;
  return email === undefined || email === '' ? `[e-mail] is missing: whose account is it?` : null;
}

interface Opened {
  readonly store: Store;
  readonly config: Config;
}

async function printLink(opened: Opened, person: Person): Promise<void> {
  // Printed also where mail is sent: this is for the day on which nothing else works, and the record says so.
  const config = { ...opened.config, mail: null };
  const { link } = await makePersonalLink({ ...decidingHere(opened), config }, person.id, { kind: 'operator' });
  console.log(`With this link ${person.name} can choose a password. It works once:\n${link}`);
}

async function disable(opened: Opened, person: Person): Promise<void> {
  await disableAccount(decidingHere(opened), person.id, { kind: 'operator' }, { evenLastCoordinator: true });
  console.log(`The account of ${person.name} is disabled. What is open with it at a running server ends within a minute.`);
}

async function enable(opened: Opened, person: Person): Promise<void> {
  await enableAccount(decidingHere(opened), person.id, { kind: 'operator' });
  console.log(`The account of ${person.name} is enabled.`);
}

async function list(store: Store): Promise<number> {
  const rows = (await listPeople(store.read)).map((person) => [
    person.email,
    person.name,
    person.disabledAt !== null ? 'disabled' : person.hasPassword ? 'active' : 'invited',
    person.isAdministrator ? 'administrator' : '',
    person.lastSignInAt === null ? 'never' : new Date(person.lastSignInAt).toISOString().slice(0, 10),
  ]);
  const table = [['E-MAIL', 'NAME', 'STATE', '', 'LAST SIGN-IN'], ...rows];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  for (const row of table)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  return 0;
}

/** Decisions without a server: nobody is connected here, and running servers find out from the database. */
function decidingHere({ store }: Opened): DecisionMaking & Parameters<typeof disableAccount>[0] {
  return {
    store,
    states: new RoundStates(store.read),
    watch: { follow: async () => {} },
    cluster: alone,
    hub: new Hub(),
    rights: { move: () => {} },
    openSockets: { signIns: () => [], closeSignIn: () => {} },
  };
}
