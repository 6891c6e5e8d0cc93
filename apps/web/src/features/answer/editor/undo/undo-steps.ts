// Where the steps of undoing end: at words, and at everything that is not typing on.
import { Extension } from '@tiptap/core';
import type { Transaction } from '@tiptap/pm/state';
import { ReplaceStep } from '@tiptap/pm/transform';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type { AnswerUndo } from './answer-undo.ts';

export interface UndoStepsOptions {
  readonly undo: AnswerUndo | null;
}

/** Scripts without spaces: a pause ends a step there. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const pauseMs = 500;

type Edit =
  | { readonly kind: 'typed'; readonly text: string; readonly before: string }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'other' };

export const UndoSteps = Extension.create<UndoStepsOptions>({
  name: 'undoSteps',
  addOptions() {
    return { undo: null };
  },
  onCreate() {
    const { undo } = this.options;
    if (undo === null) return;
    let last: { readonly kind: Edit['kind']; readonly at: number } | null = null;
    this.editor.on('beforeTransaction', ({ transaction }) => {
      if (transaction.getMeta(ySyncPluginKey) !== undefined) return;
      if (!transaction.docChanged) {
        // The caret went elsewhere.
        if (transaction.selectionSet) last = null;
        return;
      }
      const edit = editOf(transaction);
      const at = Date.now();
      if (last === null || beginsStep(edit, last.kind, at - last.at)) undo.stopCapturing();
      last = { kind: edit.kind, at };
    });
    // What is typed after coming back is a step of its own.
    this.editor.on('focus', () => {
      last = null;
    });
  },
});

function beginsStep(edit: Edit, before: Edit['kind'], pause: number): boolean {
  if (edit.kind !== before || edit.kind === 'other') return true;
  if (edit.kind === 'deleted') return pause > pauseMs;
  const isNewWord = /^\S/.test(edit.text) && !/\S$/.test(edit.before);
  return isNewWord || (pause > pauseMs && unspaced.test(edit.text));
}

/** What a transaction does, as far as steps are concerned. */
function editOf({ steps, before }: Transaction): Edit {
  const [step] = steps;
  if (steps.length !== 1 || !(step instanceof ReplaceStep)) return { kind: 'other' };
  const { from, to, slice } = step;
  const start = before.resolve(from);
  const isInOneBlock = start.parent.isTextblock && to <= start.end();
  if (!isInOneBlock) return { kind: 'other' };
  if (slice.size === 0) return { kind: 'deleted' };
  const { content } = slice;
  if (from !== to || content.childCount !== 1 || content.firstChild?.isText !== true) return { kind: 'other' };
  return { kind: 'typed', text: content.firstChild.text ?? '', before: start.parent.textBetween(0, start.parentOffset, '\n', ' ') };
}
