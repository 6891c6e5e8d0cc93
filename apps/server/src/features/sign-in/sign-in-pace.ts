// The pace of attempts: those that fail slow down the next ones, and lock nobody out who comes from where they always come.
import type { PersonId } from '@chancery/domain';
import {
  countTry,
  deleteIdlePaces,
  findPersonByEmail,
  forgetFamiliarAddresses,
  forgetTries,
  isFamiliarAddress,
  keepFamiliarAddress,
  now,
  type Pace,
  type Store,
  waitOf,
} from '@chancery/store';
import { ProblemError } from '../../http/problem.ts';

export interface Attempt {
  /** E-mail address, lower-case. */
  readonly account: string;
  /** The network that the client comes from. */
  readonly network: string;
}

const second = 1000;
const day = 24 * 60 * 60 * second;

/** For failures with one account from one network: a person who mistypes waits ten seconds at most. */
const ofBoth: Pace = { burst: 5, everyMs: 10 * second };
/** For failures with one account from all networks that its person has never come from: many machines together are no faster. */
const ofAccount: Pace = { burst: 20, everyMs: 60 * second };
/** For failures from one network with whatever accounts. */
const ofNetwork: Pace = { burst: 50, everyMs: 18 * second };
/** For failed proofs in one sign-in: nobody else can use them up. */
const ofProof: Pace = { burst: 5, everyMs: 60 * second };

const familiarForMs = 90 * day;

/** Throws when it is too early for this attempt; the password is then not even looked at. */
export async function checkPace(store: Store, attempt: Attempt): Promise<void> {
  const at = await now(store.read);
  const paces: (readonly [string, Pace])[] = [[keyOfBoth(attempt), ofBoth]];
  if (!(await isFamiliar(store, attempt, at))) paces.push([keyOfAccount(attempt), ofAccount], [keyOfNetwork(attempt), ofNetwork]);
  const waits = await Promise.all(paces.map(([key, pace]) => waitOf(store.read, key, pace, at)));
  refuseBefore(Math.max(...waits));
}

/** A failure from where the person always comes slows down that place alone. */
export async function countFailure(store: Store, attempt: Attempt): Promise<void> {
  await store.transaction(async (tx) => {
    const at = await now(tx);
    await countTry(tx, keyOfBoth(attempt), ofBoth, at);
    await countTry(tx, keyOfNetwork(attempt), ofNetwork, at);
    if (!(await isFamiliar(store, attempt, at))) await countTry(tx, keyOfAccount(attempt), ofAccount, at);
  });
}

/** After a success this account begins again from here; the network does not, or one good account would let it try all others. */
export async function noteSuccess(store: Store, attempt: Attempt, person: PersonId): Promise<void> {
  await store.transaction(async (tx) => {
    await forgetTries(tx, keyOfBoth(attempt));
    await keepFamiliarAddress(tx, person, attempt.network, await now(tx));
  });
}

/** Throws when it is too early for another proof in this sign-in. */
export async function checkProofPace(store: Store, signIn: string): Promise<void> {
  refuseBefore(await waitOf(store.read, keyOfProof(signIn), ofProof, await now(store.read)));
}

export async function countFailedProof(store: Store, signIn: string): Promise<void> {
  await store.transaction(async (tx) => countTry(tx, keyOfProof(signIn), ofProof, await now(tx)));
}

/** Forgets what slows nobody down any more, and from where nobody comes any more. */
export async function forgetOldPaces(store: Store): Promise<void> {
  await store.transaction(async (tx) => {
    const at = await now(tx);
    await deleteIdlePaces(tx, at);
    await forgetFamiliarAddresses(tx, at - familiarForMs);
  });
}

async function isFamiliar(store: Store, { account, network }: Attempt, at: number): Promise<boolean> {
  const person = await findPersonByEmail(store.read, account);
  return person !== null && isFamiliarAddress(store.read, person.id, network, at - familiarForMs);
}

function refuseBefore(waitMs: number): void {
  if (waitMs <= 0) return;
  const seconds = Math.ceil(waitMs / second);
  throw new ProblemError(
    { code: 'too-many-attempts', retryAfter: seconds },
    `There were too many wrong attempts. Try again in ${seconds} second${seconds === 1 ? '' : 's'}.`,
  );
}

const keyOfBoth = ({ account, network }: Attempt) => `sign-in:${network}:${account}`;
const keyOfAccount = ({ account }: Attempt) => `account:${account}`;
const keyOfNetwork = ({ network }: Attempt) => `network:${network}`;
const keyOfProof = (signIn: string) => `proof:${signIn}`;
