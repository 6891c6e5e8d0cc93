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
    defaultMessage: 'Each agency’s manager invites its people and gives them their roles. Ask yours if something is wrong.',
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
  waitsForAdministrator: { id: 'people.waits-for-administrator', defaultMessage: 'Named, waits for an administrator’s confirmation' },
  waitsForCoordinator: { id: 'people.waits-for-coordinator', defaultMessage: 'Named, waits for a coordinator’s confirmation' },
  vouchedBy: { id: 'people.vouched-by', defaultMessage: 'Vouched for by {by}' },
  vouchedAndConfirmed: { id: 'people.vouched-and-confirmed', defaultMessage: 'Vouched for by {by}, confirmed by {confirmer}' },
  beforeVouching: { id: 'people.before-vouching', defaultMessage: 'Took part before vouching was kept' },
  managerInvites: { id: 'people.manager-invites', defaultMessage: 'Its manager invites its people.' },
  noManager: { id: 'people.no-manager', defaultMessage: 'It has no manager yet, so nobody can let its people in.' },
  rolesTitle: { id: 'people.roles-title', defaultMessage: 'What each role may do' },
  administratorMay: {
    id: 'people.administrator-may',
    defaultMessage:
      'Of the installation, not of a round: opens rounds, manages agencies and accounts, makes coordinators, names the respondent and confirms first managers. Reads no answer by that role alone.',
  },
});

export const memberWords = defineMessages({
  invite: { id: 'member.invite', defaultMessage: 'Invite a person' },
  inviteTitle: { id: 'member.invite-title', defaultMessage: 'Invite a person of {agency}' },
  nameFirst: { id: 'member.name-first', defaultMessage: 'Name the first manager' },
  nameFirstTitle: { id: 'member.name-first-title', defaultMessage: 'Name the first manager of {agency}' },
  nameFirstWhat: {
    id: 'member.name-first-what',
    defaultMessage:
      'This person will decide who speaks for {agency}: invite its people, give them their roles and vouch for them. Until an administrator has confirmed it, the person has no right in the round.',
  },
  nameHint: {
    id: 'member.name-hint',
    defaultMessage: 'As it is printed beside what this person signs. The person cannot change it; you vouch for it.',
  },
  tooLong: {
    id: 'member.too-long',
    defaultMessage: 'At most {max} characters. Leave out {more, plural, one {# character} other {# characters}}.',
  },
  emailHint: { id: 'member.email-hint', defaultMessage: 'A link that was made for another address ends.' },
  emailOfAdministrator: { id: 'member.email-of-administrator', defaultMessage: 'Only an administrator corrects an address.' },
  confirm: { id: 'member.confirm', defaultMessage: 'Confirm' },
  confirmTitle: { id: 'member.confirm-title', defaultMessage: 'Confirm {name}: {role}' },
  confirmWho: { id: 'member.confirm-who', defaultMessage: '{name} ({email}) is to have this role for {agency}.' },
  namedBy: { id: 'member.named-by', defaultMessage: 'Named by {by}, {moment}.' },
  confirmWhat: {
    id: 'member.confirm-what',
    defaultMessage:
      'Make sure, by a call or in writing, that {agency} itself sends this person. Your confirmation stands in the record beside the name of the one who named them.',
  },
  confirmed: { id: 'member.confirmed', defaultMessage: '{name} is confirmed: {role}.' },
  correct: { id: 'member.correct', defaultMessage: 'Correct name or address' },
  correctTitle: { id: 'member.correct-title', defaultMessage: 'Name and address of {name}' },
  correctSave: { id: 'member.correct-save', defaultMessage: 'Save the correction' },
  correctWhat: {
    id: 'member.correct-what',
    defaultMessage: 'The record keeps the old and the new, in every round in which this person takes part.',
  },
  corrected: { id: 'member.corrected', defaultMessage: '{name}: the correction is saved and recorded.' },
  linkForOthers: {
    id: 'member.link-for-others',
    defaultMessage: 'A link is handed to a person who may give all of these roles, or to an administrator.',
  },
  readAlong: { id: 'member.read-along', defaultMessage: 'Read along as an observer' },
  readAlongTitle: { id: 'member.read-along-title', defaultMessage: 'Read along in this round?' },
  readAlongWhat: {
    id: 'member.read-along-what',
    defaultMessage:
      'You make yourself an observer, who reads every answer and comments. The record says that you did it yourself, and the coordinators and the managers of the lead agency are told. You cannot end it yourself.',
  },
  readsAlong: { id: 'member.reads-along', defaultMessage: 'You are an observer of this round.' },
  email: { id: 'member.email', defaultMessage: 'E-mail address' },
  emailWrong: { id: 'member.email-wrong', defaultMessage: 'Enter an e-mail address, such as name@ministry.example.' },
  name: { id: 'member.name', defaultMessage: 'Name' },
  nameMissing: { id: 'member.name-missing', defaultMessage: 'Enter the name of the person.' },
  position: { id: 'member.position', defaultMessage: 'Title (optional)' },
  positionHint: {
    id: 'member.position-hint',
    defaultMessage: 'For example “Deputy Director”. It is printed beside what this person signs.',
  },
  roles: { id: 'member.roles', defaultMessage: 'Roles' },
  rolesMissing: { id: 'member.roles-missing', defaultMessage: 'Choose at least one role.' },
  send: { id: 'member.send', defaultMessage: 'Invite' },
  change: { id: 'member.change', defaultMessage: 'Change roles' },
  changeTitle: { id: 'member.change-title', defaultMessage: 'Roles of {name}' },
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
    defaultMessage:
      '{name} ({email}) has not set a password yet. The new link works once, for seven days; the one before ends, and the record says so.',
  },
  remove: { id: 'member.remove', defaultMessage: 'Remove from the round' },
  removeTitle: { id: 'member.remove-title', defaultMessage: 'Remove {name} from the round?' },
  removeWhat: {
    id: 'member.remove-what',
    defaultMessage:
      'Answers that {name} has open close at once. What {name} wrote, cleared or decided stays, with the name. You can invite {name} again.',
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
  sent: { id: 'invitation.sent', defaultMessage: 'The link was sent to {email}. Nobody else sees it.' },
  active: {
    id: 'invitation.active',
    defaultMessage:
      '{name} is in the round. Nobody needs a link who has a password; for an account without one that takes part elsewhere too, an administrator makes the link.',
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
  giveLead: { id: 'agency.give-lead', defaultMessage: 'Give it the lead' },
  giveLeadTitle: { id: 'agency.give-lead-title', defaultMessage: 'Give {agency} the lead of the round?' },
  giveLeadWhat: {
    id: 'agency.give-lead-what',
    defaultMessage:
      '{agency} becomes the lead coordinating agency. The coordinators of the agency that leads now coordinate no longer; make new ones afterwards. Everybody in the round is told, and the record says so.',
  },
  leads: { id: 'agency.leads', defaultMessage: '{agency} leads the round.' },
  onlyAdministrator: { id: 'agency.only-administrator', defaultMessage: 'Only an administrator does this.' },
  leadsAlready: { id: 'agency.leads-already', defaultMessage: 'It leads the round already.' },
  leadStays: { id: 'agency.lead-stays', defaultMessage: 'The lead coordinating agency stays.' },
  hasPeople: { id: 'agency.has-people', defaultMessage: 'Remove its people from the round first.' },
});
