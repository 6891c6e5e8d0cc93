// What is noted inside the two pages of the keystroke measurement. These functions run in the browser: each is sent there alone and may
// use nothing of this file but types.

interface Sight {
  /** The paragraph held this many characters more than at the beginning. */
  readonly typed: number;
  /** Milliseconds since 1970 by the page's own clock: when the text was in the page, and when a frame with it had been drawn. */
  readonly inTextAt: number;
  drawnAt: number | null;
}

export interface NotingWindow extends Window {
  readonly noted: { readonly pressedAt: number[]; readonly sights: Sight[] };
}

/** Notes when the browser received each key. */
export function notePresses(): void {
  const noted: NotingWindow['noted'] = { pressedAt: [], sights: [] };
  Object.assign(window, { noted });
  window.addEventListener('keydown', (event) => noted.pressedAt.push(performance.timeOrigin + event.timeStamp), { capture: true });
}

/** Notes when characters appear in the paragraph of `field` that begins with `marker`; others' names beside their carets are no text. */
export function noteSights({ field, marker }: { readonly field: string; readonly marker: string }): void {
  const noted: NotingWindow['noted'] = { pressedAt: [], sights: [] };
  Object.assign(window, { noted });
  const surface = document.querySelector(`[data-place="${field}"]`);
  if (surface === null) throw new Error(`there is no ${field} on this page`);
  const length = () => {
    const paragraph = [...surface.querySelectorAll('p')].find((it) => it.textContent.includes(marker));
    if (paragraph === undefined) return 0;
    const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    let sum = 0;
    while (texts.nextNode() !== null) {
      const text = texts.currentNode as Text;
      if (text.parentElement?.closest('.ProseMirror-widget') === null) sum += text.data.length;
    }
    return sum;
  };
  const now = () => performance.timeOrigin + performance.now();
  const before = length();
  let seen = 0;
  new MutationObserver(() => {
    const typed = length() - before;
    if (typed <= seen) return;
    seen = typed;
    const sight: Sight = { typed, inTextAt: now(), drawnAt: null };
    noted.sights.push(sight);
    // A message posted from a frame's callback is delivered when that frame has been laid out and painted.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => void (sight.drawnAt = now());
    requestAnimationFrame(() => port2.postMessage(null));
  }).observe(surface, { childList: true, characterData: true, subtree: true });
}

/** How far the page's clock is ahead of the system's, in milliseconds. */
export function clockLead(): number {
  let lead = Number.POSITIVE_INFINITY;
  // The system's clock tells whole milliseconds: the smallest difference is seen where it has just moved on.
  for (let look = 0; look < 50_000; look += 1) lead = Math.min(lead, performance.timeOrigin + performance.now() - Date.now());
  return lead;
}
