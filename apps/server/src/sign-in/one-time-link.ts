// One-time links: by which an invited person comes in, or somebody chooses a new password. Only a hash is kept; opening the address does nothing.
import { randomBytes } from 'node:crypto';
import type { Instant, PersonId, Voucher } from '@chancery/domain';
import { createInvitation, type Delivery, findPerson, now, type Person, type Transaction, writeMail } from '@chancery/store';
import { hashToken } from './sign-ins.ts';

export interface LinkSettings {
  readonly config: {
    readonly publicUrl: string | null;
    readonly port: number;
    /** Null: no mail is sent. */
    readonly mail: object | null;
  };
}

const hour = 60 * 60_000;
/** For somebody who has no password yet, and for somebody who has one: that is worth more to a thief. */
const lastsMs = { invitation: 7 * 24 * hour, password: 24 * hour } as const;

/** What a link lets its person do. */
export function purposeOf({ hasPassword }: Pick<Person, 'hasPassword'>): keyof typeof lastsMs {
  return hasPassword ? 'password' : 'invitation';
}

/** A new link, in place of the person's earlier ones, with the token in the fragment, which browsers send to no server and write into no log. */
export async function makeLink(
  { config: { publicUrl, port } }: LinkSettings,
  tx: Transaction,
  person: Pick<Person, 'id' | 'hasPassword'>,
  /** How it comes to its person, as far as it is known; kept for the record. */
  delivery: Delivery | null,
): Promise<{ readonly link: string; readonly expiresAt: Instant }> {
  const token = randomBytes(24).toString('base64url');
  const createdAt = await now(tx);
  const expiresAt = createdAt + lastsMs[purposeOf(person)];
  await createInvitation(tx, { tokenHash: hashToken(token), person: person.id, createdAt, expiresAt, delivery });
  return { link: `${publicUrl ?? `http://localhost:${port}`}/welcome#${token}`, expiresAt };
}

/** How a link reaches its person: by mail, and then nobody else sees it; or shown once to the person who asked for it. */
export type Delivered = { readonly link: null; readonly sentTo: string } | { readonly link: string; readonly sentTo: null };

/** Delivers a link for this person in the transaction of the decision; `by`, who asked for it, is named in the mail. */
export async function deliverLink(
  settings: LinkSettings,
  tx: Transaction,
  { person: id, by }: { readonly person: PersonId; readonly by: Voucher },
): Promise<Delivered> {
  const person = await findPerson(tx, id);
  if (person === null) throw new Error(`there is no person ${id}`);
  if (settings.config.mail === null)
    return { link: (await makeLink(settings, tx, person, { sentTo: null, shownTo: by })).link, sentTo: null };
  // The link itself is made when it is sent: no secret waits in the outbox.
  await writeMail(tx, { to: { person: id }, kind: 'link', details: { by: by.name }, at: await now(tx) });
  return { link: null, sentTo: person.email };
}
