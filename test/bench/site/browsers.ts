// The browser of the measurements: people who are signed in, each in a context of their own.

import { type Browser, type BrowserContext, chromium } from '@playwright/test';
import { chromiumFlags, chromiumPath, howToInstallChromium, isChromiumInstalled } from '../../chromium.ts';
import type { Visitor } from '../../desk/request.ts';

/** Starts the system's Chromium; throws with the way to install it where there is none. */
export function openBrowser(): Promise<Browser> {
  if (!isChromiumInstalled()) throw new Error(`There is no Chromium at ${chromiumPath}. Install it with: ${howToInstallChromium}.`);
  return chromium.launch({ executablePath: chromiumPath, args: [...chromiumFlags] });
}

/** Gives a context the sign-in of this visitor. */
export async function signInHere(context: BrowserContext, { url, cookie }: Visitor): Promise<void> {
  const [name = '', value = ''] = cookie.split(/=(.*)/s);
  await context.addCookies([{ name, value, url }]);
}
