// Owns the words of signing in.
import { defineMessages } from 'react-intl';

export const sessionWords = defineMessages({
  signIn: { id: 'session.sign-in', defaultMessage: 'Sign in' },
  purpose: {
    id: 'session.purpose',
    defaultMessage:
      'Ministries answer one official questionnaire together, and what leaves the country is the text that each of them cleared.',
  },
  email: { id: 'session.email', defaultMessage: 'E-mail address' },
  password: { id: 'session.password', defaultMessage: 'Password' },
  emailMissing: { id: 'session.email-missing', defaultMessage: 'Enter your e-mail address.' },
  passwordMissing: { id: 'session.password-missing', defaultMessage: 'Enter your password.' },
  waitMinutes: {
    id: 'session.wait-minutes',
    defaultMessage: 'Too many attempts. {minutes, plural, one {Try again in a minute} other {Try again in # minutes}}.',
  },
  forgotten: {
    id: 'session.forgotten',
    defaultMessage: 'Password forgotten? A coordinator of your round can make you a new link to sign in.',
  },
  demoTitle: { id: 'session.demo-title', defaultMessage: 'Enter the demo' },
  demoLine: {
    id: 'session.demo-line',
    defaultMessage: 'This is a demo. It holds published text only, and everybody may enter as anybody. Choose who you want to be.',
  },
  findPerson: { id: 'session.find-person', defaultMessage: 'Find a person, a role or an agency' },
  found: { id: 'session.found', defaultMessage: '{count, plural, =0 {Nobody found} one {# person} other {# people}}' },
  nobodyFound: { id: 'session.nobody-found', defaultMessage: 'Nobody here is called that' },
  nobodyFoundWhy: { id: 'session.nobody-found-why', defaultMessage: 'Look for part of a name, such as “clearing”, or for an agency.' },
  enterAs: { id: 'session.enter-as', defaultMessage: 'Enter as {name}' },
  otherWay: { id: 'session.other-way', defaultMessage: 'Sign in with e-mail and password' },
});
