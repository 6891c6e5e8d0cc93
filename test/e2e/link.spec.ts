// Proves that a tab has one WebSocket, and that people work together where the network lets none through.
import { openBlockingNetwork } from './blocking-network.ts';
import { demoRound, expect, test } from './journey.ts';
import { QuestionScreen } from './question-screen.ts';

test('two people behind a network that blocks WebSockets type together and see that it is saved', async ({ people, demo }) => {
  await using network = await openBlockingNetwork(demo.url);
  const behind = { ...demo, url: network.url };
  const [first, second] = await Promise.all([
    people.enters(behind, 'Drafter of MOH', '/questions/6'),
    people.enters(behind, 'Drafter of KKMM', '/questions/6'),
  ]);
  const [moh, kkmm] = [new QuestionScreen(first), new QuestionScreen(second)];
  await moh.types(' First through the wall.');
  await moh.isSaved();
  await expect(kkmm.text).toContainText('First through the wall.');
  await kkmm.types(' Second as well.');
  await kkmm.isSaved();
  await expect(moh.text).toContainText('Second as well.');
  await expect(first.getByText('Drafter of KKMM').first()).toBeAttached();
  expect(network.cut).toBeGreaterThan(0);
  const cutBefore = network.cut;
  // The tab remembers, so that the next page does not try again in vain.
  await first.reload();
  await expect(moh.text).toContainText('Second as well.');
  await moh.types(' And again.');
  await moh.isSaved();
  expect(network.cut).toBe(cutBefore);
});

test('a tab has one WebSocket, however many documents are open in it', async ({ people, demo }) => {
  const page = await people.enters(demo, 'Authorized respondent of MAMPU');
  const addresses: string[] = [];
  page.on('websocket', (socket) => addresses.push(new URL(socket.url()).pathname));
  await page.goto(`${demoRound}/approval`);
  const saved = page.getByRole('status').filter({ hasText: /^Saved$/ });
  await expect(saved).toHaveCount(2);
  expect(addresses).toEqual(['/sync']);
});
