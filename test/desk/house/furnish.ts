// The furnishing of an empty database: everybody of the cast gets an account there, as a real installation makes them.
import { createHash, randomBytes } from 'node:crypto';
import { createInvitation, createPerson, type DatabaseLocation, migrate, now, openStore, saveQuestionnaire } from '@chancery/store';
import { administratorEmail, cast, housePassword, outsider } from '../cast.ts';
import type { OwnDatabase } from './databases.ts';
import { openRound } from '../opened-round.ts';
import { smallQuestionnaire } from '../questionnaire.ts';
import { call, cookieFrom, type Visitor } from '../request.ts';
import { serveHere } from './serving.ts';

/** Title of the round in which everybody is, and which no story is about. */
export const roundOfAll = 'Elsewhere';

/** Fills an empty database. Rejects when the server that does so logs of a bug. */
export async function furnish({ place, env }: Pick<OwnDatabase, 'place' | 'env'>): Promise<void> {
  const token = await prepare(place);
  const serving = await serveHere(env);
  const given = { token, name: 'Administrator', title: '', password: housePassword };
  await inviteEverybody({ url: serving.url, cookie: await cookieFrom(serving.url, '/api/invitations/use', given) });
  await serving.stop();
  if (serving.alarms.length > 0) fail(`the server logged errors:\n${serving.alarms.join('\n')}`);
}

/** The small questionnaire and an invited administrator; the token of the invitation. */
async function prepare(place: DatabaseLocation): Promise<string> {
  await using store = await openStore(place);
  await migrate(store);
  const token = randomBytes(24).toString('base64url');
  await store.transaction(async (tx) => {
    await saveQuestionnaire(tx, smallQuestionnaire);
    const createdAt = await now(tx);
    const account = { email: administratorEmail, name: 'Administrator', title: '', isAdministrator: true, passwordHash: null, createdAt };
    const { id: person } = (await createPerson(tx, account)) ?? fail('the database was not empty');
    const tokenHash = createHash('sha256').update(token).digest('hex');
    await createInvitation(tx, { tokenHash, person, createdAt, expiresAt: createdAt + 60_000 });
  });
  return token;
}

/** Accounts for the whole cast, by a round of their own. */
async function inviteEverybody(administrator: Visitor): Promise<void> {
  const { round, agencies } = await openRound(administrator, { title: roundOfAll, reading: 'shared' });
  const tokens: [name: string, token: string][] = [];
  for (const { email, name, agency, roles } of [...cast, outsider]) {
    const body = { email, name, title: 'Officer', agency: agencies[agency], roles: [...roles] };
    const { invitation } = await call(administrator, 'addMember', { round }, body);
    tokens.push([name, new URL(invitation ?? fail('no invitation')).hash.slice(1)]);
  }
  const nobody = { url: administrator.url, cookie: '' };
  const use = ([name, token]: [string, string]) =>
    call(nobody, 'useInvitation', {}, { token, name, title: 'Officer', password: housePassword });
  await Promise.all(tokens.map(use));
}

function fail(sentence: string): never {
  throw new Error(sentence);
}
