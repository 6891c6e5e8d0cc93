// The form that records that the finished form has left, which closes the round; it asks once more with the words that the record will keep.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type Sending, sendingChannels, sentWords } from '@chancery/domain';
import { type FormEvent, type ReactElement, useState } from 'react';
import { call } from '../../../api/call.ts';
import { useRound } from '../../../api/current-round.ts';
import { roundKey, roundsQuery } from '../../../api/queries.ts';
import { Banner } from '../../../ui/page/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/page/Card.tsx';
import { TextArea, TextField } from '../../../ui/form/Field.tsx';
import { Select } from '../../../ui/form/Select.tsx';
import { Dialog } from '../../../ui/overlay/Dialog.tsx';
import { useToasts } from '../../../ui/overlay/Toasts.tsx';
import { channelWords, sendingWords } from '../words.ts';
import { refusalSentence } from '../../../words/refusals.ts';
import { shellWords } from '../../../words/shell.ts';
import { useWords } from '../../../words/use-words.ts';

export function ApprovalSending({ onRecorded }: { readonly onRecorded: () => void }): ReactElement {
  const { say } = useWords();
  const [sending, setSending] = useState<Sending>(() => ({ on: today(), channel: 'e-mail', addressee: '', note: '' }));
  const [missing, setMissing] = useState<'on' | 'addressee' | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const change = (part: Partial<Sending>): void => setSending({ ...sending, ...part });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const lacks = sending.on === '' ? 'on' : sending.addressee.trim() === '' ? 'addressee' : null;
    setMissing(lacks);
    setIsAsking(lacks === null);
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
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            type="date"
            label={say(sendingWords.on)}
            error={missing === 'on' ? say(sendingWords.onMissing) : undefined}
            value={sending.on}
            onChange={(event) => change({ on: event.target.value })}
          />
          <Select
            label={say(sendingWords.channel)}
            value={sending.channel}
            options={sendingChannels.map((channel) => ({ value: channel, label: say(channelWords[channel]) }))}
            onChange={(value) => change({ channel: value as Sending['channel'] })}
          />
        </div>
        <TextField
          label={say(sendingWords.addressee)}
          hint={say(sendingWords.addresseeHint)}
          error={missing === 'addressee' ? say(sendingWords.addresseeMissing) : undefined}
          value={sending.addressee}
          maxLength={200}
          onChange={(event) => change({ addressee: event.target.value })}
        />
        <TextArea
          label={say(sendingWords.note)}
          hint={say(sendingWords.noteHint)}
          value={sending.note}
          maxLength={2000}
          onChange={(event) => change({ note: event.target.value })}
        />
        <div>
          <Button type="submit" look="primary" icon="send">
            {say(sendingWords.check)}
          </Button>
        </div>
      </form>
      {isAsking ? <Confirmation sending={trimmed(sending)} onRecorded={onRecorded} onClose={() => setIsAsking(false)} /> : null}
    </Card>
  );
}

interface ConfirmationProps {
  readonly sending: Sending;
  readonly onRecorded: () => void;
  readonly onClose: () => void;
}

function Confirmation({ sending, onRecorded, onClose }: ConfirmationProps): ReactElement {
  const { say } = useWords();
  const { tell } = useToasts();
  const { round } = useRound();
  const client = useQueryClient();
  const recording = useMutation({
    mutationFn: () => call('recordSending', { params: { round: round.id }, body: sending }),
    onSuccess: () => tell(say(sendingWords.recorded)),
    onSettled: async (_answer, error) => {
      await Promise.all([roundKey(round.id), roundsQuery.queryKey].map((queryKey) => client.invalidateQueries({ queryKey })));
      if (error === null) onRecorded();
    },
  });
  return (
    <Dialog
      title={say(sendingWords.record)}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{say(shellWords.cancel)}</Button>
          <Button look="primary" icon="send" isBusy={recording.isPending} onPress={() => recording.mutate()}>
            {say(sendingWords.record)}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <blockquote className="rounded-6 border-s-4 border-accent bg-accent-tint px-4 py-3 text-17">{sentWords(sending)}</blockquote>
        <p className="text-ink-soft">{say(sendingWords.closes)}</p>
        {recording.error === null ? null : <Banner tone="danger">{say(...refusalSentence(recording.error))}</Banner>}
      </div>
    </Dialog>
  );
}

function trimmed({ addressee, note, ...sending }: Sending): Sending {
  return { ...sending, addressee: addressee.trim(), note: note.trim() };
}

/** The reader's own calendar day. */
function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
