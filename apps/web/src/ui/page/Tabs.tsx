// Tabs: arrows move between them, only the chosen panel is rendered.
import { type KeyboardEvent, type ReactElement, type ReactNode, useId, useRef } from 'react';
import { classNames } from '../class-names.ts';

export interface TabItem<T extends string> {
  readonly id: T;
  readonly label: string;
  /** Shown after the label, for instance how many there are. */
  readonly count?: number;
  readonly panel: () => ReactNode;
}

interface TabsProps<T extends string> {
  readonly label: string;
  readonly tabs: readonly TabItem<T>[];
  readonly chosen: T;
  readonly onChoose: (id: T) => void;
  readonly className?: string;
}

export function Tabs<T extends string>({ label, tabs, chosen, onChoose, className }: TabsProps<T>): ReactElement {
  const base = useId();
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = tabAfter(event, tabs, chosen);
    if (next === undefined) return;
    event.preventDefault();
    onChoose(next.id);
    list.current?.querySelector<HTMLElement>(`#${CSS.escape(`${base}-${next.id}`)}`)?.focus();
  };
  return (
    <div className={classNames('flex min-h-0 flex-col', className)}>
      <div
        ref={list}
        role="tablist"
        aria-label={label}
        tabIndex={-1}
        onKeyDown={onKeyDown}
        className="flex gap-1 border-b border-line px-2"
      >
        {tabs.map((tab) => (
          <button
            key={tab.id}
            id={`${base}-${tab.id}`}
            type="button"
            role="tab"
            aria-selected={tab.id === chosen}
            aria-controls={tab.id === chosen ? `${base}-panel` : undefined}
            tabIndex={tab.id === chosen ? 0 : -1}
            onClick={() => onChoose(tab.id)}
            className="-mb-px min-h-10 border-b-2 border-transparent px-2.5 text-15 text-ink-soft hover:text-ink aria-selected:border-accent aria-selected:font-medium aria-selected:text-ink"
          >
            {tab.label}
            {tab.count === undefined ? null : (
              <span className="numbers-aligned ms-1.5 rounded-full bg-sunken px-1.5 text-13">{tab.count}</span>
            )}
          </button>
        ))}
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a panel without controls must still be reachable */}
      <div id={`${base}-panel`} role="tabpanel" aria-labelledby={`${base}-${chosen}`} tabIndex={0} className="min-h-0 grow overflow-y-auto">
        {tabs.find((tab) => tab.id === chosen)?.panel()}
      </div>
    </div>
  );
}

function tabAfter<T extends string>(event: KeyboardEvent, tabs: readonly TabItem<T>[], chosen: T): TabItem<T> | undefined {
  const isRightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl';
  const at = tabs.findIndex((tab) => tab.id === chosen);
  const steps: Readonly<Record<string, number>> = { ArrowRight: isRightToLeft ? -1 : 1, ArrowLeft: isRightToLeft ? 1 : -1 };
  if (event.key === 'Home') return tabs[0];
  if (event.key === 'End') return tabs.at(-1);
  const step = steps[event.key];
  return step === undefined ? undefined : tabs[(at + step + tabs.length) % tabs.length];
}
