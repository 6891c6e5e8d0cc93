// Which editors of an answer are on the screen and which one the person is in: what the toolbar acts on and where passages stand.
import type { Editor } from '@tiptap/core';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type { XmlFragment } from 'yjs';

export interface OpenEditor {
  /** Name of the fragment it is bound to. */
  readonly fragment: string;
  readonly kind: 'prose' | 'line';
  readonly editor: Editor;
}

export class OpenEditors {
  private readonly open = new Map<string, OpenEditor>();
  private readonly listeners = new Set<() => void>();
  private active: OpenEditor | null = null;
  private version = 0;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Grows with each change of what is open, active or drawn. */
  readonly currentVersion = (): number => this.version;

  /** The editor the person is in, or was in last. */
  readonly current = (): OpenEditor | null => this.active;

  /** Enters an editor; returns how to leave. */
  enter(entry: OpenEditor): () => void {
    this.open.set(entry.fragment, entry);
    this.tell();
    return () => {
      if (this.open.get(entry.fragment) === entry) this.open.delete(entry.fragment);
      if (this.active === entry) this.active = null;
      this.tell();
    };
  }

  focus(fragment: string): void {
    const entry = this.open.get(fragment) ?? null;
    if (entry === this.active) return;
    this.active = entry;
    this.tell();
  }

  of(fragment: string): OpenEditor | undefined {
    return this.open.get(fragment);
  }

  /** The editor of the first fragment that this is true of. */
  find(isMeant: (fragment: XmlFragment) => boolean): Editor | null {
    for (const { editor } of this.open.values()) {
      const bound = editor.isDestroyed ? undefined : (ySyncPluginKey.getState(editor.state)?.type as XmlFragment | undefined);
      if (bound !== undefined && isMeant(bound)) return editor;
    }
    return null;
  }

  /** Says that positions on the screen may have changed. */
  tell(): void {
    this.version += 1;
    for (const listener of this.listeners) listener();
  }
}
