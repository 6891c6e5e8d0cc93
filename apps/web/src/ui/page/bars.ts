// The bars that stay at an edge of the window while the page moves beneath them, and the part of the window that they leave free.
import { type RefObject, useLayoutEffect, useRef } from 'react';

type Edge = 'top' | 'bottom';

/** Told to the document when bars or the window have changed their size. */
export const barsChanged = 'bars-changed';

/**
 * Makes an element a bar: what comes into sight stops short of it, as long as it sticks to the window. `heightName` is the custom property
 * that says its height, for a bar that stands above it.
 */
export function useBar<T extends HTMLElement>(edge: Edge, heightName?: `--${string}`): RefObject<T | null> {
  const bar = useRef<T>(null);
  useLayoutEffect(() => {
    const element = bar.current;
    if (element === null) return undefined;
    element.dataset['bar'] = edge;
    const tell = (): void => {
      if (heightName !== undefined) document.documentElement.style.setProperty(heightName, `${element.offsetHeight}px`);
      tellBars();
    };
    const observer = new ResizeObserver(tell);
    observer.observe(element);
    addEventListener('resize', tell);
    return () => {
      observer.disconnect();
      removeEventListener('resize', tell);
      delete element.dataset['bar'];
      tellBars();
    };
  }, [edge, heightName]);
  return bar;
}

export interface FreeBand {
  /** Pixels from the top of the window. */
  readonly top: number;
  readonly bottom: number;
}

/** What of the window no bar covers, and no keyboard on the screen. */
export function freeBand(): FreeBand {
  const { clientHeight } = document.documentElement;
  const { top, bottom } = coveredByBars();
  const seen = visualViewport;
  return {
    top: Math.max(top, seen?.offsetTop ?? 0),
    bottom: Math.min(clientHeight - bottom, seen === null ? clientHeight : seen.offsetTop + seen.height),
  };
}

function coveredByBars(): Record<Edge, number> {
  const covered = { top: 0, bottom: 0 };
  for (const bar of document.querySelectorAll<HTMLElement>('[data-bar]')) {
    const { position, top, bottom } = getComputedStyle(bar);
    const height = bar.offsetHeight;
    if (height === 0 || (position !== 'sticky' && position !== 'fixed')) continue;
    const edge: Edge = bar.dataset['bar'] === 'top' ? 'top' : 'bottom';
    covered[edge] = Math.max(covered[edge], height + Number.parseFloat(edge === 'top' ? top : bottom));
  }
  return covered;
}

/** For style sheets: `--bars-top` and `--bars-bottom`. */
function tellBars(): void {
  const { style } = document.documentElement;
  const { top, bottom } = coveredByBars();
  style.setProperty('--bars-top', `${top}px`);
  style.setProperty('--bars-bottom', `${bottom}px`);
  document.dispatchEvent(new Event(barsChanged));
}
