// The words of signing in, and of the page that an invitation leads to.
import { defineMessages } from 'react-intl';

export const signInWords = defineMessages({
  signIn: { id: 'sign-in.sign-in', defaultMessage: 'Sign in' },
  purpose: {
    id: 'sign-in.purpose',
    defaultMessage:
      'Ministries answer one official questionnaire together, and what leaves the country is the text that each of them cleared.',
  },
  email: { id: 'sign-in.email', defaultMessage: 'E-mail address' },
  password: { id: 'sign-in.password', defaultMessage: 'Password' },
  emailMissing: { id: 'sign-in.email-missing', defaultMessage: 'Enter your e-mail address.' },
  passwordMissing: { id: 'sign-in.password-missing', defaultMessage: 'Enter your password.' },
  forgotten: { id: 'sign-in.forgotten', defaultMessage: 'Forgot your password?' },
  demoTitle: { id: 'sign-in.demo-title', defaultMessage: 'Enter the demo' },
  demoLine: {
    id: 'sign-in.demo-line',
    defaultMessage: 'This is a demo. It holds published text only, and anyone may enter as anyone. Choose who you want to be.',
  },
  findPerson: { id: 'sign-in.find-person', defaultMessage: 'Find a person, a role or an agency' },
  found: { id: 'sign-in.found', defaultMessage: '{count, plural, =0 {Nobody found} one {# person} other {# people}}' },
  nobodyFound: { id: 'sign-in.nobody-found', defaultMessage: 'Nobody here matches that' },
  nobodyFoundWhy: { id: 'sign-in.nobody-found-why', defaultMessage: 'Look for part of a name, such as “clearing”, or for an agency.' },
  enterAs: { id: 'sign-in.enter-as', defaultMessage: 'Enter as {name}' },
  otherWay: { id: 'sign-in.other-way', defaultMessage: 'Sign in with e-mail and password' },
});

export const forgottenWords = defineMessages({
  title: { id: 'forgotten.title', defaultMessage: 'Forgot your password?' },
  byMail: {
    id: 'forgotten.by-mail',
    defaultMessage: 'Enter the e-mail address with which you sign in. You get a link there, with which you choose a new password.',
  },
  byAdministrator: {
    id: 'forgotten.by-administrator',
    defaultMessage:
      'Ask an administrator of this installation for a link with which you choose a new password. It works once, for a day. If you do not know one, a coordinator of your round does.',
  },
  addressMissing: { id: 'forgotten.address-missing', defaultMessage: 'Enter an e-mail address, such as name@ministry.gov.' },
  ask: { id: 'forgotten.ask', defaultMessage: 'Send me a link' },
  asked: {
    id: 'forgotten.asked',
    defaultMessage:
      'If somebody signs in with {email}, a link is on its way there. It works once, for a day. If nothing comes within some minutes, look among the unwanted mail, or ask an administrator.',
  },
  back: { id: 'forgotten.back', defaultMessage: 'Back to signing in' },
});

export const welcomeWords = defineMessages({
  title: { id: 'welcome.title', defaultMessage: 'Welcome' },
  lead: {
    id: 'welcome.lead',
    defaultMessage: 'You were invited to answer an official questionnaire together with other ministries. Set your password to enter.',
  },
  email: { id: 'welcome.email', defaultMessage: 'Your e-mail address' },
  emailHint: { id: 'welcome.email-hint', defaultMessage: 'You sign in with it.' },
  name: { id: 'welcome.name', defaultMessage: 'Your name' },
  nameHint: { id: 'welcome.name-hint', defaultMessage: 'As it should appear beside what you clear or sign.' },
  nameEntered: {
    id: 'welcome.name-entered',
    defaultMessage: 'As it is printed beside what you clear or sign. If it is wrong, ask the person who invited you to correct it.',
  },
  nameMissing: { id: 'welcome.name-missing', defaultMessage: 'Enter your name.' },
  position: { id: 'welcome.position', defaultMessage: 'Your title (optional)' },
  positionHint: { id: 'welcome.position-hint', defaultMessage: 'For example “Deputy Director”.' },
  password: { id: 'welcome.password', defaultMessage: 'Password' },
  passwordTitle: { id: 'welcome.password-title', defaultMessage: 'Choose a new password' },
  passwordLead: {
    id: 'welcome.password-lead',
    defaultMessage: 'Everybody who is signed in with your account will be signed out, in this browser and in all others.',
  },
  newPassword: { id: 'welcome.new-password', defaultMessage: 'New password' },
  enter: { id: 'welcome.enter', defaultMessage: 'Set password and enter' },
  usedTitle: { id: 'welcome.used-title', defaultMessage: 'This link no longer works' },
  used: {
    id: 'welcome.used',
    defaultMessage:
      'A link works once, and for some days at most. If you have set your password already, sign in with it. Otherwise ask for a new link.',
  },
  noLinkTitle: { id: 'welcome.no-link-title', defaultMessage: 'Open the link of your invitation again' },
  noLink: {
    id: 'welcome.no-link',
    defaultMessage:
      'For your safety the link is removed from the address as soon as the page opens, so it can’t be loaded again. Open it from the message it came with, or ask for a new one.',
  },
  signIn: { id: 'welcome.sign-in', defaultMessage: 'Sign in' },
});
