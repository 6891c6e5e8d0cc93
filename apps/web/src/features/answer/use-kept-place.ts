// A person's place on the paper, kept when the paper is drawn again: the text at the same height of the window, the caret where it was.
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { ConnectedAnswer } from './connection/use-answer-connection.ts';
import { type KeptCaret, putCaret, takeCaret } from './editor/caret/kept-caret.ts';
import type { OpenEditors } from './editor/open-editors.ts';

export interface KeptPlace {
  /** Around the paper. */
  readonly paper: RefObject<HTMLDivElement | null>;
  /** Takes the focus of an editor that is gone and may not be typed in again. */
  readonly message: RefObject<HTMLParagraphElement | null>;
}

interface Place {
  readonly top: number;
  readonly height: number;
  readonly hadFocus: boolean;
  readonly fragment: string | null;
  readonly caret: KeptCaret | null;
}

/** Editors are mounted in the frames after the paper is. */
const maxFrames = 20;

export function useKeptPlace({ live, connection }: ConnectedAnswer, editors: OpenEditors): KeptPlace {
  const paper = useRef<HTMLDivElement>(null);
  const message = useRef<HTMLParagraphElement>(null);
  const taken = useRef<Place | null>(null);
  useEffect(
    () =>
      live.subscribe(() => {
        // Told before anything is drawn: what is on the screen is still the old paper.
        if (live.current().connection !== connection && paper.current !== null) taken.current ??= placeOn(paper.current, editors);
      }),
    [live, connection, editors],
  );
  useLayoutEffect(() => {
    const place = taken.current;
    const element = paper.current;
    taken.current = null;
    if (place === null || element === null) return undefined;
    element.style.minBlockSize = `${place.height}px`;
    // At once: with the focus nowhere, the spaces of somebody who types on would scroll the page away.
    if (place.hadFocus) message.current?.focus({ preventScroll: true });
    let frames = 0;
    const settle = (): void => {
      scrollBy(0, element.getBoundingClientRect().top - place.top);
      frames += 1;
      const editor = place.fragment === null ? undefined : editors.of(place.fragment)?.editor;
      if (editor === undefined && place.fragment !== null && frames < maxFrames) {
        frame = requestAnimationFrame(settle);
        return;
      }
      element.style.minBlockSize = '';
      if (!place.hadFocus) return;
      if (editor?.isEditable === true && place.caret !== null) putCaret(editor, place.caret);
      else message.current?.focus({ preventScroll: true });
    };
    let frame = requestAnimationFrame(settle);
    scrollBy(0, element.getBoundingClientRect().top - place.top);
    return () => {
      cancelAnimationFrame(frame);
      element.style.minBlockSize = '';
    };
  }, [connection, editors]);
  return { paper, message };
}

function placeOn(paper: HTMLElement, editors: OpenEditors): Place {
  const { top, height } = paper.getBoundingClientRect();
  const current = editors.current();
  const hadFocus = paper.contains(document.activeElement);
  return { top, height, hadFocus, fragment: current?.fragment ?? null, caret: current === null ? null : takeCaret(current.editor) };
}
