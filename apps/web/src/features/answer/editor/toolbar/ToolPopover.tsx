// The small panel under a toolbar button: opens below it, closes with Escape and with a press elsewhere, and gives the focus back.
import { type KeyboardEvent, type ReactElement, type ReactNode, useEffect, useRef } from 'react';

export interface ToolPopoverProps {
  readonly isOpen: boolean;
  /** Names what the panel shows; the focus goes to its beginning when that changes. */
  readonly shown?: string;
  readonly onClose: () => void;
  readonly button: ReactElement;
  readonly children: ReactNode;
}

export function ToolPopover({ isOpen, shown = '', onClose, button, children }: ToolPopoverProps): ReactElement {
  const around = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (!isOpen) return undefined;
    const panel = around.current?.querySelector<HTMLElement>('.tool-panel');
    panel?.querySelector<HTMLElement>('input, button')?.focus();
    const pressed = (event: PointerEvent): void => {
      if (event.target instanceof Node && around.current?.contains(event.target) !== true) onClose();
    };
    document.addEventListener('pointerdown', pressed);
    return () => document.removeEventListener('pointerdown', pressed);
    // oxlint-disable-next-line react/exhaustive-deps -- what is shown changes the panel, not what is done here
  }, [isOpen, shown, onClose]);
  const keys = (event: KeyboardEvent): void => {
    if (!isOpen) return;
    if (event.key !== 'Tab') event.stopPropagation(); // arrows and Escape belong to the panel now
    if (event.key === 'Escape') {
      onClose();
      around.current?.querySelector<HTMLElement>('button.tool')?.focus();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') moveInMenu(event, around.current);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys come from the button and the panel inside
    <span ref={around} className="tool-popover" onKeyDown={keys}>
      {button}
      {isOpen ? <div className="tool-panel">{children}</div> : null}
    </span>
  );
}

function moveInMenu(event: KeyboardEvent, around: HTMLElement | null): void {
  const entries = [...(around?.querySelectorAll<HTMLElement>('.tool-menu button') ?? [])];
  const at = entries.findIndex((it) => it === document.activeElement);
  const next = entries[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
