// Proves that rights act at once in the browser: taken away while somebody types, never given, or ended by signing out.
import { promised } from '../desk/eventually.ts';
import { call } from '../desk/request.ts';
import { demoRound, expect, test } from './journey.ts';
import { QuestionScreen } from './question-screen.ts';

const round = 'malaysia-msq-2022';
const withinASecond = { timeout: promised(1_000) };

test('an assignment taken away stops the drafter who is typing, within a second, and says why', async ({ people, demo }) => {
  const coordinator = await demo.visitor('coordinator.mampu');
  const screen = new QuestionScreen(await people.enters(demo, 'Drafter of KPWKM', '/questions/34'));
  await screen.types(' Kept words');
  await screen.isSaved();
  const { assignment } = await call(coordinator, 'readAnswer', { round, question: '34' });
  await call(
    coordinator,
    'assignQuestions',
    { round },
    { questions: ['34'], leadingAgency: assignment!.leadingAgency, contributors: [], dueDay: null },
  );
  await expect(screen.text).toHaveAttribute('aria-readonly', 'true', withinASecond);
  await screen.isReadOnly();
  await expect(screen.page.getByText('This question is not assigned to Ministry of Women')).toBeVisible();
  await expect(screen.text).toContainText('Kept words');
});

test('a role taken away stops the drafter who is typing, within a second', async ({ people, demo }) => {
  const manager = await demo.visitor('manager.mosti');
  const screen = new QuestionScreen(await people.enters(demo, 'Drafter of MOSTI', '/questions/18'));
  await screen.types(' Kept words');
  await screen.isSaved();
  const member = (await call(manager, 'readPeople', { round })).members.find((it) => it.email === 'drafter.mosti@example.org')!;
  await call(manager, 'changeMember', { round, person: member.person }, { agency: member.agency, roles: ['observer'] });
  await expect(screen.text).toHaveAttribute('aria-readonly', 'true', withinASecond);
  await screen.isReadOnly();
  await expect(screen.page.getByText('You read and comment here.')).toBeVisible();
});

test('an observer reads and comments, and is offered nothing to write with', async ({ people, demo }) => {
  const screen = new QuestionScreen(await people.enters(demo, 'Observer of MOF', '/questions/33'));
  await expect(screen.page.getByText('You read and comment here.')).toBeVisible();
  await screen.isReadOnly();
  await screen.text.focus();
  await screen.page.keyboard.type('Not mine');
  await expect(screen.text).not.toContainText('Not mine');
  await expect(screen.paper.getByRole('radio', { name: 'Yes' })).toBeDisabled();
  await expect(screen.bar.getByRole('button')).toHaveCount(0);
  await expect(screen.aside.getByRole('button', { name: 'Comment on the question' })).toBeVisible();
});

test('signing out in one tab closes the answer that is open in another', async ({ people, demo }) => {
  const page = await people.entersByCard(demo, 'Drafter of NACSA', '/questions/10');
  const screen = new QuestionScreen(page);
  await screen.types(' Kept words');
  await screen.isSaved();
  const other = await page.context().newPage();
  await other.goto(demoRound);
  // The notice stands until the page asks the server something: from now on that has no reply.
  const mayAsk = Promise.withResolvers<void>();
  await page.route('**/api/**', async (route) => {
    await mayAsk.promise;
    await route.abort().catch(() => {}); // let go already, where the end of this rule was quicker
  });
  await other.getByRole('button', { name: 'Signed in as' }).click();
  await other.getByRole('menuitem', { name: 'Enter as somebody else' }).click();
  await expect(other).toHaveURL(/\/sign-in$/);
  await expect(page.getByText('You are signed out.')).toBeVisible();
  await expect(screen.text).not.toBeEditable();
  await page.getByRole('button', { name: 'Sign in again' }).click();
  await expect(page).toHaveURL(/\/sign-in\?/);
  mayAsk.resolve();
  await page.unroute('**/api/**');
  await page.getByRole('button', { name: /^Drafter of NACSA / }).click();
  await expect(screen.text).toContainText('Kept words');
});
