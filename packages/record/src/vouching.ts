// Who stands behind the persons who signed, as far as the record says: who gave each of them the role, who confirmed it, and who held a link
// to their account before they signed.
import { printed } from './person.ts';
import type { FiledEntry, Person, RecordFile } from './record-file.ts';
import { givesRoles, nothingStanding, type RecordStanding, takeIn } from './standing.ts';

/** What is said of one signer. `role` is that in which they signed. */
export type VouchingRemark =
  | { readonly code: 'vouched-for'; readonly name: string; readonly by: string }
  | { readonly code: 'confirmed-by'; readonly name: string; readonly by: string }
  /** The record is older than vouching, or says nothing. */
  | { readonly code: 'not-vouched-for'; readonly name: string }
  | { readonly code: 'vouched-for-themselves'; readonly name: string; readonly sequence: number }
  | { readonly code: 'voucher-without-right'; readonly name: string; readonly by: string; readonly sequence: number }
  | { readonly code: 'link-was-shown'; readonly name: string; readonly to: string; readonly sequence: number };

const signing: ReadonlySet<string> = new Set(['cleared', 'accepted', 'no-answer', 'approved', 'sent']);

/** The remarks on each signer, in the order in which they first signed; those of one text are said once. */
export function vouchingRemarks({ entries }: RecordFile): readonly VouchingRemark[] {
  const remarks = new Map<string, VouchingRemark>();
  const history = new VouchingHistory();
  for (const entry of entries) {
    if (signing.has(entry.kind))
      for (const remark of history.remarksOn(entry)) remarks.set(JSON.stringify({ ...remark, sequence: 0 }), remark);
    history.takeIn(entry);
  }
  return [...remarks.values()];
}

interface ShownLink {
  readonly to: string;
  readonly person: string | null;
}

/** What the entries so far say of who may vouch, who did, and to whom links were shown. */
class VouchingHistory {
  readonly #standing: RecordStanding = nothingStanding();
  /** By person: the persons who gave them something, and had the right to. */
  readonly #givers = new Map<string, Set<string>>();
  readonly #links = new Map<string, ShownLink[]>();

  takeIn(entry: FiledEntry): void {
    const { person, agency } = entry.details;
    if (typeof person === 'string' && givesRoles.has(entry.kind) && this.#mayVouch(entry.by, agency)) {
      this.#givers.set(person, (this.#givers.get(person) ?? new Set()).add(entry.by.person));
    }
    if (typeof person === 'string' && (entry.kind === 'invitation-made' || entry.kind === 'password-link-made'))
      this.#keepLink(person, entry);
    takeIn(this.#standing, entry);
  }

  *remarksOn({ by, sequence }: FiledEntry): Generator<VouchingRemark> {
    const name = printed(by);
    const { vouchedBy, confirmedBy } = by;
    if (vouchedBy === null || vouchedBy === undefined) yield { code: 'not-vouched-for', name };
    else yield { code: 'vouched-for', name, by: printed(vouchedBy) };
    if (confirmedBy !== null && confirmedBy !== undefined) yield { code: 'confirmed-by', name, by: printed(confirmedBy) };
    for (const voucher of [vouchedBy, confirmedBy]) {
      if (voucher === null || voucher === undefined) continue;
      if (voucher.person === by.person) yield { code: 'vouched-for-themselves', name, sequence };
      else if (this.#standing.namesMembers && this.#givers.get(by.person)?.has(voucher.person) !== true)
        yield { code: 'voucher-without-right', name, by: printed(voucher), sequence };
    }
    for (const { to, person } of this.#links.get(by.person) ?? [])
      if (person !== by.person) yield { code: 'link-was-shown', name, to, sequence };
  }

  /** An administrator is no member; a manager vouches for the own agency alone, a coordinator for what the rules leave to them. */
  #mayVouch({ person, role }: Person, agency: unknown): boolean {
    if (role === 'administrator') return true;
    if (role !== 'manager' && role !== 'coordinator') return false;
    const member = this.#standing.members.get(person);
    return member !== undefined && member.roles.includes(role) && (role === 'coordinator' || member.agency === agency);
  }

  #keepLink(person: string, { details, by }: FiledEntry): void {
    const { shownTo } = details;
    if (shownTo === null || shownTo === undefined) return;
    const shown = typeof shownTo === 'string' ? { to: shownTo, person: by.person } : { to: printed(by), person: by.person };
    this.#links.set(person, [...(this.#links.get(person) ?? []), shown]);
  }
}
