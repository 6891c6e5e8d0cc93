import { storeSuite } from './testing/store-suite.ts';
import { testEngines } from './testing/store-fixtures.ts';

for (const engine of await testEngines()) storeSuite(engine);
