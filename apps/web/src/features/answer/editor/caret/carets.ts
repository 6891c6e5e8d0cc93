// How others' carets and selections look: the name and the agency's colour. Who they are is said by the server, never by their browser.
import { Extension } from '@tiptap/core';
import { yCursorPlugin } from '@tiptap/y-tiptap';
import type { Awareness } from 'y-protocols/awareness';
import { caretLabels } from './caret-labels.ts';

export interface CaretsOptions {
  readonly awareness: Awareness | null;
}

export const Carets = Extension.create<CaretsOptions>({
  name: 'carets',
  addOptions() {
    return { awareness: null };
  },
  addProseMirrorPlugins() {
    const { awareness } = this.options;
    if (awareness === null) return [];
    return [
      // The binding asks for a colour in hexadecimal of everybody; ours are numbers of agency colours, which differ in light and dark.
      yCursorPlugin(withHexColours(awareness), {
        cursorBuilder: (user: unknown, client: number) => caretElement(labelOf(user), colourOf(user), client),
        selectionBuilder: (user: unknown) => ({ class: 'caret-selection', 'data-agency-colour': colourOf(user) }),
      }),
      caretLabels(),
    ];
  },
});

function caretElement(name: string, colour: string, client: number): HTMLElement {
  const caret = document.createElement('span');
  caret.className = 'caret';
  caret.dataset['agencyColour'] = colour;
  caret.dataset['person'] = String(client);
  caret.setAttribute('aria-hidden', 'true'); // who is here is told in words beside the answer
  const label = document.createElement('span');
  label.className = 'caret-label';
  label.textContent = name;
  caret.append('\u2060', label, '\u2060');
  return caret;
}

function withHexColours(awareness: Awareness): Awareness {
  const getStates = (): Map<number, Record<string, unknown>> =>
    new Map(
      [...awareness.getStates()].map(([client, state]) => [
        client,
        { ...state, user: { ...userOf(state), color: '#000000', colour: textOf(userOf(state), 'color') } },
      ]),
    );
  return new Proxy(awareness, {
    get(target, key) {
      if (key === 'getStates') return getStates;
      const value: unknown = Reflect.get(target, key);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

function userOf(state: unknown): object {
  const user: unknown = typeof state === 'object' && state !== null && 'user' in state ? state.user : null;
  return typeof user === 'object' && user !== null ? user : {};
}

function labelOf(user: unknown): string {
  const [name, agency] = [textOf(user, 'name'), textOf(user, 'agency')];
  return agency === '' || name.includes(agency) ? name : `${name}, ${agency}`;
}

/** "1" to "12"; "0" for an agency without a colour. */
function colourOf(user: unknown): string {
  const colour = textOf(user, 'colour');
  return /^(?:[1-9]|1[0-2])$/.test(colour) ? colour : '0';
}

function textOf(user: unknown, key: string): string {
  if (typeof user !== 'object' || user === null || !(key in user)) return '';
  const value = (user as Readonly<Record<string, unknown>>)[key];
  return typeof value === 'string' ? value : '';
}
