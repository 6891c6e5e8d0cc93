// Takes every screen at two sizes into the folder that is named: `node test/e2e/screenshots.ts <folder> [pattern of names]`. For people to look at, no test.
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { chromiumFlags, chromiumPath } from '../chromium.ts';
import { type Screen, screens, show } from './screens.ts';
import { openSite, type Site } from './site.ts';

const sizes = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } };
const [folder, part = ''] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder for the pictures: node test/e2e/screenshots.ts <folder>');
await mkdir(folder, { recursive: true });
await using site = await openSite({ isDemo: true });
const browser = await chromium.launch({ executablePath: chromiumPath, args: [...chromiumFlags] });
for (const screen of screens.filter(({ name }) => new RegExp(part).test(name))) {
  for (const size of Object.keys(sizes)) {
    const said = await take(browser, site, { screen, size, folder: resolve(folder) });
    console.log(`${screen.name}, ${size}: ${said}`);
  }
}
await browser.close();

interface Picture {
  readonly screen: Screen;
  readonly size: string;
  readonly folder: string;
}

async function take(within: Browser, at: Site, { screen, size, folder: into }: Picture): Promise<string> {
  const viewport = size === 'wide' ? sizes.wide : sizes.narrow;
  const context = await within.newContext({ baseURL: at.url, viewport, locale: 'en-GB', timezoneId: 'UTC', reducedMotion: 'reduce' });
  if (screen.who !== null) {
    const [name = '', value = ''] = (await at.visitor(screen.who)).cookie.split(/=(.*)/s);
    await context.addCookies([{ name, value, url: at.url }]);
  }
  const page = await context.newPage();
  const file = join(into, `${screen.name}-${size}.png`);
  const said = await show(page, screen, at).then(
    () => file,
    (cause: Error) => `not reached: ${cause.message.split('\n')[0]}`,
  );
  await page.screenshot({ path: file });
  await context.close();
  return said;
}
