// What a person did in an open answer, to be taken back and done again: words in all its texts and ticks, in the order they did it. What others
// did is never touched.
import { type AnyChoiceField, type Ticks, watchChoice } from '@chancery/answer-doc';
import type { OptionId } from '@chancery/domain';
import { defaultDeleteFilter, defaultProtectedNodes, ySyncPluginKey } from '@tiptap/y-tiptap';
import { type Doc, UndoManager } from 'yjs';

/** The origin of a tick in the document. */
const byTick = Symbol('tick');

/** Nothing is one step because it came soon after another: where steps end is said by `stopCapturing`. */
const noTimeout = Number.MAX_SAFE_INTEGER;

/** A tick and how it left its field. */
interface Tick {
  readonly field: AnyChoiceField;
  /** Null for all of the field. */
  readonly option: OptionId | null;
  readonly left: Ticks;
}

const told = ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const;

type Stack = UndoManager['undoStack'];

export class AnswerUndo extends UndoManager {
  readonly #document: Doc;

  constructor(document: Doc) {
    super(document, {
      captureTimeout: noTimeout,
      trackedOrigins: new Set([ySyncPluginKey, byTick]),
      deleteFilter: (item) => defaultDeleteFilter(item, defaultProtectedNodes),
      // The binding opens transactions in which nothing changes: a step of nothing would end the redoing.
      captureTransaction: ({ meta, changed }) => changed.size > 0 && meta.get('addToHistory') !== false,
    });
    this.#document = document;
    // oxlint-disable-next-line typescript/unbound-method -- bound by Yjs
    document.off('destroy', this.destroy);
    document.off('afterTransaction', this.afterTransactionHandler);
    // Each editor that goes would end it for all of them.
    this.destroy = () => undefined;
    this.on('stack-item-added', ({ stackItem }) => {
      const tick = this.currStackItem?.meta.get(byTick) as Tick | undefined;
      if (tick !== undefined) stackItem.meta.set(byTick, { ...tick, left: this.#ticksOf(tick.field) });
    });
  }

  /** For React's useSyncExternalStore, with `possible`. */
  readonly subscribe = (listener: () => void): (() => void) => {
    for (const event of told) this.on(event, listener);
    return () => {
      for (const event of told) this.off(event, listener);
    };
  };

  readonly possible = (): 'both' | 'undo' | 'redo' | 'none' => {
    if (this.canUndo()) return this.canRedo() ? 'both' : 'undo';
    return this.canRedo() ? 'redo' : 'none';
  };

  /** Ticks, unticks or confirms, as one step of its own. */
  tick({ field, option }: Omit<Tick, 'left'>, change: () => void): void {
    this.stopCapturing();
    const steps = this.undoStack.length;
    this.#document.transact(change, byTick);
    this.stopCapturing();
    if (this.undoStack.length > steps) this.undoStack.at(-1)?.meta.set(byTick, { field, option, left: this.#ticksOf(field) });
  }

  override undo(): ReturnType<UndoManager['undo']> {
    this.#dropOvertaken(this.undoStack);
    return super.undo();
  }

  override redo(): ReturnType<UndoManager['redo']> {
    this.#dropOvertaken(this.redoStack);
    return super.redo();
  }

  /** Begins to follow the document; returns how to end. */
  follow(): () => void {
    this.#document.on('afterTransaction', this.afterTransactionHandler);
    return () => this.#document.off('afterTransaction', this.afterTransactionHandler);
  }

  /** A tick that somebody has changed since is theirs now. */
  #dropOvertaken(stack: Stack): void {
    while (stack.length > 0) {
      const tick = stack.at(-1)?.meta.get(byTick) as Tick | undefined;
      if (tick === undefined || this.#stands(tick)) return;
      stack.pop();
    }
  }

  #stands({ field, option, left }: Tick): boolean {
    const now = this.#ticksOf(field);
    if (field.kind === 'choices' && option !== null)
      return now.chosen.includes(option) === left.chosen.includes(option) && now.isToConfirm === left.isToConfirm;
    return now.isToConfirm === left.isToConfirm && now.chosen.join(' ') === left.chosen.join(' ');
  }

  #ticksOf(field: AnyChoiceField): Ticks {
    return watchChoice(this.#document, field).snapshot();
  }
}

/** The field of the tick that a step holds; null for a step of words. */
export function tickedField(step: Stack[number]): AnyChoiceField | null {
  return (step.meta.get(byTick) as Tick | undefined)?.field ?? null;
}
