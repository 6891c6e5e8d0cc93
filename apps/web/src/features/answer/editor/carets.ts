// Owns how others' carets and selections look: the name and the agency's colour. Who they are is said by the server, never by their browser.
import { Extension } from '@tiptap/core';
import { yCursorPlugin } from '@tiptap/y-tiptap';
import type { Awareness } from 'y-protocols/awareness';

export interface CaretsOptions {
  readonly awareness: Awareness | null;
  /** The colour of an agency, 1-12; 0 for an agency that is not known. */
  readonly colourOf: (agency: string) => number;
}

export const Carets = Extension.create<CaretsOptions>({
  name: 'carets',
  addOptions() {
    return { awareness: null, colourOf: () => 0 };
  },
  addProseMirrorPlugins() {
    const { awareness, colourOf } = this.options;
    if (awareness === null) return [];
    return [
      yCursorPlugin(awareness, {
        cursorBuilder: (user: unknown) => caretElement(nameOf(user), colourOf(agencyOf(user))),
        selectionBuilder: (user: unknown) => ({ class: 'caret-selection', 'data-agency-colour': String(colourOf(agencyOf(user))) }),
      }),
    ];
  },
});

function caretElement(name: string, colour: number): HTMLElement {
  const caret = document.createElement('span');
  caret.className = 'caret';
  caret.dataset['agencyColour'] = String(colour);
  caret.setAttribute('aria-hidden', 'true'); // who is here is told in words beside the answer
  const label = document.createElement('span');
  label.className = 'caret-label';
  label.textContent = name;
  caret.append('\u2060', label, '\u2060');
  return caret;
}

function nameOf(user: unknown): string {
  return textOf(user, 'name');
}

function agencyOf(user: unknown): string {
  return textOf(user, 'agency');
}

function textOf(user: unknown, key: 'name' | 'agency'): string {
  if (typeof user !== 'object' || user === null || !(key in user)) return '';
  const value = (user as Record<string, unknown>)[key];
  return typeof value === 'string' ? value : '';
}
