// What is shown when accepted answers have changed while the respondent was reading: the difference in each.
import { plainText } from '@chancery/answer-doc';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useRound } from '../../../api/current-round.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { changeWords } from '../words.ts';
import { useWords } from '../../../words/use-words.ts';
import { Difference } from '../../../content/Difference.tsx';
import type { ChangedAnswer } from './seen.ts';
import { approvalAnchors } from './ApprovalChecklist.tsx';

interface ApprovalChangesProps {
  readonly changes: readonly ChangedAnswer[];
  readonly onSeen: () => void;
}

export function ApprovalChanges({ changes, onSeen }: ApprovalChangesProps): ReactElement | null {
  const { say } = useWords();
  if (changes.length === 0) return null;
  return (
    <section id={approvalAnchors.changes} role="alert" className="scroll-mt-4 rounded-6 bg-warning-tint px-4 py-4 sm:px-5">
      <h2 className="flex items-start gap-2 text-17 font-semibold text-warning">
        <Icon name="warning" className="mt-1" />
        {say(changeWords.title, { count: changes.length })}
      </h2>
      <p className="mt-1">{say(changeWords.explained)}</p>
      <ul className="mt-3 flex flex-col gap-3">
        {changes.map((change) => (
          <li key={change.now.question} className="rounded-6 bg-paper px-4 py-3">
            <Change change={change} />
          </li>
        ))}
      </ul>
      <div className="mt-4">
        <Button icon="check" onPress={onSeen}>
          {say(changeWords.seen)}
        </Button>
      </div>
    </section>
  );
}

function Change({ change: { before, now } }: { readonly change: ChangedAnswer }): ReactElement {
  const { say } = useWords();
  const { round, questions } = useRound();
  const question = questions.get(now.question);
  const [was, is] = [plainText(before.content), plainText(now.content)];
  return (
    <>
      <h3 className="mb-1 text-15 font-semibold">
        <Link
          to="/rounds/$round/questions/$question"
          params={{ round: round.id, question: now.question }}
          className="text-accent underline-offset-2 hover:underline"
        >
          {question?.number == null ? (question?.text ?? now.question) : say(changeWords.question, { number: question.number })}
        </Link>
      </h3>
      <Difference before={was} after={is} />
    </>
  );
}
