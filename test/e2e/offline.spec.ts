// Proves that the saved state tells the truth while the network or the server is away, and that nothing typed meanwhile is lost.
import { expect, test } from './journey.ts';
import { QuestionScreen } from './question-screen.ts';

test('a browser without a network says so, keeps what is typed and saves it afterwards', async ({ people, demo }) => {
  const page = await people.entersByCard(demo, 'Drafter of KKMM', '/questions/12');
  const screen = new QuestionScreen(page);
  await screen.types(' Before');
  await screen.isSaved();
  await page.context().setOffline(true);
  await expect(screen.paper.getByRole('status')).toHaveText(/^No connection\. Everything you wrote before is saved\./);
  await screen.types(' and meanwhile');
  await expect(screen.paper.getByRole('status')).toHaveText(/^No connection\. What you have written since is kept in this tab only/);
  await page.context().setOffline(false);
  await screen.isSaved();
  await page.reload();
  await expect(screen.text).toContainText('Before and meanwhile');
});

test('a server that stops and starts again loses nothing that was typed', async ({ people, demo }) => {
  const [first, second] = await Promise.all([
    people.entersByCard(demo, 'Drafter of MOF', '/questions/14'),
    people.entersByCard(demo, 'Coordinator of MAMPU', '/questions/14'),
  ]);
  const [writer, reader] = [new QuestionScreen(first), new QuestionScreen(second)];
  await writer.types(' Before');
  await writer.isSaved();
  await demo.stops();
  await expect(writer.paper.getByRole('status')).toHaveText(/^No connection\./);
  await writer.types(' and meanwhile');
  await expect(writer.paper.getByRole('status')).toHaveText(/kept in this tab only/);
  await demo.startsAgain();
  await writer.isSaved();
  await expect(reader.text).toContainText('Before and meanwhile');
  await first.reload();
  await expect(writer.text).toContainText('Before and meanwhile');
});

test('words typed without a network are saved later even when their writer has gone on to another question', async ({ people, demo }) => {
  const page = await people.entersByCard(demo, 'Drafter of KKMM', '/questions/12');
  const screen = new QuestionScreen(page);
  await screen.types(' Before');
  await screen.isSaved();
  await page.context().setOffline(true);
  await screen.types(' and in the lift');
  await expect(screen.paper.getByRole('status')).toHaveText(/kept in this tab only/);
  await page.getByRole('link', { name: 'Next question' }).click();
  await expect(page).toHaveURL(/\/questions\/13$/);
  await page.context().setOffline(false);
  const other = new QuestionScreen(await people.entersByCard(demo, 'Coordinator of MAMPU', '/questions/12'));
  await expect(other.text).toContainText('Before and in the lift');
});

test('a page that was never opened says that it needs a connection, loads nothing again, and opens by itself when there is one', async ({
  people,
  demo,
}) => {
  const page = await people.entersByCard(demo, 'Coordinator of MAMPU', '/questions/12');
  const screen = new QuestionScreen(page);
  await screen.isSaved();
  await page.evaluate('window.isThisPage = true');
  await page.context().setOffline(true);
  await screen.types(' typed offline');
  await page.getByRole('link', { name: 'Record', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Not available without a connection' })).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'Not available without a connection' })).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByRole('heading', { name: 'Record', level: 1 })).toBeVisible();
  expect(await page.evaluate('window.isThisPage')).toBe(true);
  await page.goBack();
  await expect(screen.text).toContainText('typed offline');
  await screen.isSaved();
});

test('“Opening the answer…” goes at the moment in which the text is there', async ({ people, demo }) => {
  const page = await people.entersByCard(demo, 'Coordinator of MAMPU', '');
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    new MutationObserver(() => {
      const text = document.querySelector('.paper [role="textbox"]')?.textContent ?? '';
      const status = document.querySelector('.saving-state')?.textContent ?? '';
      if (text !== '' && status.startsWith('Opening'))
        requestAnimationFrame(() => seen.push(document.querySelector('.saving-state')?.textContent ?? ''));
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  await page.getByRole('link', { name: /^What is the official e-government portal/ }).click();
  await new QuestionScreen(page).isSaved();
  expect((await page.evaluate<string[]>('window.seen')).filter((it) => it.startsWith('Opening'))).toEqual([]);
});
