// Owns what every journey begins with: a site for the file, and people who come to it, each in a browser context of their own.
import { type Browser, type BrowserContext, type BrowserContextOptions, expect, type Page, test as base } from '@playwright/test';
import { openSite, type Site } from './site.ts';

export { expect };

/** The round that every demo has. */
export const demoRound = '/rounds/malaysia-msq-2022';

class People {
  readonly #browser: Browser;
  readonly #contexts: BrowserContext[] = [];
  readonly #faults: string[] = [];

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  /** Somebody opens a browser at the site. */
  async comes(site: Site, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.#browser.newContext({ baseURL: site.url, ...options });
    await context.addInitScript({ content: slowSockets });
    this.#contexts.push(context);
    context.on('weberror', (fault) => this.#faults.push(fault.error().message));
    context.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) this.#faults.push(message.text());
    });
    return context.newPage();
  }

  /** Somebody enters the demo by the card with this name, and opens a page of its round. */
  async enters(site: Site, name: string, path = '', options: BrowserContextOptions = {}): Promise<Page> {
    const page = await this.comes(site, options);
    await page.goto(`/sign-in?to=${encodeURIComponent(demoRound + path)}`);
    await page.getByRole('button', { name: new RegExp(`^${name} `) }).click();
    await expect(page).toHaveURL(new RegExp(`${demoRound}${path}$`));
    return page;
  }

  /** Everybody closes the browser. Fails when a page met an error, or did something that the content-security policy forbids. */
  async leave(): Promise<void> {
    for (const context of this.#contexts) await context.close();
    expect(this.#faults).toEqual([]);
  }
}

/** A script for the page, as plain text: what a compiler would make of a class needs more than the page has. */
const slowSockets = `window.WebSocket = class extends WebSocket {
  ${['onmessage', 'onclose'].map((name) => `set ${name}(listener) { super.${name} = listener && ((event) => setTimeout(() => listener(event), window.lineMs ?? 0)); }`).join('\n')}
};`;

/** From now on the page hears what the server says so much later. */
export async function slowsDown(page: Page, ms: number): Promise<void> {
  await page.evaluate(`window.lineMs = ${ms}`);
}

export const test = base.extend<{ people: People }>({
  people: async ({ browser }, lend) => {
    const people = new People(browser);
    await lend(people);
    await people.leave();
  },
});

/** Opens a site before the journeys of a file and closes it after them. */
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
