// The words of the page of people and agencies.
import { defineMessages } from 'react-intl';

export const peopleWords = defineMessages({
  title: { id: 'people.title', defaultMessage: 'People and agencies' },
  detail: {
    id: 'people.detail',
    defaultMessage:
      '{agencies, plural, one {# agency} other {# agencies}}, {people, plural, =0 {nobody yet} one {# person} other {# people}}',
  },
  readOnly: {
    id: 'people.read-only',
    defaultMessage: 'Coordinators of {lead} and administrators change this list. Ask one of them if something is wrong.',
  },
  closed: { id: 'people.closed', defaultMessage: 'The round has been approved, so nobody can be added.' },
  find: { id: 'people.find', defaultMessage: 'Find a person or an agency' },
  nobodyFound: { id: 'people.nobody-found', defaultMessage: 'Nobody found' },
  nobodyFoundWhy: { id: 'people.nobody-found-why', defaultMessage: 'No name, title, e-mail address or agency contains “{wanted}”.' },
  showAll: { id: 'people.show-all', defaultMessage: 'Show everybody' },
  leads: { id: 'people.leads', defaultMessage: 'Lead coordinating agency' },
  noMembers: { id: 'people.no-members', defaultMessage: 'Nobody from this agency takes part yet.' },
  membersOf: { id: 'people.members-of', defaultMessage: 'People of {agency}' },
  person: { id: 'people.person', defaultMessage: 'Person' },
  roles: { id: 'people.roles', defaultMessage: 'Roles' },
  email: { id: 'people.email', defaultMessage: 'E-mail address' },
  actions: { id: 'people.actions', defaultMessage: 'Actions' },
  moreActions: { id: 'people.more-actions', defaultMessage: 'More actions' },
  actionsFor: { id: 'people.actions-for', defaultMessage: 'Actions for {name}' },
  you: { id: 'people.you', defaultMessage: 'you' },
  invited: { id: 'people.invited', defaultMessage: 'Invited, not here yet' },
  rolesTitle: { id: 'people.roles-title', defaultMessage: 'What each role may do' },
  administratorMay: {
    id: 'people.administrator-may',
    defaultMessage: 'Of the installation, not of a round: opens rounds, manages agencies and accounts. Reads no answer by that role alone.',
  },
});

export const memberWords = defineMessages({
  invite: { id: 'member.invite', defaultMessage: 'Invite a person' },
  email: { id: 'member.email', defaultMessage: 'E-mail address' },
  emailWrong: { id: 'member.email-wrong', defaultMessage: 'Enter an e-mail address, such as name@ministry.example.' },
  name: { id: 'member.name', defaultMessage: 'Name' },
  nameMissing: { id: 'member.name-missing', defaultMessage: 'Enter the name of the person.' },
  position: { id: 'member.position', defaultMessage: 'Title (optional)' },
  positionHint: {
    id: 'member.position-hint',
    defaultMessage: 'For example “Deputy Director”. It is printed beside what this person signs.',
  },
  agency: { id: 'member.agency', defaultMessage: 'Agency' },
  roles: { id: 'member.roles', defaultMessage: 'Roles' },
  rolesMissing: { id: 'member.roles-missing', defaultMessage: 'Choose at least one role.' },
  onlyLead: { id: 'member.only-lead', defaultMessage: 'Only for members of the lead coordinating agency.' },
  send: { id: 'member.send', defaultMessage: 'Invite' },
  change: { id: 'member.change', defaultMessage: 'Change agency or roles' },
  changeTitle: { id: 'member.change-title', defaultMessage: 'Agency and roles of {name}' },
  save: { id: 'member.save', defaultMessage: 'Save changes' },
  changed: { id: 'member.changed', defaultMessage: '{name}: the changes are saved and in force.' },
  changeHint: {
    id: 'member.change-hint',
    defaultMessage: 'Rights change at once, even in answers that {name} has open. What was written stays.',
  },
  again: { id: 'member.again', defaultMessage: 'Make a new link' },
  againTitle: { id: 'member.again-title', defaultMessage: 'Make a new link for {name}?' },
  againWhat: {
    id: 'member.again-what',
    defaultMessage: '{name} ({email}) has not set a password yet. The new link works once, for seven days.',
  },
  remove: { id: 'member.remove', defaultMessage: 'Remove from the round' },
  removeTitle: { id: 'member.remove-title', defaultMessage: 'Remove {name} from the round?' },
  removeWhat: {
    id: 'member.remove-what',
    defaultMessage:
      'Answers that {name} has open close at once. What {name} wrote, cleared or decided stays, with the name. You can invite {name} again.',
  },
  removeSelf: {
    id: 'member.remove-self',
    defaultMessage: 'This is you. Without another right you will no longer be able to open this round.',
  },
  removed: { id: 'member.removed', defaultMessage: '{name} no longer takes part in the round.' },
});

export const invitationWords = defineMessages({
  title: { id: 'invitation.title', defaultMessage: 'The link for {name}' },
  once: {
    id: 'invitation.once',
    defaultMessage: 'Send this link to {name} in a message of your own. It works once, for seven days, and is shown only now.',
  },
  link: { id: 'invitation.link', defaultMessage: 'One-time link' },
  copy: { id: 'invitation.copy', defaultMessage: 'Copy the link' },
  copied: { id: 'invitation.copied', defaultMessage: 'Copied' },
  copyFailed: { id: 'invitation.copy-failed', defaultMessage: 'The browser did not allow copying. The link is selected: copy it by hand.' },
  lost: { id: 'invitation.lost', defaultMessage: 'If it gets lost, make a new one from the menu beside the name.' },
  active: {
    id: 'invitation.active',
    defaultMessage: '{name} has an account already and needs no link: the round is open to {name} after signing in.',
  },
  done: { id: 'invitation.done', defaultMessage: 'Done' },
});

export const agencyWords = defineMessages({
  add: { id: 'agency.add', defaultMessage: 'Add an agency' },
  name: { id: 'agency.name', defaultMessage: 'Full name' },
  nameMissing: { id: 'agency.name-missing', defaultMessage: 'Enter the name of the agency.' },
  short: { id: 'agency.short', defaultMessage: 'Short name' },
  shortHint: { id: 'agency.short-hint', defaultMessage: 'As colleagues say it, at most 30 characters.' },
  shortMissing: { id: 'agency.short-missing', defaultMessage: 'Enter a short name.' },
  rename: { id: 'agency.rename', defaultMessage: 'Rename' },
  renameTitle: { id: 'agency.rename-title', defaultMessage: 'Rename {agency}' },
  save: { id: 'agency.save', defaultMessage: 'Save names' },
  added: { id: 'agency.added', defaultMessage: '{agency} takes part in the round.' },
  renamed: { id: 'agency.renamed', defaultMessage: 'The agency is now called {agency}.' },
  remove: { id: 'agency.remove', defaultMessage: 'Remove' },
  removeTitle: { id: 'agency.remove-title', defaultMessage: 'Remove {agency} from the round?' },
  removeWhat: {
    id: 'agency.remove-what',
    defaultMessage: 'It has no people in the round. It can be removed if no question is assigned to it and it has decided nothing.',
  },
  removeConfirm: { id: 'agency.remove-confirm', defaultMessage: 'Remove the agency' },
  removed: { id: 'agency.removed', defaultMessage: '{agency} no longer takes part in the round.' },
  leadStays: { id: 'agency.lead-stays', defaultMessage: 'The lead coordinating agency stays.' },
  hasPeople: { id: 'agency.has-people', defaultMessage: 'Move its people to another agency first.' },
});
