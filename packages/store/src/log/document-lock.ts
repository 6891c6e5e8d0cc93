// Locks and fences of answer documents, and new epochs: what decisions do to their rows.
import type { RoundId } from '@chancery/domain';
import type { DocumentId } from '@chancery/sync/ports';
import { isSet, toFlag } from '../schema/values.ts';
import { dialect, query, type Transaction } from '../database/store.ts';

/**
 * Keeps every append from these documents until the transaction ends. Resolves to the sequence of the last committed update of each;
 * one that does not exist is absent. Locked in the order of their ids, as every append locks them.
 */
export async function lockDocuments(tx: Transaction, documents: readonly DocumentId[]): Promise<ReadonlyMap<DocumentId, number>> {
  if (documents.length === 0) return new Map();
  const rows = await tx[dialect]
    .locking(tx[query].selectFrom('document').select(['id', 'sequence']).where('id', 'in', documents).orderBy('id'))
    .execute();
  return new Map(rows.map((row) => [row.id, row.sequence]));
}

/** Freezes these documents of a round and thaws all its others. Resolves to those that changed: whether each is frozen now. */
export async function setFrozen(tx: Transaction, round: RoundId, frozen: readonly DocumentId[]): Promise<ReadonlyMap<DocumentId, boolean>> {
  const rows = await tx[query].selectFrom('document').select(['id', 'is_frozen']).where('round_id', '=', round).execute();
  const wanted = new Set(frozen);
  const changing = rows.filter((row) => isSet(row.is_frozen) !== wanted.has(row.id)).map((row) => row.id);
  if (changing.length === 0) return new Map();
  await lockDocuments(tx, changing);
  const changed = await tx[query]
    .updateTable('document')
    .set((eb) => ({ is_frozen: eb.case().when('is_frozen', '=', toFlag(true)).then(toFlag(false)).else(toFlag(true)).end() }))
    .where('id', 'in', changing)
    .returning(['id', 'is_frozen'])
    .execute();
  return new Map(changed.map((row) => [row.id, isSet(row.is_frozen)]));
}

/** Makes every client start again from the server: for a database whose history was replaced by an earlier one. */
export async function bumpEpochs(tx: Transaction): Promise<void> {
  await tx[query]
    .updateTable('document')
    .set((eb) => ({ epoch: eb('epoch', '+', 1) }))
    .execute();
}
