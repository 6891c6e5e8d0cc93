// Which browser the journeys run in: the system's Chromium, never one that a test tool downloads.

import { existsSync } from 'node:fs';

export const chromiumPath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

export const howToInstallChromium = 'sudo apt-get install chromium (or name another Chromium in CHROMIUM_PATH)';

export function isChromiumInstalled(): boolean {
  return existsSync(chromiumPath);
}

/** As root in a container Chromium has no sandbox of its own; the rest keeps it from calling its maker. */
export const chromiumFlags: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
