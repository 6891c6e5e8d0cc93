// The heading of a section, with how far its questions are.
import type { ReactElement } from 'react';
import type { AnswerRow } from '@chancery/contract';
import type { Section } from '@chancery/domain';
import { Checkbox } from '../../../ui/form/Checkbox.tsx';
import { StatusBar } from '../../../ui/page/ProgressBar.tsx';
import { overviewWords } from '../words.ts';
import { useWords } from '../../../words/use-words.ts';
import { countStages, progressNumbers } from '../progress.ts';
import type { RowSelection } from './QuestionRow.tsx';

interface SectionHeadProps {
  readonly section: Section;
  /** All of the section that agencies answer, whatever the filters leave. */
  readonly rows: readonly AnswerRow[];
  readonly selection: RowSelection | null;
}

export function SectionHead({ section, rows, selection }: SectionHeadProps): ReactElement {
  const { say } = useWords();
  const heading = section.heading ?? say(overviewWords.frontSection);
  const counts = countStages(rows);
  const progress = progressNumbers(counts, rows.length);
  return (
    <div className="mb-2 flex items-center gap-3">
      {selection === null ? null : (
        <Checkbox
          className="ms-3"
          label={say(overviewWords.selectSection, { section: heading })}
          isLabelHidden
          isChecked={selection.isOn}
          onChange={selection.onToggle}
        />
      )}
      <h3 id={`section-${section.id}`} className="min-w-0 grow text-15 leading-[1.3] font-semibold">
        {heading}
      </h3>
      {rows.length === 0 ? null : (
        <>
          <StatusBar
            className="w-24 shrink-0 max-sm:hidden"
            label={say(overviewWords.progress, progress)}
            counts={counts}
            of={rows.length}
          />
          <span className="numbers-aligned shrink-0 text-13 text-ink-soft sm:min-w-28 sm:text-end">
            {say(overviewWords.accepted, progress)}
          </span>
        </>
      )}
    </div>
  );
}
