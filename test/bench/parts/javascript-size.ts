// How much JavaScript a browser loads: to the overview, and then for the first question.

import type { Page } from '@playwright/test';
import { get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { openBrowser, signInHere } from '../site/browsers.ts';
import { figure, type Figure } from '../figure.ts';
import { demoRound, emptyFolder, serve, signInToDemo } from '../site/installation.ts';
import type { Part } from './part.ts';

/** Long enough for what a page loads only when it has nothing else to do. */
const quietMs = 2000;

export const javascriptSize: Part = {
  name: 'javascript-size',
  counted:
    'every script that Chromium asks for, compressed with gzip as this server sends it to a browser that knows no better, 1 KB = 1000 bytes. ' +
    'To the overview: the sign-in page, the rounds and the overview together. The editor: what opening a question adds. A script is said to ' +
    'hold the editor when it names ProseMirror.',
  measure: measureJavascript,
};

async function measureJavascript(): Promise<readonly Figure[]> {
  await using data = await emptyFolder();
  await using server = await serve(data.path);
  await using browser = await openBrowser();
  const context = await browser.newContext();
  const page = await context.newPage();
  const asked = new Set<string>();
  page.on('request', (request) => void (/\.m?js$/.test(new URL(request.url()).pathname) && asked.add(request.url())));

  await show(page, `${server.url}/sign-in`, 'form');
  const toSignIn = asked.size;
  await signInHere(context, await signInToDemo(server.url, 'coordinator.mampu'));
  await show(page, `${server.url}/`, `a[href^="/rounds/${demoRound}"]`);
  const toRounds = asked.size;
  await show(page, `${server.url}/rounds/${demoRound}`, `a[href*="/questions/"]`);
  const toOverview = await Promise.all([...asked].map(loadScript));
  await show(page, `${server.url}/rounds/${demoRound}/questions/6`, '[contenteditable="true"]');
  const forQuestion = await Promise.all([...asked].slice(toOverview.length).map(loadScript));

  const early = toOverview.filter((script) => script.holdsEditor).length;
  return [
    figure('JavaScript to the overview, gzip', 'KB', [kilobytesOf(toOverview)], 150),
    figure('... of which to the sign-in page', 'KB', [kilobytesOf(toOverview.slice(0, toSignIn))], null),
    figure('... of which for the list of rounds', 'KB', [kilobytesOf(toOverview.slice(toSignIn, toRounds))], null),
    figure('... of which for the overview itself', 'KB', [kilobytesOf(toOverview.slice(toRounds))], null),
    figure('More JavaScript when a question opens, gzip', 'KB', [kilobytesOf(forQuestion)], 200),
    figure('Scripts with the editor in them before a question opens', 'scripts', [early], 0),
  ];
}

async function show(page: Page, url: string, awaited: string): Promise<void> {
  await page.goto(url);
  await page.locator(awaited).first().waitFor({ state: 'attached' });
  await wait(quietMs);
}

interface Script {
  readonly bytes: number;
  readonly holdsEditor: boolean;
}

function kilobytesOf(scripts: readonly Script[]): number {
  return scripts.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
}

async function loadScript(url: string): Promise<Script> {
  const [compressed, plain] = await Promise.all([bodyOf(url, 'gzip'), bodyOf(url, 'identity')]);
  return { bytes: compressed.length, holdsEditor: plain.includes('ProseMirror') };
}

/** As sent, not decompressed. Throws when the server does not send it in that encoding. */
function bodyOf(url: string, encoding: 'gzip' | 'identity'): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const request = get(url, { headers: { 'accept-encoding': encoding } }, (response) => {
      const sent = response.headers['content-encoding'] ?? 'identity';
      if (response.statusCode !== 200 || sent !== encoding) {
        reject(new Error(`${url} came with ${response.statusCode}, ${sent}`));
        response.destroy();
        return;
      }
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks)));
      response.on('error', reject);
    });
    request.on('error', reject);
  });
}
