// The bytes of an import and of every export, pinned by their SHA-256: moving code must not move a byte.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { contentDigest } from '@chancery/answer-doc';
import { msq2022 } from '@chancery/questionnaires';
import { expect, test } from 'vitest';
import { openWord } from './docx/testing/opened-word.ts';
import { writeJson, writeMarkdown, writeWord } from './index.ts';
import { readFilledForm } from './read-filled-form.ts';

const seed = new Uint8Array(readFileSync(new URL('../../../apps/server/demo/msq-2022-malaysia.md', import.meta.url)));
const outcome = readFilledForm(seed, msq2022);
if (!outcome.ok) throw new Error(outcome.problem.code);
const { form } = outcome;
const contents = new Map(form.answers.map((it) => [it.content.question, it.content]));
const round = { title: 'Malaysia, MSQ 2022', country: 'Malaysia' };

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('the import of the seed gives the digests it always gave', async () => {
  const digests = await Promise.all(form.answers.map(async (it) => `${it.content.question} ${await contentDigest(it.content)}`));
  expect({ form: sha256(JSON.stringify(form)), digests: sha256(digests.join('\n')) }).toEqual({
    form: '3ce75f3a4597b58e64e89b328526438f56494b7bfcac8cc67cc30f7c7f0a45fc',
    digests: '1edda6b5f3311494ac68df99ea552e8fa8ba3c1d1f6ce1cab9aaa8d8c97b5c51',
  });
});

test('the exports of the seed are the same byte for byte', async () => {
  const word = openWord(await writeWord(msq2022, contents, round, { at: new Date('2026-06-01T10:20:30Z') }));
  expect({
    markdown: sha256(writeMarkdown(msq2022, contents, round)),
    json: sha256(await writeJson(msq2022, contents, round)),
    document: sha256(word.document),
    numbering: sha256(word.part('word/numbering.xml')),
    styles: sha256(word.part('word/styles.xml')),
    properties: sha256(word.part('docProps/core.xml')),
  }).toEqual({
    markdown: 'ea43717a68f86dd978c2cb7d7a67d7836234910c120bc8e0d18938cceacf4669',
    json: 'fb55c002bedef3f787420c079261e73a88147c30b22b093236c6e38e60486b62',
    document: 'a0907ecc57dbee6fd36b44a1026d194759bd28b3c76be04a28f1f359c2e02f00',
    numbering: 'dc054f15d9cce52c02282034dfc51f5ca295673ee79a1b1d50b2d0df2ce79da0',
    styles: '9ccfd50325c6b74ab180eee77a08061896fb5915db99568eb161b9dca9e9d160',
    properties: 'bb9806ba412aa38857e589e4cde876cea55cdcade852d3dc9c05c44345c9766c',
  });
});
