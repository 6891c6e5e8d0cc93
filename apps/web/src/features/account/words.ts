// The words of the accounts of the installation.
import { defineMessages, type MessageDescriptor } from 'react-intl';
import type { ResponseOf } from '@chancery/contract';

export type ListedAccount = ResponseOf<'findAccounts'>['accounts'][number];

export const accountWords = defineMessages({
  title: { id: 'accounts.title', defaultMessage: 'Accounts' },
  detail: { id: 'accounts.detail', defaultMessage: 'Everybody who has an account in this installation, in whatever round.' },
  find: { id: 'accounts.find', defaultMessage: 'Find by name or e-mail address' },
  found: { id: 'accounts.found', defaultMessage: '{count, plural, =0 {Nobody found} one {# account} other {# accounts}}' },
  none: { id: 'accounts.none', defaultMessage: 'Nobody here matches that' },
  noneWhy: { id: 'accounts.none-why', defaultMessage: 'Look for part of a name or of an e-mail address.' },
  administrator: { id: 'accounts.administrator', defaultMessage: 'Administrator' },
  you: { id: 'accounts.you', defaultMessage: 'You' },
  lastSignIn: { id: 'accounts.last-sign-in', defaultMessage: 'Last signed in {moment}' },
  never: { id: 'accounts.never', defaultMessage: 'Never signed in' },
  noRound: { id: 'accounts.no-round', defaultMessage: 'In no round' },
  rounds: { id: 'accounts.rounds', defaultMessage: 'In {rounds}' },
  mailFailed: { id: 'accounts.mail-failed', defaultMessage: 'The last mail could not be delivered: {failure}' },
  actionsFor: { id: 'accounts.actions-for', defaultMessage: 'Actions for {name}' },
  pages: { id: 'accounts.pages', defaultMessage: 'Pages' },
  page: { id: 'accounts.page', defaultMessage: 'Page {page} of {pages}' },
  before: { id: 'accounts.before', defaultMessage: 'Previous page' },
  next: { id: 'accounts.next', defaultMessage: 'Next page' },
});

export const accountStateWords = defineMessages({
  active: { id: 'accounts.active', defaultMessage: 'Active' },
  invited: { id: 'accounts.invited', defaultMessage: 'Invited, no password yet' },
  disabled: { id: 'accounts.disabled', defaultMessage: 'Disabled' },
} as const satisfies Record<ListedAccount['state'], MessageDescriptor>);

/** What is done to an account: the verb in the menu, and after it what the dialog asks. */
export const accountActWords = defineMessages({
  link: { id: 'account-act.link', defaultMessage: 'Make a link to choose a password' },
  linkTitle: { id: 'account-act.link-title', defaultMessage: 'A link for {name}' },
  linkWhat: {
    id: 'account-act.link-what',
    defaultMessage:
      'With the link {name} chooses a new password. The link is shown to you, once; anyone who has it can enter as {name}, so that the record says that you made it. When it is used, every sign-in of {name} ends.',
  },
  linkMailed: {
    id: 'account-act.link-mailed',
    defaultMessage: 'The link goes to {email} by mail and is shown to nobody. When it is used, every sign-in of {name} ends.',
  },
  linkMake: { id: 'account-act.link-make', defaultMessage: 'Make the link' },
  linkSent: { id: 'account-act.link-sent', defaultMessage: 'The link is on its way to {email}.' },
  linkOnce: {
    id: 'account-act.link-once',
    defaultMessage: 'Give this link to {name} yourself, so that you know who gets it. It works once and is shown only now.',
  },
  linkLabel: { id: 'account-act.link-label', defaultMessage: 'One-time link' },
  copy: { id: 'account-act.copy', defaultMessage: 'Copy the link' },
  copied: { id: 'account-act.copied', defaultMessage: 'Copied' },
  copyFailed: {
    id: 'account-act.copy-failed',
    defaultMessage: 'The browser did not allow copying. The link is selected: copy it by hand.',
  },
  done: { id: 'account-act.done', defaultMessage: 'Done' },
  endSignIns: { id: 'account-act.end-sign-ins', defaultMessage: 'End all sign-ins' },
  signInsEnded: { id: 'account-act.sign-ins-ended', defaultMessage: 'Every sign-in of {name} has ended.' },
  disable: { id: 'account-act.disable', defaultMessage: 'Disable the account' },
  disableTitle: { id: 'account-act.disable-title', defaultMessage: 'Disable the account of {name}?' },
  disableWhat: {
    id: 'account-act.disable-what',
    defaultMessage:
      '{name} is signed out everywhere at once, and can no longer sign in. What {name} wrote and decided stays. The record of each open round says so. You can enable the account again.',
  },
  disableLast: {
    id: 'account-act.disable-last',
    defaultMessage:
      'No other coordinator who can sign in is in {rounds}. Nobody could assign, accept or reopen there until somebody else is made one.',
  },
  disableAnyway: { id: 'account-act.disable-anyway', defaultMessage: 'Disable all the same' },
  disabled: { id: 'account-act.disabled', defaultMessage: 'The account of {name} is disabled.' },
  enable: { id: 'account-act.enable', defaultMessage: 'Enable the account' },
  enabled: { id: 'account-act.enabled', defaultMessage: '{name} can sign in again.' },
  name: { id: 'account-act.name', defaultMessage: 'Make an administrator' },
  nameTitle: { id: 'account-act.name-title', defaultMessage: 'Make {name} an administrator?' },
  nameWhat: {
    id: 'account-act.name-what',
    defaultMessage:
      'Administrators open rounds, see all accounts and end them, and name other administrators. They read no answer by that alone.',
  },
  named: { id: 'account-act.named', defaultMessage: '{name} is an administrator now.' },
  dismiss: { id: 'account-act.dismiss', defaultMessage: 'No longer an administrator' },
  dismissTitle: { id: 'account-act.dismiss-title', defaultMessage: 'Take the office of administrator from {name}?' },
  dismissWhat: {
    id: 'account-act.dismiss-what',
    defaultMessage: '{name} is signed out everywhere, and signs in again as an ordinary member.',
  },
  dismissed: { id: 'account-act.dismissed', defaultMessage: '{name} is no longer an administrator.' },
  notOneself: { id: 'account-act.not-oneself', defaultMessage: 'Another administrator does this to your account.' },
  isDisabled: { id: 'account-act.is-disabled', defaultMessage: 'The account is disabled.' },
});
