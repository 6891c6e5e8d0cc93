// The opening of a round with its agencies, as an administrator does it.
import type { AgencyId, RoundId } from '@chancery/domain';
import { type AgencyKey, agencyNames, leadAgency, ministries } from './cast.ts';
import { smallQuestionnaire } from './questionnaire.ts';
import { call, type Visitor } from './request.ts';

export interface RoundOptions {
  readonly title?: string;
  readonly reading?: 'shared' | 'separate';
  readonly questionnaire?: { readonly id: string; readonly version: number };
}

export interface OpenedRound {
  readonly round: RoundId;
  readonly agencies: Readonly<Record<AgencyKey, AgencyId>>;
}

/** Opens a round and adds the ministries. */
export async function openRound(administrator: Visitor, options: RoundOptions): Promise<OpenedRound> {
  const { title = 'Malaysia, small', reading = 'shared', questionnaire = smallQuestionnaire } = options;
  const { id: round } = await call(
    administrator,
    'openRound',
    {},
    {
      title,
      country: 'Malaysia',
      questionnaire: questionnaire.id,
      version: questionnaire.version,
      reading,
      dueDay: null,
      leadAgency: { name: agencyNames[leadAgency], shortName: leadAgency.toUpperCase() },
    },
  );
  const { leadAgency: lead } = await call(administrator, 'readRound', { round });
  const agencies: Partial<Record<AgencyKey, AgencyId>> = { [leadAgency]: lead };
  for (const key of ministries) {
    const added = await call(administrator, 'addAgency', { round }, { name: agencyNames[key], shortName: key.toUpperCase() });
    agencies[key] = added.id;
  }
  return { round, agencies: agencies as OpenedRound['agencies'] };
}
