// How the fate of a found answer looks: word, icon and colour, always the three.
import type { ReactElement } from 'react';
import { Icon, type IconName } from '../../../ui/Icon.tsx';
import { fateWords } from '../words.ts';
import { useWords } from '../../../words/use-words.ts';
import type { FoundAnswer } from './choose-answers.ts';

const looks: Record<FoundAnswer['fate'], { readonly icon: IconName; readonly colour: string }> = {
  fill: { icon: 'pencil', colour: 'text-accepted' },
  propose: { icon: 'proposal', colour: 'text-drafting' },
  same: { icon: 'check', colour: 'text-ink-soft' },
  'nothing-found': { icon: 'empty-field', colour: 'text-ink-soft' },
  frozen: { icon: 'lock', colour: 'text-warning' },
  'not-yours': { icon: 'lock', colour: 'text-warning' },
  unreadable: { icon: 'warning', colour: 'text-danger' },
};

export function FateBadge({ fate }: { readonly fate: FoundAnswer['fate'] }): ReactElement {
  const { say } = useWords();
  return (
    <span className={`inline-flex items-start gap-1.5 text-15 ${looks[fate].colour}`}>
      <Icon name={looks[fate].icon} className="mt-0.5" />
      {say(fateWords[fate])}
    </span>
  );
}
