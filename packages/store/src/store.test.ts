import { storeSuite } from './testing/store-suite.ts';
import { testDatabases } from './testing/store-fixtures.ts';

for (const database of await testDatabases()) storeSuite(database);
