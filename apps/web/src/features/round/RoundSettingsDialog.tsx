// The dialog that changes the title, the due date and the reading of a round.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { RoundView } from '@chancery/contract';
import { isVisible, type RoundId } from '@chancery/domain';
import { type ReactElement, useId, useState } from 'react';
import { call } from '../../api/call.ts';
import { roundKey, roundQuery, roundsQuery } from '../../api/queries.ts';
import { Banner } from '../../ui/page/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/overlay/Dialog.tsx';
import { ErrorState } from '../../ui/page/EmptyState.tsx';
import { SkeletonRows } from '../../ui/page/Skeleton.tsx';
import { useToasts } from '../../ui/overlay/Toasts.tsx';
import { roundFormWords, roundWords } from './words.ts';
import { dayOfField } from '../../words/dates.ts';
import { refusalSentence } from '../../words/refusals.ts';
import { shellWords } from '../../words/shell.ts';
import { useWords } from '../../words/use-words.ts';
import { DueField, ReadingField, type RoundDraft, TimeZoneField, TitleField } from './RoundFields.tsx';

interface RoundSettingsDialogProps {
  readonly round: RoundId;
  readonly onClose: () => void;
}

export function RoundSettingsDialog({ round, onClose }: RoundSettingsDialogProps): ReactElement {
  const { say } = useWords();
  const { data, error, refetch } = useQuery(roundQuery(round));
  if (data !== undefined) return <SettingsForm round={data} onClose={onClose} />;
  return (
    <Dialog title={say(roundWords.settings)} onClose={onClose}>
      {error === null ? <SkeletonRows rows={3} /> : <ErrorState error={error} onRetry={() => void refetch()} />}
    </Dialog>
  );
}

function SettingsForm({ round, onClose }: { readonly round: RoundView; readonly onClose: () => void }): ReactElement {
  const { say } = useWords();
  const [draft, setDraft] = useState<RoundDraft>(() => draftOf(round));
  const [isTried, setIsTried] = useState(false);
  const saving = useSaving(round, onClose);
  const change = (part: Partial<RoundDraft>) => setDraft((it) => ({ ...it, ...part }));
  const formId = useId();
  const submit = () => {
    setIsTried(true);
    if (isVisible(draft.title)) saving.mutate(draft);
  };
  const isOpen = round.phase === 'open';
  return (
    <Dialog
      title={say(roundWords.settings)}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{say(shellWords.cancel)}</Button>
          {isOpen ? (
            <Button look="primary" isBusy={saving.isPending} type="submit" form={formId}>
              {say(roundFormWords.save)}
            </Button>
          ) : null}
        </>
      }
    >
      {isOpen ? (
        <form
          id={formId}
          noValidate
          className="flex flex-col gap-5"
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <TitleField draft={draft} onChange={change} isTried={isTried} />
          <DueField draft={draft} onChange={change} />
          <TimeZoneField draft={draft} onChange={change} />
          <ReadingField draft={draft} onChange={change} />
          {saving.error === null ? null : <Banner tone="danger">{say(...refusalSentence(saving.error))}</Banner>}
        </form>
      ) : (
        <Banner tone="calm" icon="seal">
          {say(roundFormWords.notOpen)}
        </Banner>
      )}
    </Dialog>
  );
}

function useSaving(round: RoundView, onSaved: () => void) {
  const { say } = useWords();
  const { tell } = useToasts();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ title, reading, dueDay, timeZone }: RoundDraft) =>
      call('changeRound', { params: { round: round.id }, body: { title: title.trim(), reading, dueDay: dayOfField(dueDay), timeZone } }),
    onSuccess: async (_answer, { title }) => {
      onSaved();
      tell(say(roundFormWords.saved, { title: title.trim() }));
      await Promise.all([roundKey(round.id), roundsQuery.queryKey].map((queryKey) => client.invalidateQueries({ queryKey })));
    },
  });
}

function draftOf({ title, reading, dueDay, timeZone }: RoundView): RoundDraft {
  return { title, reading, dueDay: dueDay ?? '', timeZone };
}
