// The dialog that assigns questions: who leads, who contributes, until when; with what would change before it does.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import type { AnswerRow } from '@chancery/contract';
import { type AgencyId, asId, type QuestionId } from '@chancery/domain';
import { call } from '../../api/call.ts';
import type { CurrentRound } from '../../api/current-round.ts';
import { roundKey } from '../../api/queries.ts';
import { Banner } from '../../ui/page/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/overlay/Dialog.tsx';
import { TextField } from '../../ui/form/Field.tsx';
import { Select } from '../../ui/form/Select.tsx';
import { useToasts } from '../../ui/overlay/Toasts.tsx';
import { assignmentWords } from './words.ts';
import { refusalSentence } from '../../words/refusals.ts';
import { shellWords } from '../../words/shell.ts';
import { useWords } from '../../words/use-words.ts';
import { assignmentChanges, isUnchanged } from './assignment-changes.ts';
import { type AssignmentDraft, assignmentOf, draftFrom } from './assignment-draft.ts';
import { AssignmentPreview } from './AssignmentPreview.tsx';
import { ContributorFields } from './ContributorFields.tsx';

interface AssignDialogProps {
  readonly current: CurrentRound;
  readonly questions: readonly QuestionId[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function AssignDialog({ current, questions, onClose, onDone }: AssignDialogProps): ReactElement {
  const { say } = useWords();
  const { round } = current;
  const rows = round.answers.filter((row) => questions.includes(row.question));
  const [draft, setDraft] = useState<AssignmentDraft>(() => draftFrom(rows.map((row) => row.assignment)));
  const assign = useAssigning(current, draft, rows, onDone);
  const planned = rows.map((row) => ({ row, after: assignmentOf(draft) }));
  const isSame = planned.every(({ row, after }) => after !== null && isUnchanged(assignmentChanges(row.assignment, after)));
  const reasonOff = draft.leading === null ? say(assignmentWords.chooseFirst) : isSame ? say(assignmentWords.nothingChanges) : null;
  const first = rows[0] === undefined ? undefined : current.questions.get(rows[0].question);
  return (
    <Dialog
      title={say(assignmentWords.title, { count: rows.length, first: first?.number ?? '' })}
      onClose={onClose}
      foot={
        <>
          <Button look="quiet" onPress={onClose}>
            {say(shellWords.cancel)}
          </Button>
          <Button look="primary" reasonOff={reasonOff} isBusy={assign.isPending} onPress={() => assign.mutate()}>
            {say(assignmentWords.assign, { count: rows.length })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        {assign.error === null ? null : <Banner tone="danger">{say(...refusalSentence(assign.error))}</Banner>}
        <div className="grid items-end gap-x-4 gap-y-5 sm:grid-cols-[minmax(0,1fr)_11rem]">
          <Select
            label={say(assignmentWords.leading)}
            hint={say(assignmentWords.leadingHint)}
            value={draft.leading ?? ''}
            options={[
              { value: '', label: say(assignmentWords.chooseAgency) },
              ...round.agencies.map((agency) => ({ value: agency.id, label: `${agency.shortName} · ${agency.name}` })),
            ]}
            onChange={(value) => setDraft({ ...draft, leading: value === '' ? null : asId<AgencyId>(value) })}
          />
          <TextField
            label={say(assignmentWords.due)}
            hint={say(assignmentWords.dueHint)}
            type="date"
            value={draft.day}
            onChange={(event) => setDraft({ ...draft, day: event.currentTarget.value })}
          />
        </div>
        <ContributorFields
          agencies={round.agencies.filter((agency) => agency.id !== draft.leading)}
          contributions={draft.contributions}
          onChange={(contributions) => setDraft({ ...draft, contributions })}
        />
        <AssignmentPreview planned={planned} current={current} />
      </div>
    </Dialog>
  );
}

/** One request for all the questions: either all of them are assigned or none is. */
function useAssigning({ round, agencies }: CurrentRound, draft: AssignmentDraft, rows: readonly AnswerRow[], onDone: () => void) {
  const { say } = useWords();
  const { tell } = useToasts();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const assignment = assignmentOf(draft);
      if (assignment === null) return;
      const { leadingAgency, contributors, dueDay } = assignment;
      await call('assignQuestions', {
        params: { round: round.id },
        body: { questions: rows.map((row) => row.question), leadingAgency, contributors: [...contributors], dueDay },
      });
    },
    onSuccess: async () => {
      tell(
        say(assignmentWords.done, {
          count: rows.length,
          agency: draft.leading === null ? '' : (agencies.get(draft.leading)?.shortName ?? ''),
        }),
      );
      onDone();
      await client.invalidateQueries({ queryKey: roundKey(round.id) });
    },
  });
}
