// A look at what a file says before anything is written: every question found, what will happen, which to import.
import type { FileEncodingName, ImportPreview } from '@chancery/contract';
import type { QuestionId } from '@chancery/domain';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useRound } from '../../../api/current-round.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/page/Card.tsx';
import { Checkbox } from '../../../ui/form/Checkbox.tsx';
import { importWords } from '../words.ts';
import { useWords } from '../../../words/use-words.ts';
import { canBeImported, chosenAtFirst, type FoundFilter, shownAnswers } from './choose-answers.ts';
import { EncodingChoice } from './EncodingChoice.tsx';
import { FoundRow } from './FoundRow.tsx';
import { Leftovers } from './Leftovers.tsx';
import { ShownFilter } from './ShownFilter.tsx';

interface ImportPreviewViewProps {
  readonly preview: ImportPreview;
  readonly onRun: (questions: readonly QuestionId[]) => void;
  readonly onStartAgain: () => void;
  readonly onReadAs: (encoding: FileEncodingName) => void;
}

export function ImportPreviewView({ preview, onRun, onStartAgain, onReadAs }: ImportPreviewViewProps): ReactElement {
  const { say } = useWords();
  const { questions } = useRound();
  const [shown, setShown] = useState<FoundFilter>('all');
  const [chosen, setChosen] = useState(() => chosenAtFirst(preview.answers));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const rows = shownAnswers(preview.answers, shown);
  const choose = (ids: readonly QuestionId[], isChosen: boolean) => {
    const others = [...chosen].filter((id) => !ids.includes(id));
    setChosen(new Set(isChosen ? [...others, ...ids] : others));
  };
  const possible = rows.filter(canBeImported).map((row) => row.question);
  return (
    <div className="flex flex-col gap-4">
      <h2 ref={heading} tabIndex={-1} className="text-21 font-semibold wrap-anywhere">
        {say(importWords.found, { file: preview.fileName })}
      </h2>
      <EncodingChoice encoding={preview.encoding} onChoose={onReadAs} />
      <ShownFilter answers={preview.answers} shown={shown} onShow={setShown} />
      <Card>
        {possible.length === 0 ? null : (
          <div className="border-b border-line px-3 py-2 sm:px-4">
            <Checkbox
              label={say(importWords.chooseShown)}
              isChecked={possible.every((id) => chosen.has(id))}
              onChange={(isChosen) => choose(possible, isChosen)}
              className="text-ink-soft"
            />
          </div>
        )}
        <ul aria-label={say(importWords.found, { file: preview.fileName })}>
          {rows.map((answer) => (
            <FoundRow
              key={answer.question}
              answer={answer}
              question={questions.get(answer.question)}
              isChosen={chosen.has(answer.question)}
              onChoose={(isChosen) => choose([answer.question], isChosen)}
            />
          ))}
        </ul>
      </Card>
      <Leftovers preview={preview} />
      <Foot
        // In printed order, as the table shows them.
        chosen={preview.answers.map((it) => it.question).filter((id) => chosen.has(id))}
        isAnyPossible={preview.answers.some(canBeImported)}
        onRun={onRun}
        onStartAgain={onStartAgain}
      />
    </div>
  );
}

interface FootProps extends Omit<ImportPreviewViewProps, 'preview' | 'onReadAs'> {
  readonly chosen: readonly QuestionId[];
  readonly isAnyPossible: boolean;
}

/** Stays in sight, so that the way on never has to be looked for. */
function Foot({ chosen, isAnyPossible, onRun, onStartAgain }: FootProps): ReactElement {
  const { say } = useWords();
  const reasonOff = isAnyPossible ? say(importWords.noneChosen) : say(importWords.noneToImport);
  return (
    <div className="sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center gap-x-2 gap-y-2 border-t border-line bg-surface px-4 py-3 sm:mx-0 sm:gap-x-4 sm:rounded-t-6 sm:ring-1 sm:ring-line">
      <Button look="primary" size="large" onPress={() => onRun(chosen)} reasonOff={chosen.length === 0 ? reasonOff : null}>
        {say(importWords.run, { count: chosen.length })}
      </Button>
      {chosen.length === 0 ? null : <p className="text-15 text-ink-soft max-sm:hidden">{say(importWords.nothingWritten)}</p>}
      <Button look="quiet" onPress={onStartAgain} className="ms-auto">
        {say(importWords.otherFile)}
      </Button>
    </div>
  );
}
