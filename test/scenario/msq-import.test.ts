// Proves on the real form, as it was published, that an import keeps everything and that a long one can be cancelled.
import { readFile } from 'node:fs/promises';
import { msq2022 } from '@chancery/questionnaires';
import { expect, it } from 'vitest';
import { eventually, onEachDatabase, openDesk } from '../desk/index.ts';

const seed = new URL('../../apps/server/demo/msq-2022-malaysia.md', import.meta.url);

await onEachDatabase('the MSQ 2022', (house) => {
  it('is filled from the published form, exported in every format, and comes back the same', async () => {
    await using desk = await openDesk({ house: house(), questionnaire: msq2022, assigned: [] });
    const coordinator = await desk.coordinator();
    const report = await coordinator.imports(await readFile(seed));
    expect(Object.values(report.outcomes).every((it) => it === 'filled')).toBe(true);
    expect(Object.keys(report.outcomes).length).toBeGreaterThan(40);
    const { contents } = await coordinator.does('readContents');
    expect(contents).toHaveLength(47);
    expect((await coordinator.row('6')).toConfirm.length + (await coordinator.row('12')).toConfirm.length).toBeGreaterThan(0);
    const links = new Set(JSON.stringify(contents).match(/"href":"[^"]+"/g));
    const word = await coordinator.exports('docx');
    expect(Buffer.from(word.subarray(0, 2)).toString()).toBe('PK');
    expect(JSON.parse(Buffer.from(await coordinator.exports('json')).toString())).toBeTypeOf('object');

    await using other = await openDesk({ house: house(), questionnaire: msq2022, assigned: [] });
    const theirs = await other.coordinator();
    await theirs.imports(await coordinator.exports('md'));
    const again = (await theirs.does('readContents')).contents;
    expect(new Set(JSON.stringify(again).match(/"href":"[^"]+"/g))).toEqual(links);
    expect(again).toEqual(contents);
  });
});

await onEachDatabase('a long import', (house) => {
  it('stops when it is cancelled, keeps what it has done, and can be done again', async () => {
    await using desk = await openDesk({ house: house(), questionnaire: msq2022, assigned: [] });
    const coordinator = await desk.coordinator();
    const preview = await coordinator.previews(await readFile(seed));
    const questions = preview.answers.map((it) => it.question);
    await coordinator.runsAndCancels(preview.id, questions);
    const filled = await eventually(async () => {
      // The entry comes when the import has ended: what is counted before it may still grow.
      const entries = (await coordinator.does('readRecord')).entries.filter((it) => it.kind === 'imported');
      expect(entries).toHaveLength(1);
      return (await coordinator.round()).answers.filter((it) => it.isReadable && !it.isEmpty).length;
    });
    expect(filled).toBeGreaterThan(0);
    expect(filled).toBeLessThan(questions.length);
    const report = await coordinator.imports(await readFile(seed));
    const outcomes = Object.values(report.outcomes);
    expect(outcomes.filter((it) => it === 'same').length).toBe(filled);
    expect(outcomes.filter((it) => it === 'filled').length).toBe(questions.length - filled);
  });
});
