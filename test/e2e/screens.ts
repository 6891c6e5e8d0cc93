// Every screen and dialog of the product: who sees it, where, and what to do until it is there.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { administrator, linkOfAdministrator, type Site } from './site.ts';

export interface Screen {
  readonly name: string;
  /** Local part of the e-mail address; null for nobody. */
  readonly who: string | null;
  readonly path: string | ((site: Site) => Promise<string>);
  /** Is in sight when the screen is complete. */
  readonly ready: (page: Page) => Locator;
  /** What a person does on the page until the screen stands there. */
  readonly act?: (page: Page) => Promise<void>;
  /** True for what stands beside the text on a wide screen, and is a sheet over it on a narrow one. */
  readonly isBeside?: true;
}

const round = '/rounds/malaysia-msq-2022';
const form = fileURLToPath(new URL('../../apps/server/demo/msq-2022-malaysia.md', import.meta.url));

const button = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first();
const heading = (name: string | RegExp) => (page: Page) => page.getByRole('heading', { name }).first();
const words = (text: string) => (page: Page) => page.getByText(text);
const dialog = (page: Page) => page.getByRole('dialog');
const presses = (name: string | RegExp) => (page: Page) => button(name)(page).click();
const isSaved = (page: Page) => page.getByRole('region', { name: 'Answer', exact: true }).getByText(/^Saved$/);
const isReading = (page: Page) => page.getByRole('region', { name: 'Answer', exact: true }).getByRole('textbox').first();

async function opensAside(page: Page): Promise<void> {
  const isWide = await page.evaluate(() => matchMedia('(width >= 64rem)').matches);
  if (!isWide) await page.getByRole('button', { name: /^(Threads|\d+ threads?)$/ }).click();
}

async function chooses(page: Page, content: string, name = 'form.md'): Promise<void> {
  await page.getByLabel('Choose a file').setInputFiles({ name, mimeType: 'text/markdown', buffer: Buffer.from(content) });
}

function question(name: string, who: string, id: string, act?: Screen['act']): Screen {
  const writes = /^(drafter|clearing|coordinator)/.test(who);
  return { name, who, path: `${round}/questions/${id}`, ready: writes ? isSaved : isReading, ...(act === undefined ? {} : { act }) };
}

function beside(name: string, act: (page: Page) => Promise<void>): Screen {
  const acts = async (page: Page) => {
    await opensAside(page);
    await act(page);
  };
  return { ...question(name, 'coordinator.mampu', '6', acts), isBeside: true };
}

function ofRound(name: string, who: string, path: string, ready: Screen['ready'], act?: Screen['act']): Screen {
  return { name, who, path: round + path, ready, ...(act === undefined ? {} : { act }) };
}

export const screensOfRounds: readonly Screen[] = [
  { name: 'sign-in', who: null, path: '/sign-in', ready: button(/^Coordinator of MAMPU/) },
  { name: 'my-rounds', who: 'coordinator.mampu', path: '/', ready: (page) => page.getByRole('link', { name: 'Malaysia, MSQ 2022' }) },
  ofRound('overview', 'coordinator.mampu', '', heading('Waiting for me')),
  ofRound('overview-of-a-drafter', 'drafter.kpwkm', '', heading('Waiting for me')),
  ofRound('overview-nothing-found', 'coordinator.mampu', '?status=sealed', words('No question matches')),
  ofRound('assign-dialog', 'coordinator.mampu', '', dialog, async (page) => {
    for (const number of [43, 44]) await page.getByRole('checkbox', { name: `Select question ${number}` }).check();
    await page.getByRole('button', { name: 'Assign', exact: true }).click();
    await dialog(page).getByRole('combobox', { name: 'Leading agency' }).selectOption('MOH · Ministry of Health');
    await dialog(page).getByRole('checkbox', { name: 'EPU' }).check();
  }),
  ofRound('notices', 'drafter.moh', '', (page) => page.getByRole('heading', { name: 'Notices' }), presses(/^Notices/)),
  ofRound('account', 'coordinator.mampu', '', (page) => page.getByRole('menuitem').first(), presses(/^Signed in as/)),
  ofRound('questionnaire', 'observer.mof', '/questionnaire', heading(/Institutional/)),
  ofRound('people', 'coordinator.mampu', '/people', heading('People and agencies')),
  ofRound('people-of-a-manager', 'manager.moh', '/people', heading('People and agencies')),
  ofRound('people-of-an-administrator', administrator, '/people', heading('People and agencies')),
  ofRound('invite-dialog', 'manager.moh', '/people', dialog, presses('Invite a person')),
  ofRound('overview-of-a-manager', 'manager.moh', '', heading('Questions')),
  ofRound('approval', 'respondent.mampu', '/approval', heading('Confirm who you are')),
  ofRound('approval-waiting', 'coordinator.mampu', '/approval', heading('Who stands behind the answers')),
  ofRound('record', 'coordinator.mampu', '/record', heading('Record')),
  ofRound('exports', 'coordinator.mampu', '/exports', button('Download Word')),
  {
    name: 'welcome',
    who: null,
    path: async (site) => `/welcome${new URL(await linkOfAdministrator(site, 'invited@example.org')).hash}`,
    ready: button('Set password and enter'),
  },
  { name: 'welcome-used-link', who: null, path: '/welcome#used', ready: words('This link no longer works') },
  { name: 'administration', who: administrator, path: '/admin', ready: heading('Administration') },
  { name: 'accounts', who: administrator, path: '/admin/accounts', ready: words('Drafter of EPU') },
  {
    name: 'accounts-menu',
    who: administrator,
    path: '/admin/accounts',
    ready: (page) => page.getByRole('menuitem').first(),
    act: presses('Actions for Drafter of EPU'),
  },
  {
    name: 'disable-dialog',
    who: administrator,
    path: '/admin/accounts',
    ready: dialog,
    act: async (page) => {
      await presses('Actions for Drafter of EPU')(page);
      await page.getByRole('menuitem', { name: 'Disable the account' }).click();
    },
  },
  { name: 'your-account', who: 'coordinator.mampu', path: '/account', ready: words('This one') },
  { name: 'forgotten', who: null, path: '/forgotten', ready: heading('Forgot your password?') },
  { name: 'open-round-dialog', who: administrator, path: '/admin', ready: dialog, act: presses('Open a round') },
  { name: 'no-such-page', who: 'coordinator.mampu', path: '/nowhere', ready: heading('There is no such page') },
  {
    name: 'no-such-round',
    who: 'coordinator.mampu',
    path: '/rounds/nowhere',
    ready: (page) => page.getByRole('main').getByRole('heading').first(),
  },
];

/** In order: a proposal comes of the import before it. */
export const screensOfAnswers: readonly Screen[] = [
  question('question-text', 'drafter.epu', '21'),
  question('question-choice', 'drafter.kpwkm', '35'),
  question('question-choices-with-remarks', 'drafter.epu', '20'),
  question('question-grid', 'drafter.mampu', '2'),
  question('question-lines', 'drafter.mampu', 'respondent'),
  question('question-read-only', 'observer.mof', '33'),
  question('question-toolbar-link', 'drafter.epu', '22', async (page) => {
    await page.getByRole('region', { name: 'Answer', exact: true }).getByRole('textbox').first().press('Control+k');
    await page.getByRole('textbox', { name: 'Address of the link' }).waitFor();
  }),
  beside('threads', async () => {}),
  beside('thread-composer', async (page) => {
    await page.getByRole('button', { name: 'Comment on the question' }).click();
    await page.getByRole('radio', { name: 'Query' }).check();
  }),
  beside('history', async (page) => {
    await page.getByRole('tab', { name: 'History' }).click();
    await page.getByText('assigned the question').first().waitFor();
  }),
  beside('people-of-an-answer', async (page) => {
    await page.getByRole('tab', { name: 'People' }).click();
  }),
  question('decision-dialog', 'clearing.mampu', '1', async (page) => {
    await page.getByRole('button', { name: /^Clear for/ }).click();
    await dialog(page).waitFor();
  }),
  ofRound('import', 'coordinator.mampu', '/import', heading('What happens')),
  ofRound(
    'import-unfit-file',
    'coordinator.mampu',
    '/import',
    (page) => page.getByRole('alert'),
    (page) => chooses(page, ''),
  ),
  ofRound('import-preview', 'coordinator.mampu', '/import', heading(/^Found in/), async (page) => {
    await chooses(page, (await readFile(form, 'utf8')).replace('https://www.malaysia.gov.my', 'https://changed.example.org'));
    await page.getByRole('button', { name: 'Compare question 1', exact: true }).click();
  }),
  ofRound('import-report', 'coordinator.mampu', '/import', heading('The import is done'), async (page) => {
    await chooses(page, (await readFile(form, 'utf8')).replace('https://www.malaysia.gov.my', 'https://changed.example.org'));
    await page.getByRole('button', { name: /^Import \d+ answers?$/ }).click();
  }),
  question('proposals', 'drafter.mampu', '1', (page) => page.getByText(/proposals?: words that are not in the answer/).click()),
  question('decline-dialog', 'drafter.mampu', '1', async (page) => {
    await page.getByText(/proposals?: words that are not in the answer/).click();
    await page.getByRole('button', { name: 'Decline…' }).first().click();
    await dialog(page).waitFor();
  }),
];

export const screens: readonly Screen[] = [...screensOfRounds, ...screensOfAnswers];

/** Goes to a screen as the person who sees it. */
export async function show(page: Page, screen: Screen, site: Site): Promise<void> {
  await page.goto(typeof screen.path === 'string' ? screen.path : await screen.path(site));
  if (screen.act === undefined) return screen.ready(page).waitFor();
  // A dialog or report comes by acting; an answer must be open before.
  if (screen.ready === isSaved) await screen.ready(page).waitFor();
  await screen.act(page);
  await screen.ready(page).waitFor();
}

/** What was beside the text is gone when the window becomes narrow, and comes as a sheet by the same acts; all else stays. */
export async function showNarrow(page: Page, screen: Screen): Promise<void> {
  if (screen.act !== undefined && screen.isBeside === true) await screen.act(page);
  await screen.ready(page).waitFor();
}
