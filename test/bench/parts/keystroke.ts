// How long a keystroke takes from one browser to the screen of another, with five editors in one answer.

import { fragmentName } from '@chancery/answer-doc';
import type { Browser, Page } from '@playwright/test';
import { setTimeout as wait } from 'node:timers/promises';
import { openBrowser, signInHere } from '../site/browsers.ts';
import type { Budget, Figure } from '../figure.ts';
import { demoRound, emptyFolder, serve, signInToDemo } from '../site/installation.ts';
import type { Part } from './part.ts';
import { BrowserTypist } from '../site/typist.ts';
import { clockLead, noteSights, type NotingWindow, notePresses } from '../site/watched-page.ts';

const answer = { round: demoRound, question: '39' };
/** They lead, contribute to or coordinate that answer: everybody here may write. */
const people = { writes: 'coordinator.mampu', reads: 'drafter.kpwkm' } as const;
const withoutBrowsers = ['drafter.mampu', 'clearing.kpwkm', 'drafter.kkmm'] as const;
const marker = 'Typed in a browser:';

const warmUp = 60;
const keystrokes = 500;
/** Ten keys a second is faster than people type. */
const betweenKeysMs = 100;
const budget: Budget = { median: 30, p99: 100 };

export const keystroke: Part = {
  name: 'keystroke',
  counted:
    `${keystrokes} keys at ten a second, after ${warmUp} that are not counted, from the moment at which Chromium receives the key to the other ` +
    'page of the same browser, in a context and process of its own: when its text has the character (MutationObserver), and when a frame ' +
    'with it has been drawn (at most one frame of 16.7 ms later). Three more editors without a browser type in paragraphs of their own at the ' +
    'same speed. All of them, the server and the browser share the machine.',
  measure: measureKeystrokes,
};

async function measureKeystrokes(): Promise<readonly Figure[]> {
  await using data = await emptyFolder();
  await using server = await serve(data.path);
  const field = await makeMarkedParagraph(server.url);
  using typing = new DisposableStack();
  const typists: BrowserTypist[] = [];
  for (const key of withoutBrowsers) {
    typists.push(typing.use(await BrowserTypist.open(await signInToDemo(server.url, key), answer, `Typed by ${key}: `)));
  }
  await using browser = await openBrowser();
  const writer = await openAnswer(browser, server.url, { key: people.writes, field });
  const reader = await openAnswer(browser, server.url, { key: people.reads, field });
  await writer.evaluate(notePresses);
  await reader.evaluate(noteSights, { field, marker });
  await placeCaret(writer, field);
  typing.use(typeTogether(typists));
  await typeInBrowser(writer);
  return figuresOf(await latencies(writer, reader));
}

/** The paragraph that the browser types in is made ahead, so that it is found in both pages; the name of the field that it is in. */
async function makeMarkedParagraph(url: string): Promise<string> {
  using typist = await BrowserTypist.open(await signInToDemo(url, people.writes), answer, marker);
  return fragmentName(typist.place);
}

async function openAnswer(browser: Browser, url: string, { key, field }: { readonly key: string; readonly field: string }): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await signInHere(context, await signInToDemo(url, key));
  const page = await context.newPage();
  await page.goto(`${url}/rounds/${answer.round}/questions/${answer.question}`);
  // Until the server has said that this person may write, the field is there to be read only.
  await page.locator(`[data-place="${field}"] [contenteditable="true"] p`, { hasText: marker }).scrollIntoViewIfNeeded();
  return page;
}

/** The editors without a browser take turns within each interval; disposing it ends their typing. */
function typeTogether(typists: readonly BrowserTypist[]): Disposable {
  let turn = 0;
  const timer = setInterval(() => {
    turn += 1;
    typists[turn % typists.length]?.types(turn % 18 < 3 ? ' ' : 'x');
  }, betweenKeysMs / typists.length);
  return { [Symbol.dispose]: () => clearInterval(timer) };
}

async function placeCaret(page: Page, field: string): Promise<void> {
  await page.locator(`[data-place="${field}"] p`, { hasText: marker }).click();
  await page.keyboard.press('End');
  await page.evaluate(() => void (window as unknown as NotingWindow).noted.pressedAt.splice(0));
}

async function typeInBrowser(page: Page): Promise<void> {
  for (let key = 0; key < warmUp + keystrokes; key += 1) {
    const pause = wait(betweenKeysMs);
    await page.keyboard.press(key % 6 === 0 ? 'Space' : 'abcdefghij'.charAt(key % 10));
    await pause;
  }
}

interface Latency {
  readonly inTextMs: number;
  readonly drawnMs: number;
}

/** Waits for the last key. Two characters that arrive together have been seen at one time. */
async function latencies(writer: Page, reader: Page): Promise<readonly Latency[]> {
  const all = warmUp + keystrokes;
  await reader.waitForFunction((typed) => {
    const last = (window as unknown as NotingWindow).noted.sights.at(-1);
    return last !== undefined && last.typed >= typed && last.drawnAt !== null;
  }, all);
  const ahead = (await reader.evaluate(clockLead)) - (await writer.evaluate(clockLead));
  const pressedAt = await writer.evaluate(() => (window as unknown as NotingWindow).noted.pressedAt);
  const sights = await reader.evaluate(() => (window as unknown as NotingWindow).noted.sights);
  return pressedAt.slice(warmUp, all).map((pressed, index) => {
    const sight = sights.find((it) => it.typed > warmUp + index);
    if (sight === undefined || sight.drawnAt === null) throw new Error(`key ${index} was never seen`);
    return { inTextMs: sight.inTextAt - ahead - pressed, drawnMs: sight.drawnAt - ahead - pressed };
  });
}

function figuresOf(measured: readonly Latency[]): readonly Figure[] {
  return [
    { name: "Keystroke to another browser's screen, 5 editors", unit: 'ms', samples: measured.map((it) => it.drawnMs), budget },
    { name: "Keystroke to the other page's text", unit: 'ms', samples: measured.map((it) => it.inTextMs), budget },
  ];
}
