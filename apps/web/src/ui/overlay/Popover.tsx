// What opens at a button and closes on Escape or a click elsewhere: the browser's own popover, placed under its button.
import { type ReactElement, type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { classNames } from '../class-names.ts';

export interface PopoverProps {
  /** Read aloud for the button; null when `button` holds words. */
  readonly label: string | null;
  /** Names what opens; the button's label unless given. */
  readonly panelLabel?: string;
  readonly button: ReactNode;
  readonly buttonClassName?: string;
  readonly className?: string;
  /** What the button opens, for screen readers. */
  readonly opens?: 'dialog' | 'menu';
  readonly onOpen?: (panel: HTMLElement) => void;
  /** Rendered only while it is open. */
  readonly children: (close: () => void) => ReactNode;
}

const gapPx = 6;
const edgePx = 8;

export function Popover({
  label,
  panelLabel = label ?? undefined,
  button,
  buttonClassName,
  className,
  opens = 'dialog',
  onOpen,
  children,
}: PopoverProps): ReactElement {
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  useLayoutEffect(() => {
    if (!isOpen || opener.current === null || panel.current === null) return;
    place(panel.current, opener.current);
    onOpen?.(panel.current);
    // oxlint-disable-next-line react/exhaustive-deps -- placed once at each opening
  }, [isOpen]);
  return (
    <>
      <button
        ref={opener}
        type="button"
        popoverTarget={id}
        aria-label={label ?? undefined}
        title={label ?? undefined}
        aria-haspopup={opens}
        aria-expanded={isOpen}
        className={buttonClassName}
      >
        {button}
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        {...(opens === 'dialog' ? { role: 'dialog', 'aria-label': panelLabel } : {})}
        // The browser shows it before it has content and a place.
        onBeforeToggle={(event) => {
          if (event.newState === 'open') event.currentTarget.style.visibility = 'hidden';
        }}
        onToggle={(event) => setIsOpen(event.newState === 'open')}
        className={classNames(
          'fixed m-0 max-h-[80dvh] max-w-[calc(100vw-1rem)] overflow-y-auto rounded-6 bg-surface text-ink shadow-raised ring-1 ring-line',
          className,
        )}
      >
        {isOpen ? children(() => panel.current?.hidePopover()) : null}
      </div>
    </>
  );
}

/** Under the button and flush with its end; above it where there is no room below. */
function place(panel: HTMLElement, opener: HTMLElement): void {
  const at = opener.getBoundingClientRect();
  const isRightToLeft = getComputedStyle(opener).direction === 'rtl';
  const { offsetWidth: width, offsetHeight: height } = panel;
  const wanted = isRightToLeft ? at.left : at.right - width;
  const left = Math.min(Math.max(edgePx, wanted), innerWidth - width - edgePx);
  const hasRoomBelow = at.bottom + gapPx + height <= innerHeight - edgePx;
  const top = hasRoomBelow ? at.bottom + gapPx : Math.max(edgePx, at.top - gapPx - height);
  Object.assign(panel.style, { left: `${left}px`, top: `${top}px`, right: 'auto', bottom: 'auto', visibility: 'visible' });
}
