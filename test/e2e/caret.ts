// Where the caret is on the screen, and what lies over it.
import type { Page } from '@playwright/test';

/** Null when the line of the caret is whole and in sight; else what is wrong, in words. */
export function whatHidesTheCaret(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const line = lineOfCaret();
    if (line === null) return 'there is no caret';
    const at = `the line at ${Math.round(line.top)} to ${Math.round(line.bottom)}`;
    if (line.top < -1 || line.bottom > innerHeight + 1) return `${at} is outside of the window of ${innerHeight}`;
    const focused = document.activeElement!;
    // Over a dialog lies nothing of the page.
    const around = focused.closest('dialog') ?? document.body;
    for (const element of around.querySelectorAll<HTMLElement>('*')) {
      const { position, visibility, pointerEvents } = getComputedStyle(element);
      if (!/sticky|fixed/.test(position) || visibility === 'hidden' || pointerEvents === 'none' || element.contains(focused)) continue;
      const bar = element.getBoundingClientRect();
      const isOver =
        bar.width > 0 &&
        bar.height > 0 &&
        bar.top < line.bottom - 1 &&
        bar.bottom > line.top + 1 &&
        bar.left < line.right &&
        bar.right > line.left;
      if (isOver) return `${at} is under ${element.className} at ${Math.round(bar.top)} to ${Math.round(bar.bottom)}`;
    }
    return null;

    function lineOfCaret(): { top: number; bottom: number; left: number; right: number } | null {
      const active = document.activeElement;
      if (active instanceof HTMLTextAreaElement) {
        // The caret stands at the end of the text.
        const { top, bottom, left, right } = active.getBoundingClientRect();
        const { lineHeight, paddingBlockEnd } = getComputedStyle(active);
        const height = Number.parseFloat(lineHeight);
        const end = Math.min(bottom - Number.parseFloat(paddingBlockEnd), top + 8 + active.value.split('\n').length * height);
        return { top: end - height, bottom: end, left, right };
      }
      const selection = getSelection();
      if (selection === null || selection.focusNode === null) return null;
      const range = document.createRange();
      range.setStart(selection.focusNode, selection.focusOffset);
      const [rect] = range.getClientRects();
      if (rect !== undefined && rect.height > 0) return { top: rect.top, bottom: rect.bottom, left: rect.left - 1, right: rect.right + 1 };
      // An empty paragraph has no letters to measure.
      const { focusNode, focusOffset } = selection;
      const around = focusNode instanceof Element ? (focusNode.childNodes[focusOffset] ?? focusNode) : focusNode.parentElement!;
      const box = (
        around instanceof Element && around.getBoundingClientRect().height > 0 ? around : (focusNode as Element)
      ).getBoundingClientRect();
      return { top: box.top, bottom: Math.min(box.bottom, box.top + 28), left: box.left, right: box.left + 2 };
    }
  });
}
