// Proves in the browser that nothing typed is lost when an answer is accepted under somebody's hands: the words are beside it, and go in later.
import { call, type Visitor } from '../desk/request.ts';
import { expect, slowsDown, test } from './journey.ts';
import { QuestionScreen } from './question-screen.ts';

const round = 'malaysia-msq-2022';
const question = '43';
const lateWords = ' And one thing more that came late.';

test('words typed while a coordinator accepts are kept, shown, and put into the reopened answer', async ({ people, demo }) => {
  const coordinator = await demo.visitor('coordinator.mampu');
  const clearing = await demo.visitor('clearing.moh');
  await assign(coordinator, question, 'MOH');
  const screen = new QuestionScreen(await people.enters(demo, 'Drafter of MOH', `/questions/${question}`));
  const { page } = screen;
  await screen.types(' Agreed by all.');
  await screen.isSaved();
  await call(clearing, 'clearAnswer', { round, question }, { digest: (await call(clearing, 'readAnswer', { round, question })).digest });
  await slowsDown(page, 3000);
  await call(
    coordinator,
    'acceptAnswer',
    { round, question },
    { digest: (await call(coordinator, 'readAnswer', { round, question })).digest },
  );
  // The page does not know yet.
  await screen.text.pressSequentially(lateWords);

  const banner = page.getByRole('status').filter({ hasText: 'Your words were kept as a proposal, beside the answer.' });
  await expect(banner).toBeVisible();
  await expect(banner).toContainText('The answer was accepted while you were typing.');
  await slowsDown(page, 0);
  const words = await banner.getByRole('blockquote').innerText();
  expect(lateWords.trim().startsWith(words)).toBe(true);
  await screen.isReadOnly();
  await expect(screen.paper).toBeInViewport();
  await banner.getByRole('button', { name: 'Show the proposal' }).click();
  const proposal = page.getByRole('listitem').filter({ hasText: 'Would add' });
  await expect(proposal).toBeFocused();
  await expect(proposal).toHaveCount(1);
  await expect(proposal.getByRole('button', { name: 'Put into the answer' })).toBeDisabled();
  await expect(proposal).toContainText('Your words, which arrived when the answer had been accepted');
  await expect(proposal).toContainText('The answer is accepted. Once it is reopened');
  await expect(proposal.getByRole('blockquote')).toHaveText(words);
  await expect(screen.text).not.toContainText(words);
  await page.getByRole('button', { name: /^Notices/ }).click();
  await expect(page.getByText('were kept as a proposal, since the answer was accepted meanwhile')).toBeVisible();

  await call(coordinator, 'reopenAnswer', { round, question }, { reason: 'incomplete', text: 'A word is missing.' });
  const other = new QuestionScreen(await people.enters(demo, 'Coordinator of MAMPU', `/questions/${question}`));
  await other.page.getByText('1 proposal: words that are not in the answer').click();
  await expect(other.page.getByText('Words by Drafter of MOH, which arrived when the answer had been accepted')).toBeVisible();
  await other.page.getByRole('button', { name: 'Put into the answer' }).click();
  await expect(other.text).toContainText(words);
  await expect(other.page.getByText('1 proposal: words that are not in the answer')).toHaveCount(0);
  await expect(screen.text).toContainText(words);
});

test('a proposal is declined with a reason, and its author reads it', async ({ people, demo }) => {
  const coordinator = await demo.visitor('coordinator.mampu');
  const screen = new QuestionScreen(await people.enters(demo, 'Drafter of KPWKM', '/questions/40'));
  await screen.types(' Kept words.');
  await screen.isSaved();
  const { assignment } = await call(coordinator, 'readAnswer', { round, question: '40' });
  const page = screen.page;
  await page.context().setOffline(true);
  await screen.text.pressSequentially(' Written without a line.');
  await call(
    coordinator,
    'assignQuestions',
    { round },
    { questions: ['40'], leadingAgency: assignment!.leadingAgency, contributors: [], dueDay: null },
  );
  await page.context().setOffline(false);
  await expect(page.getByText('When your last words arrived, others had taken over the writing of this answer.')).toBeVisible();
  await expect(page.getByText('Your words were kept as a proposal, beside the answer.')).toBeVisible();

  const other = new QuestionScreen(await people.enters(demo, 'Coordinator of MAMPU', '/questions/40'));
  await other.page.getByText('1 proposal: words that are not in the answer').click();
  await other.page.getByRole('button', { name: 'Decline…' }).press('Enter');
  await expect(other.dialog.getByRole('textbox')).toBeFocused();
  await expect(other.dialog).toContainText('Written without a line.');
  await other.dialog.getByRole('button', { name: 'Decline', exact: true }).click();
  await expect(other.dialog).toContainText('Write the reason, so that the author knows it.');
  await other.dialog.getByRole('textbox').fill('Said in question 33 already.');
  await other.dialog.getByRole('button', { name: 'Decline', exact: true }).click();
  await expect(other.dialog).toHaveCount(0);
  await page.getByRole('button', { name: /^Notices/ }).click();
  await expect(page.getByText('declined your words on question 40: “Said in question 33 already.”')).toBeVisible();
});

/** To that agency alone. */
async function assign(coordinator: Visitor, answer: string, agency: string): Promise<void> {
  const { agencies } = await call(coordinator, 'readRound', { round });
  const leadingAgency = agencies.find((it) => it.shortName === agency)!.id;
  await call(coordinator, 'assignQuestions', { round }, { questions: [answer], leadingAgency, contributors: [], dueDay: null });
}
