// What stands beside an answer: threads, history, people. A column on a wide screen, a sheet on a narrow one.
import { type ReactElement, type ReactNode, useSyncExternalStore } from 'react';
import { Dialog } from '../../ui/overlay/Dialog.tsx';
import { type TabItem, Tabs } from '../../ui/page/Tabs.tsx';
import { questionWords } from './words.ts';
import { useWords } from '../../words/use-words.ts';

export type AsideTab = 'threads' | 'history' | 'people';

export interface AnswerAsideProps {
  readonly chosen: AsideTab;
  readonly onChoose: (tab: AsideTab) => void;
  readonly openThreads: number;
  readonly threads: () => ReactNode;
  readonly history: () => ReactNode;
  readonly people: () => ReactNode;
  /** On a narrow screen: whether the sheet is open. */
  readonly isSheetOpen: boolean;
  readonly onCloseSheet: () => void;
}

export function AnswerAside({
  chosen,
  onChoose,
  openThreads,
  threads,
  history,
  people,
  isSheetOpen,
  onCloseSheet,
}: AnswerAsideProps): ReactElement | null {
  const { say } = useWords();
  const isWide = useIsWide();
  const tabs: readonly TabItem<AsideTab>[] = [
    { id: 'threads', label: say(questionWords.threads), count: openThreads, panel: threads },
    { id: 'history', label: say(questionWords.history), panel: history },
    { id: 'people', label: say(questionWords.people), panel: people },
  ];
  const content = <Tabs label={say(questionWords.aside)} tabs={tabs} chosen={chosen} onChoose={onChoose} />;
  if (isWide)
    return (
      <aside className="min-w-0 pt-4 pb-6 print:hidden" aria-label={say(questionWords.aside)}>
        {content}
      </aside>
    );
  if (!isSheetOpen) return null;
  return (
    <Dialog shape="side" title={say(questionWords.aside)} onClose={onCloseSheet}>
      <div className="-mx-4 -mt-4">{content}</div>
    </Dialog>
  );
}

const wide = '(width >= 64rem)';

/** Whether there is room for a column beside the text. */
export function useIsWide(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = matchMedia(wide);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => matchMedia(wide).matches,
  );
}
