// What every journey begins with: a site, and people who come to it, each in a browser context of their own.
import { type Browser, type BrowserContext, type BrowserContextOptions, expect, type Page, test as base } from '@playwright/test';
import { demoPeople } from '@chancery/server';
import { openSite, type Site } from './site.ts';

export { expect };

/** The round that every demo has. */
export const demoRound = '/rounds/malaysia-msq-2022';

/** The people of a worker's journeys. A person who has signed in at a site keeps their browser, with what it has cached, for the next journey. */
class People {
  readonly #browser: Browser;
  readonly #browsers = new Map<string, Promise<BrowserContext>>();
  #passing: BrowserContext[] = [];
  #pages: Page[] = [];
  #faults: string[] = [];

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  /** Somebody opens a browser at the site, whom nobody knows there. */
  async comes(site: Site, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.#opens(site, options);
    this.#passing.push(context);
    return context.newPage();
  }

  /** Somebody of the demo, signed in already, opens a page of its round; `name` is the one on their card. */
  async enters(site: Site, name: string, path = ''): Promise<Page> {
    const page = await this.of(site, keyOf(name));
    await page.goto(demoRound + path);
    return page;
  }

  /** Somebody enters the demo by the card with this name, and opens a page of its round. */
  async entersByCard(site: Site, name: string, path = ''): Promise<Page> {
    const page = await this.comes(site);
    await page.goto(`/sign-in?to=${encodeURIComponent(demoRound + path)}`);
    await page.getByRole('button', { name: new RegExp(`^${name} `) }).click();
    await expect(page).toHaveURL(new RegExp(`${demoRound}${path}$`));
    return page;
  }

  /** An empty page of somebody who is signed in, by the local part of the e-mail address. */
  async of(site: Site, key: string): Promise<Page> {
    const owner = `${site.url} ${key}`;
    const browser = this.#browsers.get(owner) ?? this.#signedIn(site, key);
    this.#browsers.set(owner, browser);
    const page = await (await browser).newPage();
    this.#pages.push(page);
    return page;
  }

  /** Everybody closes their pages. Fails when one met an error, or did something that the content-security policy forbids. */
  async leave(): Promise<void> {
    const [pages, passing, faults] = [this.#pages, this.#passing, this.#faults];
    [this.#pages, this.#passing, this.#faults] = [[], [], []];
    for (const page of pages) await page.close();
    for (const context of passing) await context.close();
    expect(faults).toEqual([]);
  }

  async #signedIn(site: Site, key: string): Promise<BrowserContext> {
    const [{ cookie }, context] = await Promise.all([site.visitor(key), this.#opens(site, {})]);
    const [name = '', value = ''] = cookie.split(/=(.*)/s);
    await context.addCookies([{ name, value, url: site.url }]);
    return context;
  }

  async #opens(site: Site, options: BrowserContextOptions): Promise<BrowserContext> {
    const context = await this.#browser.newContext({ baseURL: site.url, ...options });
    await context.addInitScript({ content: slowSockets });
    context.on('weberror', (fault) => this.#faults.push(fault.error().message));
    context.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) this.#faults.push(message.text());
    });
    return context;
  }
}

function keyOf(name: string): string {
  const person = demoPeople.find((it) => it.name === name);
  if (person === undefined) throw new Error(`there is no ${name} in the demo`);
  return person.email.replace(/@.*/, '');
}

/** A script for the page, as plain text: what a compiler would make of a class needs more than the page has. */
const slowSockets = `window.WebSocket = class extends WebSocket {
  ${['onmessage', 'onclose'].map((name) => `set ${name}(listener) { super.${name} = listener && ((event) => setTimeout(() => listener(event), window.lineMs ?? 0)); }`).join('\n')}
};`;

/** From now on the page hears what the server says so much later. */
export async function slowsDown(page: Page, ms: number): Promise<void> {
  await page.evaluate(`window.lineMs = ${ms}`);
}

interface OfTheWorker {
  /** A site with the demo, which the journeys of a worker share: each writes in questions of its own. */
  readonly demo: Site;
  readonly everybody: People;
}

export const test = base.extend<{ people: People }, OfTheWorker>({
  demo: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern what a fixture needs: this one nothing
    async ({}, lend) => {
      await using site = await openSite({ isDemo: true });
      await lend(site);
    },
    { scope: 'worker' },
  ],
  everybody: [({ browser }, lend) => lend(new People(browser)), { scope: 'worker' }],
  people: async ({ everybody }, lend) => {
    await lend(everybody);
    await everybody.leave();
  },
});

/** Opens a site for the journeys of one file that need it to themselves, and closes it after them. */
export function siteOfThisFile(options: { readonly isDemo: boolean } = { isDemo: true }): () => Site {
  let site: Site | undefined;
  test.beforeAll(async () => {
    site = await openSite(options);
  });
  test.afterAll(async () => {
    await site?.[Symbol.asyncDispose]();
  });
  return () => {
    if (site === undefined) throw new Error('the site is not open');
    return site;
  };
}
