// Menus of actions: arrows move, Home and End jump, Enter does it.
import type { KeyboardEvent, ReactElement, ReactNode } from 'react';
import { buttonClasses } from '../Button.tsx';
import { classNames } from '../class-names.ts';
import { Icon, type IconName } from '../Icon.tsx';
import { Popover } from './Popover.tsx';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName;
  /** Why it cannot be done now; it stays in the menu and says so. */
  readonly reasonOff?: string | null;
  readonly isDanger?: boolean;
  readonly onChoose: () => void;
}

interface MenuProps {
  /** Read aloud for the button; null when `button` holds words. */
  readonly label: string | null;
  /** Names the menu; the button's label unless given. */
  readonly menuLabel?: string;
  readonly button?: ReactNode;
  readonly buttonClassName?: string;
  /** Shown above the items. */
  readonly head?: ReactNode;
  readonly items: readonly MenuItem[];
}

export function Menu({ label, menuLabel = label ?? undefined, button, buttonClassName, head, items }: MenuProps): ReactElement {
  return (
    <Popover
      label={label}
      opens="menu"
      button={button ?? <Icon name="more" />}
      buttonClassName={buttonClassName ?? buttonClasses('secondary')}
      className="w-64"
      onOpen={(panel) => itemsIn(panel)[0]?.focus()}
    >
      {(close) => (
        <>
          {head}
          <div role="menu" tabIndex={-1} aria-label={menuLabel} className="flex flex-col p-1" onKeyDown={moveInMenu}>
            {items.map((item) => (
              <Item key={item.id} item={item} close={close} />
            ))}
          </div>
        </>
      )}
    </Popover>
  );
}

function Item({ item, close }: { readonly item: MenuItem; readonly close: () => void }): ReactElement {
  const reasonOff = item.reasonOff ?? null;
  const choose = () => {
    if (reasonOff !== null) return;
    close();
    item.onChoose();
  };
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      aria-disabled={reasonOff !== null || undefined}
      onClick={choose}
      className={classNames(
        'flex min-h-9 items-start gap-2.5 rounded-3 px-2.5 py-2 text-start text-15 outline-offset-[-2px] hover:bg-sunken focus:bg-sunken max-sm:min-h-11',
        item.isDanger && 'text-danger',
        reasonOff !== null && 'cursor-not-allowed! text-ink-faint',
      )}
    >
      {item.icon === undefined ? null : <Icon name={item.icon} className="mt-1" />}
      <span>
        {item.label}
        {reasonOff === null ? null : <span className="block text-13">{reasonOff}</span>}
      </span>
    </button>
  );
}

function itemsIn(menu: Element): readonly HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role=menuitem]')];
}

function moveInMenu(event: KeyboardEvent): void {
  const items = itemsIn(event.currentTarget);
  const at = items.findIndex((item) => item === document.activeElement);
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: (at + 1) % items.length,
    ArrowUp: (at - 1 + items.length) % items.length,
    Home: 0,
    End: items.length - 1,
  };
  const target = targets[event.key];
  if (target === undefined) return;
  event.preventDefault();
  items[target]?.focus();
}
