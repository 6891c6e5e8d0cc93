// The column of threads: at the height of their passages on a wide screen, one under another on a narrow one.
import { type ReactElement, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import './thread.css';
import { layOutThreads, type ThreadBox } from './thread-layout.ts';

export interface ThreadColumnProps {
  /** Cards by thread, in the order of their passages. */
  readonly cards: readonly { readonly id: string; readonly card: ReactNode }[];
  readonly chosen: string | null;
  /** Grows when passages may have moved. */
  readonly version: number;
  /** The height of a passage on the screen, from the top of the window; null where it has none. */
  readonly topOf: (thread: string) => number | null;
  readonly isPlaced: boolean;
}

/** After which a chosen card has come to its place. */
const settledMs = 160;

interface Layout {
  readonly tops: ReadonlyMap<string, number>;
  readonly height: number;
}

export function ThreadColumn({ cards, chosen, version, topOf, isPlaced }: ThreadColumnProps): ReactElement {
  const column = useRef<HTMLDivElement>(null);
  const [layout, setLayout] = useState<Layout>({ tops: new Map(), height: 0 });
  const [resizes, setResizes] = useState(0);
  useLayoutEffect(() => {
    const element = column.current;
    if (element === null || !isPlaced) return undefined;
    const frame = requestAnimationFrame(() => setLayout((it) => unlessSame(it, measure(element, chosen, topOf))));
    return () => cancelAnimationFrame(frame);
  }, [cards, chosen, version, topOf, isPlaced, resizes]);
  useLayoutEffect(() => {
    const observer = new ResizeObserver(() => setResizes((it) => it + 1));
    for (const card of column.current?.children ?? []) observer.observe(card);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [cards]);
  useEffect(() => {
    // A frame later than its place was found.
    const timer = setTimeout(() => {
      const card = [...(column.current?.children ?? [])].find((it) => it instanceof HTMLElement && it.dataset['card'] === chosen);
      card?.scrollIntoView({ block: 'nearest' });
    }, settledMs);
    return () => clearTimeout(timer);
  }, [chosen]);
  return (
    <div ref={column} className="thread-column" data-placed={isPlaced} style={isPlaced ? { blockSize: layout.height } : undefined}>
      {cards.map(({ id, card }) => (
        <div
          key={id}
          data-card={id}
          className="thread-place"
          style={isPlaced ? { transform: `translateY(${layout.tops.get(id) ?? 0}px)` } : undefined}
        >
          {card}
        </div>
      ))}
    </div>
  );
}

function measure(column: HTMLElement, chosen: string | null, topOf: (thread: string) => number | null): Layout {
  const origin = column.getBoundingClientRect().top;
  const boxes = [...column.children].map((card): ThreadBox => {
    const id = card instanceof HTMLElement ? (card.dataset['card'] ?? '') : '';
    const top = topOf(id);
    return { id, wanted: top === null ? 0 : top - origin, height: card.getBoundingClientRect().height };
  });
  const tops = layOutThreads(boxes, chosen);
  // A card that would begin above the column moves all of them down: nothing may be out of reach.
  const above = Math.min(0, ...tops.values());
  const shifted = new Map([...tops].map(([id, top]) => [id, top - above]));
  const height = Math.max(0, ...boxes.map((it) => (shifted.get(it.id) ?? 0) + it.height));
  return { tops: shifted, height };
}

function unlessSame(before: Layout, now: Layout): Layout {
  const isSame =
    before.height === now.height && before.tops.size === now.tops.size && [...now.tops].every(([id, top]) => before.tops.get(id) === top);
  return isSame ? before : now;
}
