// The furnishing of an empty database: everybody of the cast gets an account there, as a real installation makes them.
import { createHash, randomBytes } from 'node:crypto';
import { createInvitation, createPerson, type DatabaseLocation, migrate, now, openStore, saveQuestionnaire } from '@chancery/store';
import { administratorEmail, cast, type CastMember, housePassword, outsider } from '../cast.ts';
import type { OwnDatabase } from './databases.ts';
import { joinRound } from '../join-round.ts';
import { openRound } from '../opened-round.ts';
import { smallQuestionnaire } from '../questionnaire.ts';
import { cookieFrom, type Visitor } from '../request.ts';
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
    await createInvitation(tx, { tokenHash, person, createdAt, expiresAt: createdAt + 60_000, delivery: null });
  });
  return token;
}

/** Accounts for the whole cast, by a round of their own. */
async function inviteEverybody(administrator: Visitor): Promise<void> {
  const opened = await openRound(administrator, { title: roundOfAll, reading: 'shared' });
  const present = new Map<string, Promise<Visitor>>();
  const comes = (member: CastMember): Promise<Visitor> => {
    const visitor = present.get(member.key) ?? come(member);
    present.set(member.key, visitor);
    return visitor;
  };
  const colleague = (key: string) => comes(cast.find((it) => it.key === key) ?? fail(`there is no ${key} in the cast`));
  const come = async (member: CastMember): Promise<Visitor> => {
    const invitation = await joinRound({ ...opened, administrator, colleague }, member);
    const token = new URL(invitation ?? fail('no invitation')).hash.slice(1);
    const cookie = await cookieFrom(administrator.url, '/api/invitations/use', { token, password: housePassword });
    return { url: administrator.url, cookie };
  };
  await Promise.all([...cast, outsider].map(comes));
}

function fail(sentence: string): never {
  throw new Error(sentence);
}
