// The reason of a return or a reopening beside a question in a list.
import type { TakenBack } from '@chancery/domain';
import type { ReactElement } from 'react';
import { useTakenBackWords } from '../../words/use-taken-back-words.ts';
import { Mark } from './StatusBadge.tsx';

export function TakenBackReason({ takenBack }: { readonly takenBack: TakenBack }): ReactElement {
  const why = useTakenBackWords()(takenBack);
  return (
    <span className="flex max-w-72 min-w-0 flex-col text-13 text-ink-soft">
      <Mark mark={{ name: takenBack.kind, count: 1 }} />
      <span className="line-clamp-2" title={why}>
        {why}
      </span>
    </span>
  );
}
