// Proves that an import fills what is empty and overwrites nothing, and that what was exported comes back as the same content.
import { expect, it } from 'vitest';
import { eventually, onEachDatabase, openDesk, type Official } from '../desk/index.ts';

await onEachDatabase('an import', (house) => {
  it('shows what it would do and does nothing before it is told to', async () => {
    await using desk = await openDesk({ house: house() });
    const coordinator = await desk.coordinator();
    const preview = await coordinator.previews(await filledForm(coordinator));
    expect(Object.fromEntries(preview.answers.map((it) => [it.question, it.fate]))).toMatchObject({ '1': 'same' });
    await using other = await openDesk({ house: house() });
    const theirs = await other.coordinator();
    const shown = await theirs.previews(await filledForm(coordinator));
    expect(Object.fromEntries(shown.answers.map((it) => [it.question, it.fate]))).toMatchObject({ '1': 'fill' });
    expect((await theirs.round()).answers.every((it) => it.isReadable && it.isEmpty)).toBe(true);
    await theirs.does('dropImport', { import: shown.id });
    await expect(theirs.runs(shown.id, ['1'])).refused('import-expired');
  });

  it('gives the same contents and digests as the round it was exported from', async () => {
    await using desk = await openDesk({ house: house() });
    const [coordinator, moh] = await Promise.all([desk.coordinator(), desk.drafter('moh')]);
    await fill(moh);
    await using other = await openDesk({ house: house() });
    const theirs = await other.coordinator();
    const markdown = await coordinator.exports('md');
    const report = await theirs.imports(markdown);
    expect(report).toMatchObject({ isCancelled: false, outcomes: { '1': 'filled', '2': 'filled', '3': 'filled', '4': 'filled' } });
    expect(report.progress.at(-1)?.done).toBe(report.progress.at(-1)?.of);
    const before = (await coordinator.does('readContents')).contents;
    expect((await theirs.does('readContents')).contents).toEqual(before);
    expect(before.map((it) => it.question)).toEqual(['1', '2', '3', '4', 'authority']);
    expect(Buffer.from(await theirs.exports('md')).toString()).toBe(Buffer.from(markdown).toString());
  });

  it('fills an answer in every open window', async () => {
    await using desk = await openDesk({ house: house() });
    const [coordinator, moh] = await Promise.all([desk.coordinator(), desk.drafter('moh')]);
    await using source = await openDesk({ house: house() });
    await fill(await source.drafter('moh'));
    const form = await (await source.coordinator()).exports('md');
    using screen = await moh.opens('1');
    await coordinator.imports(form, ['1']);
    await eventually(() => expect(screen.reads()).toBe('Telemedicine.'));
    expect(await coordinator.row('2')).toMatchObject({ isEmpty: true });
  });

  it('never overwrites: the imported text is proposed, and accepted or declined by a person', async () => {
    await using desk = await openDesk({ house: house() });
    const [coordinator, moh] = await Promise.all([desk.coordinator(), desk.drafter('moh')]);
    await fill(moh);
    await using other = await openDesk({ house: house() });
    const [theirs, drafter] = await Promise.all([other.coordinator(), other.drafter('moh')]);
    await drafter.writes('1', 'Written by hand.');
    await drafter.writes('2', 'Also by hand.');
    const report = await theirs.imports(await coordinator.exports('md'), ['1', '2']);
    expect(report.outcomes).toEqual({ '1': 'proposed', '2': 'proposed' });
    expect(report.reasons['1']).toBe('has-text');
    expect((await theirs.answer('1')).openProposals).toBe(1);
    await settle(drafter, '1', 'accepted');
    await settle(drafter, '2', 'declined');
    const [first, second] = await Promise.all(['1', '2'].map((it) => drafter.opens(it)));
    expect(first?.reads()).toBe('Written by hand.\nTelemedicine.');
    expect(second?.reads()).toBe('Also by hand.');
    expect((await theirs.answer('1')).openProposals).toBe(0);
  });

  it('refuses a frozen answer, and says why', async () => {
    await using desk = await openDesk({ house: house() });
    const [coordinator, moh, officer] = await Promise.all([desk.coordinator(), desk.drafter('moh'), desk.clearingOfficer('moh')]);
    await fill(moh);
    const form = await coordinator.exports('md');
    await coordinator.assigns(['1'], 'moh');
    await officer.clears('1');
    await coordinator.accepts('1');
    const preview = await coordinator.previews(Buffer.from(form).toString().replace('Telemedicine.', 'Something else.'));
    expect(preview.answers.find((it) => it.question === '1')?.fate).toBe('frozen');
    const report = await coordinator.runs(preview.id, ['1']);
    expect(report.outcomes).toEqual({ '1': 'refused' });
    expect(report.reasons['1']).toBe('frozen');
    expect((await coordinator.row('1')).status).toBe('accepted');
  });

  it('is told of a file that is empty, binary, too large or something else, and goes on', async () => {
    await using desk = await openDesk({ house: house() });
    const coordinator = await desk.coordinator();
    await expect(coordinator.previews('')).refused('import-empty');
    await expect(coordinator.previews(' \n\n ')).refused('import-empty');
    await expect(coordinator.previews(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 255, 254]))).refused('import-damaged');
    await expect(coordinator.previews(new Uint8Array([0, 1, 2, 3, 4]))).refused('import-binary');
    await expect(coordinator.previews('# A recipe\n\nTake three eggs.')).refused('import-not-a-questionnaire');
    await expect(coordinator.previews(new Uint8Array(50 * 1024 * 1024).fill(97))).refused('too-large');
    await expect(coordinator.runs('no-such-preview', ['1'])).refused('import-expired');
    await expect((await desk.drafter('moh')).previews('x')).refused('not-permitted');
    expect((await coordinator.round()).answers.every((it) => it.isReadable && it.isEmpty)).toBe(true);
  });
});

async function fill(drafter: Official): Promise<void> {
  await drafter.writes('1', 'Telemedicine.');
  await drafter.writes('2', 'It is called MyGov.', 'yes');
  await drafter.writes('3', 'https://example.org/radio', 'radio', 'other');
  await drafter.writes('4', 'Records.');
}

async function filledForm(coordinator: Official): Promise<string> {
  const markdown = async () => Buffer.from(await coordinator.exports('md')).toString();
  await coordinator.writes('1', 'Telemedicine.');
  return markdown();
}

async function settle(person: Official, question: string, outcome: 'accepted' | 'declined'): Promise<void> {
  const { proposals } = await person.does('readProposals', { question });
  const reason = outcome === 'declined' ? 'The answer says it already.' : '';
  expect(proposals).toMatchObject([{ reason: 'import', enters: 'words' }]);
  await person.does('settleProposal', { proposal: proposals[0]!.id }, { outcome, reason });
  await expect(person.does('settleProposal', { proposal: proposals[0]!.id }, { outcome, reason })).refused('conflict');
}
