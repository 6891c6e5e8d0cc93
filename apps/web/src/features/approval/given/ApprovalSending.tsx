// The form that records that the finished form has left, which closes the round.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useState } from 'react';
import { call } from '../../../api/call.ts';
import { useRound } from '../../../api/current-round.ts';
import { roundKey, roundsQuery } from '../../../api/queries.ts';
import { Banner } from '../../../ui/page/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/page/Card.tsx';
import { TextArea } from '../../../ui/form/Field.tsx';
import { useToasts } from '../../../ui/overlay/Toasts.tsx';
import { sendingWords } from '../words.ts';
import { refusalSentence } from '../../../words/refusals.ts';
import { useWords } from '../../../words/use-words.ts';

export function ApprovalSending({ onRecorded }: { readonly onRecorded: () => void }): ReactElement {
  const { say } = useWords();
  const { tell } = useToasts();
  const { round } = useRound();
  const client = useQueryClient();
  const [note, setNote] = useState('');
  const recording = useMutation({
    mutationFn: () => call('recordSending', { params: { round: round.id }, body: { note: note.trim() } }),
    onSuccess: () => tell(say(sendingWords.recorded)),
    onSettled: async (_answer, error) => {
      await Promise.all([roundKey(round.id), roundsQuery.queryKey].map((queryKey) => client.invalidateQueries({ queryKey })));
      if (error === null) onRecorded();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    recording.mutate();
  };
  return (
    <Card className="px-4 py-5 sm:px-6">
      <form noValidate onSubmit={submit} className="flex flex-col gap-4" aria-labelledby="sending-heading">
        <div>
          <h2 id="sending-heading" className="text-17 font-semibold">
            {say(sendingWords.title)}
          </h2>
          <p className="mt-1 text-15 text-ink-soft">{say(sendingWords.lead)}</p>
        </div>
        <TextArea
          label={say(sendingWords.note)}
          hint={say(sendingWords.noteHint)}
          value={note}
          maxLength={2000}
          onChange={(event) => setNote(event.target.value)}
        />
        {recording.error === null ? null : <Banner tone="danger">{say(...refusalSentence(recording.error))}</Banner>}
        <div>
          <Button type="submit" look="primary" icon="send" isBusy={recording.isPending}>
            {say(sendingWords.record)}
          </Button>
        </div>
      </form>
    </Card>
  );
}
