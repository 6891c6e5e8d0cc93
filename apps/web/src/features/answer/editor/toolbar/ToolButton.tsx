// One button of the toolbar: it says its name and keys, and never takes the cursor out of the text.
import { type ReactElement, type Ref, useId } from 'react';
import { printedKeys } from './tools.ts';
import { ToolIcon, type ToolIconName } from './ToolIcon.tsx';

export interface ToolButtonProps {
  readonly icon: ToolIconName;
  readonly name: string;
  readonly keys?: string | undefined;
  /** Null for a button without a state. */
  readonly isOn?: boolean | null;
  readonly isDisabled?: boolean;
  readonly isMenu?: boolean;
  readonly isOpen?: boolean;
  readonly onUse: () => void;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function ToolButton({
  icon,
  name,
  keys,
  isOn = null,
  isDisabled = false,
  isMenu = false,
  isOpen,
  onUse,
  ref,
}: ToolButtonProps): ReactElement {
  const id = useId();
  const printed = keys === undefined ? '' : printedKeys(keys, isMac());
  return (
    <button
      ref={ref}
      type="button"
      className="tool"
      aria-label={name}
      aria-pressed={isOn ?? undefined}
      aria-disabled={isDisabled || undefined}
      aria-keyshortcuts={keys?.replace('Mod', isMac() ? 'Meta' : 'Control')}
      aria-haspopup={isMenu ? 'dialog' : undefined}
      aria-expanded={isMenu ? isOpen : undefined}
      aria-describedby={printed === '' ? undefined : id}
      // The press would move the focus out of the text, and the selection with it.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        if (!isDisabled) onUse();
      }}
    >
      <ToolIcon name={icon} />
      <span className="tool-tip" aria-hidden="true">
        {name}
        {printed === '' ? null : <kbd id={id}>{printed}</kbd>}
      </span>
    </button>
  );
}

function isMac(): boolean {
  return /mac|iphone|ipad/i.test(navigator.userAgent);
}
