// How threads and text hold together on the screen: which thread is chosen, which passages are marked, and the one being started.
import { type Anchor, fragmentName, placesOf } from '@chancery/answer-doc';
import type { ThreadView } from '@chancery/contract';
import type { Question } from '@chancery/domain';
import { useCallback, useMemo, useState } from 'react';
import type { OpenEditors } from '../../../features/answer/editor/open-editors.ts';
import { anchorOfSelection, goToPassage, type MarkedPassage, passageTop } from '../../../features/answer/editor/passages.ts';

/** The thread being started: on a passage, or on the whole question. */
interface StartedThread {
  readonly anchor: Anchor | null;
}

/** Stands for the thread being started among the marked passages. */
export const startedId = 'started';

export interface ThreadsOnText {
  readonly chosen: string | null;
  readonly started: StartedThread | null;
  readonly passages: ReadonlyMap<string, readonly MarkedPassage[]>;
  /** From a passage to its thread. */
  readonly choose: (thread: string | null) => void;
  /** From a thread to its passage. */
  readonly goTo: (thread: string) => void;
  readonly start: (anchor: Anchor | null) => void;
  readonly startOnSelection: () => void;
  readonly stop: () => void;
  readonly topOf: (thread: string) => number | null;
}

export function useThreadsOnText(question: Question, threads: readonly ThreadView[], editors: OpenEditors): ThreadsOnText {
  const [chosen, setChosen] = useState<string | null>(null);
  const [started, setStarted] = useState<StartedThread | null>(null);
  const places = useMemo(() => new Map(placesOf(question).map((place) => [fragmentName(place), place])), [question]);
  const anchors = useMemo(() => anchorsOf(threads, started), [threads, started]);
  const passages = useMemo(() => markedPassages(threads, started), [threads, started]);

  const viewOf = useCallback(
    (thread: string) => {
      const anchor = anchors.get(thread);
      const open = anchor === undefined ? undefined : editors.of(fragmentName(anchor.place));
      return open === undefined || open.editor.isDestroyed ? null : open.editor.view;
    },
    [anchors, editors],
  );
  const topOf = useCallback(
    (thread: string) => {
      const view = viewOf(thread);
      return view === null ? null : passageTop(view, thread);
    },
    [viewOf],
  );
  const goTo = useCallback(
    (thread: string) => {
      setChosen(thread);
      const view = viewOf(thread);
      if (view !== null) goToPassage(view, thread);
    },
    [viewOf],
  );
  const start = useCallback((anchor: Anchor | null) => {
    setStarted({ anchor });
    setChosen(startedId);
  }, []);
  const startOnSelection = useCallback(() => {
    const active = editors.current();
    const place = active === null ? undefined : places.get(active.fragment);
    start(active === null || place === undefined ? null : anchorOfSelection(active.editor, place));
  }, [editors, places, start]);
  const stop = useCallback(() => {
    setStarted(null);
    setChosen(null);
  }, []);
  return { chosen, started, passages, choose: setChosen, goTo, start, startOnSelection, stop, topOf };
}

function anchorsOf(threads: readonly ThreadView[], started: StartedThread | null): ReadonlyMap<string, Anchor> {
  const anchors = new Map<string, Anchor>(threads.flatMap((it) => (it.anchor === null ? [] : [[it.id, it.anchor]])));
  if (started?.anchor != null) anchors.set(startedId, started.anchor);
  return anchors;
}

function markedPassages(threads: readonly ThreadView[], started: StartedThread | null): ReadonlyMap<string, readonly MarkedPassage[]> {
  const all: MarkedPassage[] = threads.flatMap((it) =>
    it.anchor === null ? [] : [{ thread: it.id, anchor: it.anchor, kind: it.kind, isResolved: it.resolved !== null }],
  );
  if (started?.anchor != null) all.push({ thread: startedId, anchor: started.anchor, kind: 'comment', isResolved: false });
  return Map.groupBy(all, (it) => fragmentName(it.anchor.place));
}
