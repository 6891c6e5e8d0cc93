// Proves that the description of the API is one that tools can use, and that real responses are as it says.
import { readFileSync } from 'node:fs';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { describe, expect, it } from 'vitest';
import { openApi } from './open-api.ts';

interface Description {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly security?: readonly unknown[]; readonly responses: object }>>>
  >;
  readonly components: { readonly schemas: Readonly<Record<string, { readonly properties?: object }>> };
}
const description = openApi() as Description;

async function faultsOf(described: object): Promise<readonly string[]> {
  const config = await createConfig({ extends: ['recommended'] });
  const problems = await lintFromString({ source: JSON.stringify(described), absoluteRef: '/openapi.json', config });
  return problems.map(({ ruleId, message, location }) => `${ruleId}: ${message} at ${location[0]?.pointer ?? ''}`);
}

describe('the description of the API', () => {
  it('is one in which Redocly finds nothing to mend', async () => {
    expect(await faultsOf(description)).toEqual([]);
    // It would say so.
    expect(await faultsOf({ ...description, servers: [], components: {} })).not.toEqual([]);
  });

  it('asks for a sign-in everywhere but where strangers come in', () => {
    const operations = Object.entries(description.paths).flatMap(([path, of]) =>
      Object.entries(of).map(([method, it]) => ({ path, method, ...it })),
    );
    const open = operations.filter(({ security }) => security?.length === 0).map(({ path, method }) => `${method} ${path}`);
    expect(open).toContain('post /api/session');
    expect(open.filter((it) => it.includes('/rounds'))).toEqual([]);
    for (const { responses } of operations) expect(Object.keys(responses)).toContain('4XX');
  });

  it('says what an entry of the record and a questionnaire hold, by the names that they have', () => {
    const record = JSON.parse(
      readFileSync(new URL('../../../../../packages/record/src/fixtures/sent-round.json', import.meta.url), 'utf8'),
    ) as { readonly entries: readonly object[] };
    const { schemas } = description.components;
    for (const entry of record.entries)
      expect(Object.keys(schemas['RecordEntry']?.properties ?? {})).toEqual(expect.arrayContaining(Object.keys(entry)));
    expect(Object.keys(schemas['Questionnaire']?.properties ?? {})).toEqual(expect.arrayContaining(['id', 'version', 'sections']));
    for (const name of ['AnswerContent', 'Question', 'Round', 'Thread', 'Agency', 'Problem', 'RecordFile'])
      expect(schemas[name], name).toBeDefined();
  });
});
