// Why something cannot be done here, said beside it before anybody tries.
import type { Refusal } from '@chancery/domain';
import { defineMessages, type MessageDescriptor } from 'react-intl';
import { refusalWords } from '../../words/refusals.ts';
import type { WordValues } from '../../words/use-words.ts';

const reasonWords = defineMessages({
  'not-permitted': { id: 'people.reason.not-permitted', defaultMessage: 'Your roles do not allow this.' },
  'own-membership': { id: 'people.reason.own-membership', defaultMessage: 'Nobody changes their own part in a round.' },
  'grant-needs': {
    id: 'people.reason.grant-needs',
    defaultMessage:
      'For {who, select, manager {a manager of the agency} lead {a manager of the lead agency or an administrator} coordinator {a coordinator} administrator {an administrator} other {somebody else}}.',
  },
  'roles-exclude-each-other': {
    id: 'people.reason.roles-exclude-each-other',
    defaultMessage: 'A coordinator is neither clearing officer nor authorized respondent.',
  },
  'role-needs-lead-agency': {
    id: 'people.reason.role-needs-lead-agency',
    defaultMessage: 'Only for members of the lead coordinating agency.',
  },
  'agency-has-manager': { id: 'people.reason.agency-has-manager', defaultMessage: 'For a manager of the agency.' },
  'first-manager-alone': {
    id: 'people.reason.first-manager-alone',
    defaultMessage: 'A first manager is named as that alone.',
  },
  'last-coordinator': { id: 'people.reason.last-coordinator', defaultMessage: 'The round needs a coordinator.' },
});

/** A short sentence for each refusal that the page foresees; the server's own words for any other. */
export function reasonOf(refusal: Refusal): [MessageDescriptor, WordValues] {
  const { code } = refusal;
  const words: MessageDescriptor = code in reasonWords ? reasonWords[code as keyof typeof reasonWords] : refusalWords[code];
  return [words, { who: code === 'grant-needs' ? refusal.who : '' }];
}
