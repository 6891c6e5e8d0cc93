// Owns the words of the page that an invitation leads to.
import { defineMessages } from 'react-intl';

export const welcomeWords = defineMessages({
  title: { id: 'welcome.title', defaultMessage: 'Welcome' },
  lead: {
    id: 'welcome.lead',
    defaultMessage: 'You were invited to answer an official questionnaire together with other ministries. Set your password to come in.',
  },
  email: { id: 'welcome.email', defaultMessage: 'Your e-mail address' },
  emailHint: { id: 'welcome.email-hint', defaultMessage: 'You sign in with it.' },
  name: { id: 'welcome.name', defaultMessage: 'Your name' },
  nameHint: { id: 'welcome.name-hint', defaultMessage: 'As it is to stand beside what you clear or sign.' },
  nameMissing: { id: 'welcome.name-missing', defaultMessage: 'Enter your name.' },
  position: { id: 'welcome.position', defaultMessage: 'Your title (optional)' },
  positionHint: { id: 'welcome.position-hint', defaultMessage: 'For example “Deputy Director”.' },
  password: { id: 'welcome.password', defaultMessage: 'Password' },
  passwordHint: {
    id: 'welcome.password-hint',
    defaultMessage: 'At least {least} characters. Four words that only you would put together are good and easy to remember.',
  },
  again: { id: 'welcome.again', defaultMessage: 'The same password again' },
  show: { id: 'welcome.show', defaultMessage: 'Show what I type' },
  'too-short': {
    id: 'welcome.too-short',
    defaultMessage: 'The password is too short. Add {missing, plural, one {# more character} other {# more characters}}.',
  },
  'too-long': { id: 'welcome.too-long', defaultMessage: 'The password is too long. Use at most {most} characters.' },
  'not-the-same': { id: 'welcome.not-the-same', defaultMessage: 'The two passwords differ. Enter the same one twice.' },
  enter: { id: 'welcome.enter', defaultMessage: 'Set password and come in' },
  usedTitle: { id: 'welcome.used-title', defaultMessage: 'This link no longer works' },
  used: {
    id: 'welcome.used',
    defaultMessage:
      'A link works once, and for seven days. If you have set your password already, sign in with it. Otherwise ask whoever invited you for a new link.',
  },
  noLinkTitle: { id: 'welcome.no-link-title', defaultMessage: 'Open the link of your invitation again' },
  noLink: {
    id: 'welcome.no-link',
    defaultMessage:
      'For your safety the link is taken out of the address as soon as the page opens, so it can’t be loaded again. Open it from the message it came with, or ask for a new one.',
  },
  signIn: { id: 'welcome.sign-in', defaultMessage: 'Sign in' },
});
