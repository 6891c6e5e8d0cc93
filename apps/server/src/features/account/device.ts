// What a browser calls itself, in two words: a person recognises their own sign-ins by them. Nothing is decided by it.
import type { browsers, systems } from '@chancery/contract';

type Browser = (typeof browsers)[number];
type System = (typeof systems)[number];

/** The first that fits: most browsers call themselves by their predecessors' names as well. */
const namesOfBrowsers: readonly (readonly [Browser, RegExp])[] = [
  ['edge', /\bEdg(e|A|iOS)?\//],
  ['opera', /\bOPR\//],
  ['samsung', /\bSamsungBrowser\//],
  ['firefox', /\b(Firefox|FxiOS)\//],
  ['chrome', /(Chrome|CriOS|Chromium)\//],
  ['safari', /\bSafari\//],
];
const namesOfSystems: readonly (readonly [System, RegExp])[] = [
  ['ios', /\b(iPhone|iPad|iPod)\b/],
  ['android', /\bAndroid\b/],
  ['chrome-os', /\bCrOS\b/],
  ['windows', /\bWindows\b/],
  ['mac', /\bMacintosh\b/],
  ['linux', /\bLinux\b/],
];

export function deviceOf(agent: string | null): { readonly browser: Browser | null; readonly system: System | null } {
  const first = <T>(names: readonly (readonly [T, RegExp])[]) => names.find(([, sign]) => sign.test(agent ?? ''))?.[0] ?? null;
  return { browser: first(namesOfBrowsers), system: first(namesOfSystems) };
}
