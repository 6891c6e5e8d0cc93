// How many tools stand side by side in the toolbar as wide as it is.
import { type RefObject, useLayoutEffect, useState } from 'react';

/** At most `count`; where not all have room, one less for the button that holds the others. */
export function useToolRoom(toolbar: RefObject<HTMLElement | null>, count: number): number {
  const [room, setRoom] = useState(count);
  useLayoutEffect(() => {
    const element = toolbar.current;
    if (element === null) return undefined;
    const measure = (): void => {
      const { paddingInlineStart, paddingInlineEnd, columnGap } = getComputedStyle(element);
      const [tool, gap] = [element.querySelector('.tool'), element.querySelector('.tool-gap')].map(widthWithMargins);
      const between = Number.parseFloat(columnGap) || 0;
      const width = element.clientWidth - Number.parseFloat(paddingInlineStart) - Number.parseFloat(paddingInlineEnd) + between;
      const all = count * ((tool ?? 0) + between) + maxGaps * ((gap ?? gapPx) + between);
      setRoom(all <= width ? count : Math.max(1, Math.floor(width / ((tool ?? 0) + between)) - 1));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [toolbar, count]);
  return room;
}

const maxGaps = 4;
const gapPx = 13;

function widthWithMargins(element: Element | null): number | undefined {
  if (element === null) return undefined;
  const { marginInlineStart, marginInlineEnd } = getComputedStyle(element);
  return element.getBoundingClientRect().width + Number.parseFloat(marginInlineStart) + Number.parseFloat(marginInlineEnd);
}
