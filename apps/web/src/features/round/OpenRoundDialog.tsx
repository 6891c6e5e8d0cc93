// The dialog that opens a round: the questionnaire, the country, who reads what, and the agency that leads.
import { isVisible } from '@chancery/domain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ResponseOf } from '@chancery/contract';
import { type ReactElement, useId, useRef, useState } from 'react';
import { call } from '../../api/call.ts';
import { questionnairesQuery, roundsQuery } from '../../api/queries.ts';
import { Banner } from '../../ui/page/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/overlay/Dialog.tsx';
import { EmptyState, ErrorState } from '../../ui/page/EmptyState.tsx';
import { TextField } from '../../ui/form/Field.tsx';
import { Select } from '../../ui/form/Select.tsx';
import { SkeletonRows } from '../../ui/page/Skeleton.tsx';
import { useToasts } from '../../ui/overlay/Toasts.tsx';
import { roundFormWords, roundWords } from './words.ts';
import { dayOfField } from '../../words/dates.ts';
import { refusalSentence } from '../../words/refusals.ts';
import { shellWords } from '../../words/shell.ts';
import { useWords } from '../../words/use-words.ts';
import { DueField, ReadingField, type RoundDraft, TimeZoneField, TitleField } from './RoundFields.tsx';

type Questionnaires = ResponseOf<'listQuestionnaires'>['questionnaires'];

export function OpenRoundDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { say } = useWords();
  const { data, error, refetch } = useQuery(questionnairesQuery);
  if (data !== undefined && data.questionnaires.length > 0) return <OpenRoundForm questionnaires={data.questionnaires} onClose={onClose} />;
  return (
    <Dialog title={say(roundWords.open)} onClose={onClose}>
      {data !== undefined ? <EmptyState title={say(roundFormWords.noQuestionnaire)} /> : null}
      {data === undefined && error !== null ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined && error === null ? <SkeletonRows rows={4} /> : null}
    </Dialog>
  );
}

interface OpeningDraft extends RoundDraft {
  readonly country: string;
  /** Position in the list of questionnaires. */
  readonly questionnaire: number;
  readonly agencyName: string;
  readonly agencyShort: string;
}

/** A round is opened by somebody of its country: their time zone is most likely its own. */
function emptyDraft(): OpeningDraft {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return { title: '', country: '', questionnaire: 0, reading: 'shared', dueDay: '', timeZone, agencyName: '', agencyShort: '' };
}

interface OpenRoundFormProps {
  readonly questionnaires: Questionnaires;
  readonly onClose: () => void;
}

function OpenRoundForm({ questionnaires, onClose }: OpenRoundFormProps): ReactElement {
  const { say } = useWords();
  const [draft, setDraft] = useState(emptyDraft);
  const [isTried, setIsTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const opening = useOpening(questionnaires);
  const change = (part: Partial<OpeningDraft>) => setDraft((it) => ({ ...it, ...part }));
  const formId = useId();
  const submit = () => {
    setIsTried(true);
    if (isComplete(draft)) return opening.mutate(draft);
    // The faults are marked by the render that this leads to.
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus());
  };
  return (
    <Dialog
      title={say(roundWords.open)}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{say(shellWords.cancel)}</Button>
          <Button look="primary" isBusy={opening.isPending} type="submit" form={formId}>
            {say(roundFormWords.open)}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        ref={form}
        noValidate
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Select
          label={say(roundFormWords.questionnaire)}
          hint={say(roundFormWords.questionnaireHint)}
          options={questionnaires.map(({ title, version }, at) => ({
            value: String(at),
            label: say(roundFormWords.version, { title, version }),
          }))}
          value={String(draft.questionnaire)}
          onChange={(at) => change({ questionnaire: Number(at) })}
        />
        <TextField
          label={say(roundFormWords.country)}
          error={isTried && !isVisible(draft.country) ? say(roundFormWords.countryMissing) : null}
          value={draft.country}
          onChange={(event) => change({ country: event.target.value })}
          maxLength={200}
          required
        />
        <TitleField draft={draft} onChange={change} isTried={isTried} />
        <DueField draft={draft} onChange={change} />
        <TimeZoneField draft={draft} onChange={change} />
        <ReadingField draft={draft} onChange={change} />
        <LeadAgencyFields draft={draft} onChange={change} isTried={isTried} />
        {/* Enter sends the form from every field, as people expect it. */}
        <button type="submit" hidden aria-label={say(roundFormWords.open)} />
        {opening.error === null ? null : <Banner tone="danger">{say(...refusalSentence(opening.error))}</Banner>}
      </form>
    </Dialog>
  );
}

interface LeadAgencyFieldsProps {
  readonly draft: OpeningDraft;
  readonly onChange: (change: Partial<OpeningDraft>) => void;
  readonly isTried: boolean;
}

function LeadAgencyFields({ draft, onChange, isTried }: LeadAgencyFieldsProps): ReactElement {
  const { say } = useWords();
  return (
    <fieldset className="flex flex-col gap-4 rounded-6 p-4 inset-ring inset-ring-line">
      <legend className="float-start text-15 font-medium">{say(roundFormWords.lead)}</legend>
      <p className="clear-both -mt-3 text-13 text-ink-soft">{say(roundFormWords.leadHint)}</p>
      <TextField
        label={say(roundFormWords.agencyName)}
        error={isTried && !isVisible(draft.agencyName) ? say(roundFormWords.agencyNameMissing) : null}
        value={draft.agencyName}
        onChange={(event) => onChange({ agencyName: event.target.value })}
        maxLength={200}
        required
      />
      <TextField
        label={say(roundFormWords.agencyShort)}
        hint={say(roundFormWords.agencyShortHint)}
        error={isTried && !isVisible(draft.agencyShort) ? say(roundFormWords.agencyShortMissing) : null}
        value={draft.agencyShort}
        onChange={(event) => onChange({ agencyShort: event.target.value })}
        maxLength={30}
        required
        className="sm:max-w-52"
      />
    </fieldset>
  );
}

function isComplete({ title, country, agencyName, agencyShort }: OpeningDraft): boolean {
  return [title, country, agencyName, agencyShort].every(isVisible);
}

function useOpening(questionnaires: Questionnaires) {
  const { say } = useWords();
  const { tell } = useToasts();
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (draft: OpeningDraft) => {
      const chosen = questionnaires[draft.questionnaire];
      if (chosen === undefined) throw new Error(`there is no questionnaire at ${draft.questionnaire}`);
      const { title, country, reading, dueDay, timeZone, agencyName, agencyShort } = draft;
      const leadAgency = { name: agencyName.trim(), shortName: agencyShort.trim() };
      const body = { title: title.trim(), country: country.trim(), reading, dueDay: dayOfField(dueDay), timeZone, leadAgency };
      return call('openRound', { body: { ...body, questionnaire: chosen.id, version: chosen.version } });
    },
    onSuccess: async ({ id }, { title }) => {
      await client.invalidateQueries({ queryKey: roundsQuery.queryKey });
      tell(say(roundFormWords.opened, { title: title.trim() }));
      await navigate({ to: '/rounds/$round/people', params: { round: id } });
    },
  });
}
