// What is said about a checked record; read aloud.
import { assertNever } from '@chancery/domain';
import type { ReactElement, ReactNode } from 'react';
import { Icon } from '../../../ui/Icon.tsx';
import { checkWords } from '../words.ts';
import { refusalSentence } from '../../../words/refusals.ts';
import { useWords } from '../../../words/use-words.ts';
import { findingWords } from './finding-words.ts';
import type { CheckState } from './use-check.ts';

export function CheckOutcome({ state }: { readonly state: CheckState }): ReactElement {
  return (
    <div aria-live="polite" className="w-full text-15 empty:hidden">
      <Said state={state} />
    </div>
  );
}

function Said({ state }: { readonly state: CheckState }): ReactNode {
  const { say } = useWords();
  switch (state.status) {
    case 'idle':
      return null;
    case 'fetching':
      return <p className="text-ink-soft">{say(checkWords.fetching)}</p>;
    case 'checking':
      return <p className="text-ink-soft">{say(checkWords.checking, { file: state.fileName })}</p>;
    case 'checked':
      return <Verdict checked={state} />;
    case 'failed':
      return <Problem title={say(checkWords.failed)}>{say(...refusalSentence(state.failure))}</Problem>;
    case 'unreadable':
      return <Problem title={say(checkWords.failed)}>{say(checkWords.unreadable)}</Problem>;
    default:
      return assertNever(state);
  }
}

function Verdict({ checked }: { readonly checked: Extract<CheckState, { status: 'checked' }> }): ReactElement {
  const { say } = useWords();
  const findings = checked.findings.map((it) => say(findingWords[it.code], { ...it }));
  const lines = checked.isSound ? findings : [...findings, say(checkWords.brokenWhy)];
  return (
    <div className={`rounded-6 p-4 ${checked.isSound ? 'bg-accepted-tint' : 'bg-danger-tint'}`}>
      <h3 className={`flex items-center gap-2 font-semibold ${checked.isSound ? 'text-accepted' : 'text-danger'}`}>
        <Icon name={checked.isSound ? 'check-circle' : 'warning'} size={20} />
        {say(checked.isSound ? checkWords.holds : checkWords.broken)}
      </h3>
      <p className="mt-1 text-13 text-ink-soft wrap-anywhere">{say(checkWords.checked, { file: checked.fileName })}</p>
      <ul className="mt-2 flex flex-col gap-1.5 wrap-anywhere">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

function Problem({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <div className="flex gap-2 rounded-6 bg-danger-tint p-4">
      <Icon name="warning" size={20} className="mt-px text-danger" />
      <div>
        <h3 className="font-semibold text-danger">{title}</h3>
        <p>{children}</p>
      </div>
    </div>
  );
}
