// Moving along a toolbar with the arrow keys: one stop for Tab, however many buttons it has.
import { type KeyboardEvent, type RefObject, useCallback, useEffect } from 'react';

/** Gives the buttons inside one tab stop; returns the key handler for the element around them. */
export function useRovingFocus(toolbar: RefObject<HTMLElement | null>): (event: KeyboardEvent) => void {
  useEffect(() => {
    const buttons = buttonsIn(toolbar.current);
    if (!buttons.some((it) => it.tabIndex === 0)) giveStop(buttons, buttons[0]);
    else giveStop(buttons, buttons.find((it) => it.dataset['stop'] === 'true') ?? buttons[0]);
  });
  return useCallback(
    (event) => {
      const buttons = buttonsIn(toolbar.current);
      const next = nextOf(buttons, document.activeElement, event.key, document.dir === 'rtl');
      if (next === undefined) return;
      event.preventDefault();
      giveStop(buttons, next);
      next.focus();
    },
    [toolbar],
  );
}

function buttonsIn(toolbar: HTMLElement | null): readonly HTMLButtonElement[] {
  return [...(toolbar?.querySelectorAll<HTMLButtonElement>('button.tool') ?? [])];
}

function giveStop(buttons: readonly HTMLButtonElement[], stop: HTMLButtonElement | undefined): void {
  for (const button of buttons) {
    button.tabIndex = button === stop ? 0 : -1;
    button.dataset['stop'] = String(button === stop);
  }
}

function nextOf(
  buttons: readonly HTMLButtonElement[],
  from: Element | null,
  key: string,
  isRightToLeft: boolean,
): HTMLButtonElement | undefined {
  const at = buttons.findIndex((it) => it === from);
  if (at < 0) return undefined;
  const step = { ArrowRight: isRightToLeft ? -1 : 1, ArrowLeft: isRightToLeft ? 1 : -1 }[key];
  if (step !== undefined) return buttons[(at + step + buttons.length) % buttons.length];
  return key === 'Home' ? buttons[0] : key === 'End' ? buttons.at(-1) : undefined;
}
