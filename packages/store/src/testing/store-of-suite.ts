// Owns the one store that the tests of a suite share; each test makes a round of its own in it.
import { afterAll, beforeAll } from 'vitest';
import type { Store } from '../database/store.ts';
import { openTestStore, type TestEngine } from './store-fixtures.ts';

/** Opens a store before the tests and removes it after them. */
export function storeOfSuite(engine: TestEngine): () => Store {
  let store: Store | null = null;
  beforeAll(async () => {
    store = await openTestStore(engine);
  });
  afterAll(async () => {
    await store?.[Symbol.asyncDispose]();
  });
  return () => {
    if (store === null) throw new Error('the store is not open');
    return store;
  };
}
