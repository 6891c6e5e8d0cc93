// Owns the name of this installation: the same for every server on one database, and another for every other database, also a copy of it.
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type Database, engine, query } from './store.ts';

/**
 * Tells apart several installations that share something, such as one Redis. 64 hexadecimal digits. A copy within one PostgreSQL has a
 * database of its own there; one on another PostgreSQL is told apart where this user may ask what cluster it is.
 */
export async function installationId(db: Database): Promise<string> {
  const { id } = await db[query].selectFrom('installation').select('id').executeTakeFirstOrThrow();
  const place = db[engine].kind === 'postgres' ? [await databaseOid(db), await clusterId(db)] : [];
  return createHash('sha256')
    .update(JSON.stringify([id, ...place]))
    .digest('hex');
}

async function databaseOid(db: Database): Promise<string> {
  const { rows } = await sql<{ oid: string }>`select oid::text as oid from pg_database where datname = current_database()`.execute(
    db[query],
  );
  return rows[0]?.oid ?? '';
}

/** Of the PostgreSQL that the database is in; empty where this user may not ask. */
async function clusterId(db: Database): Promise<string> {
  const asked = sql<{ may: boolean }>`select has_function_privilege('pg_control_system()', 'execute') as may`;
  const { rows: answers } = await asked.execute(db[query]);
  if (answers[0]?.may !== true) return '';
  const { rows } = await sql<{ id: string }>`select system_identifier::text as id from pg_control_system()`.execute(db[query]);
  return rows[0]?.id ?? '';
}
