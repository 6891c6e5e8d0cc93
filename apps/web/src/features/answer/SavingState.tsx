// The sentence that says what is saved, and never says it too early.
import { type ReactElement, useEffect, useState } from 'react';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { savingWords } from './words.ts';
import { useWords } from '../../words/use-words.ts';
import type { ConnectionState } from '@chancery/sync-client';

type Saying = Exclude<keyof typeof savingWords, 'words' | 'writtenBy' | 'andMore'>;

const icons: Readonly<Record<Saying, IconName>> = {
  connecting: 'clock',
  saving: 'clock',
  saved: 'check',
  late: 'warning',
  failing: 'warning',
  offlineKept: 'no-connection',
  offlineSaved: 'no-connection',
  offlineReading: 'no-connection',
  unreachable: 'no-connection',
};

/** "Saved" appears a moment late and "Saving…" at once, so that the wording does not flicker with each key. */
const calmMs = 400;

export function SavingState({ state }: { readonly state: ConnectionState }): ReactElement | null {
  const { say } = useWords();
  const saying = useCalm(sayingOf(state));
  if (saying === null) return null;
  return (
    <output className="saving-state" data-saying={saying}>
      <Icon name={icons[saying]} size={14} />
      {say(savingWords[saying])}
    </output>
  );
}

function sayingOf(state: ConnectionState): Saying | null {
  switch (state.status) {
    case 'connecting':
      return 'connecting';
    case 'open':
      return state.access === 'read' && state.saving === 'saved' ? null : state.saving;
    case 'offline':
      if (state.access === null) return 'unreachable';
      if (state.hasUnsavedEdits) return 'offlineKept';
      return state.access === 'write' ? 'offlineSaved' : 'offlineReading';
    case 'ended':
      return null;
  }
}

function useCalm(saying: Saying | null): Saying | null {
  const [calm, setCalm] = useState(saying);
  useEffect(() => {
    const timer = setTimeout(() => setCalm(saying), saying === 'saved' ? calmMs : 0);
    return () => clearTimeout(timer);
  }, [saying]);
  // Nothing was being saved before the answer was open: that it is open is said at once.
  return saying === 'saved' && calm !== 'connecting' ? calm : saying;
}
