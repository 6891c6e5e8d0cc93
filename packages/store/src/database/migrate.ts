// The version of the schema: which migrations a database has, and how it is brought to the latest. Forward only.
import type { Kysely } from 'kysely';
import { key, required } from '../schema/migration.ts';
import { migrations } from '../schema/migrations/index.ts';
import { type Database, dialect, now, query, type Store, type Transaction } from './store.ts';
import { StoreOpenError } from './store-open-error.ts';

/** The version that this program needs. */
export const latestVersion = migrations.length;

/** Runs the migrations that the database lacks, all or none. Resolves to the names of those that ran. */
export async function migrate(store: Store): Promise<readonly string[]> {
  return await store.transaction(async (tx) => {
    await tx[dialect].lockSchema(tx[query]);
    await createVersionTable(tx);
    const version = await versionOf(tx);
    const missing = migrations.slice(version);
    for (const [index, migration] of missing.entries()) {
      await migration.up(tx[query] as unknown as Kysely<unknown>, tx[dialect].columns, tx[dialect].kind);
      const at = await now(tx);
      await tx[query]
        .insertInto('schema_version')
        .values({ version: version + index + 1, name: migration.name, at })
        .execute();
    }
    return missing.map((it) => it.name);
  });
}

/** The number of migrations that the database has; 0 for an empty one. */
export async function schemaVersion(db: Database): Promise<number> {
  if (!(await db[dialect].hasTable(db[query], 'schema_version'))) return 0;
  return await versionOf(db);
}

/** Rejects with `StoreOpenError` when a later program has migrated the database. */
export async function checkSchemaVersion(db: Database): Promise<void> {
  const version = await schemaVersion(db);
  if (version <= latestVersion) return;
  throw new StoreOpenError(
    'database-newer',
    `The database has version ${version}, and this program knows versions up to ${latestVersion}. Start the program that last used it, or a later one.`,
  );
}

async function versionOf(db: Database): Promise<number> {
  const { version } = await db[query]
    .selectFrom('schema_version')
    .select(({ fn }) => fn.max('version').as('version'))
    .executeTakeFirstOrThrow();
  return version ?? 0;
}

async function createVersionTable(tx: Transaction): Promise<void> {
  const { columns } = tx[dialect];
  await tx[query].schema
    .createTable('schema_version')
    .ifNotExists()
    .addColumn('version', columns.count, key)
    .addColumn('name', columns.text, required)
    .addColumn('at', columns.instant, required)
    .execute();
}
