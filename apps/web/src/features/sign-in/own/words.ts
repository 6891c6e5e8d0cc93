// The words of one's own account: the sign-ins, and the change of the password.
import type { ResponseOf } from '@chancery/contract';
import { defineMessages, type MessageDescriptor } from 'react-intl';

export type ListedSignIn = ResponseOf<'readAccount'>['signIns'][number];

export const ownAccountWords = defineMessages({
  title: { id: 'own-account.title', defaultMessage: 'Your account' },
  detail: { id: 'own-account.detail', defaultMessage: '{name} · {email}' },
  signIns: { id: 'own-account.sign-ins', defaultMessage: 'Where you are signed in' },
  signInsWhy: {
    id: 'own-account.sign-ins-why',
    defaultMessage:
      'A sign-in ends by itself after four hours without use, and after twelve hours in any case. End those that you do not recognise.',
  },
  device: { id: 'own-account.device', defaultMessage: '{browser} on {system}' },
  thisOne: { id: 'own-account.this-one', defaultMessage: 'This one' },
  begun: { id: 'own-account.begun', defaultMessage: 'Begun {begun} · last used {used} · ends {ends} at the latest' },
  end: { id: 'own-account.end', defaultMessage: 'End' },
  endOf: { id: 'own-account.end-of', defaultMessage: 'End the sign-in of {begun}, {device}' },
  endOthers: { id: 'own-account.end-others', defaultMessage: 'End all others' },
  ended: { id: 'own-account.ended', defaultMessage: 'The sign-in has ended.' },
  othersEnded: { id: 'own-account.others-ended', defaultMessage: 'All your other sign-ins have ended.' },
  password: { id: 'own-account.password', defaultMessage: 'Change your password' },
  passwordWhy: { id: 'own-account.password-why', defaultMessage: 'Your other sign-ins end with it.' },
  present: { id: 'own-account.present', defaultMessage: 'Your present password' },
  presentMissing: { id: 'own-account.present-missing', defaultMessage: 'Enter your present password.' },
  presentWrong: { id: 'own-account.present-wrong', defaultMessage: 'That is not your present password. Nothing was changed.' },
  newPassword: { id: 'own-account.new-password', defaultMessage: 'Your new password' },
  change: { id: 'own-account.change', defaultMessage: 'Change password' },
  changed: { id: 'own-account.changed', defaultMessage: 'Your password was changed. Your other sign-ins have ended.' },
});

export const browserWords = defineMessages({
  chrome: { id: 'device.chrome', defaultMessage: 'Chrome' },
  edge: { id: 'device.edge', defaultMessage: 'Edge' },
  firefox: { id: 'device.firefox', defaultMessage: 'Firefox' },
  opera: { id: 'device.opera', defaultMessage: 'Opera' },
  safari: { id: 'device.safari', defaultMessage: 'Safari' },
  samsung: { id: 'device.samsung', defaultMessage: 'Samsung Internet' },
  unknown: { id: 'device.unknown-browser', defaultMessage: 'Unknown browser' },
} as const satisfies Record<NonNullable<ListedSignIn['browser']> | 'unknown', MessageDescriptor>);

export const systemWords = defineMessages({
  android: { id: 'device.android', defaultMessage: 'Android' },
  'chrome-os': { id: 'device.chrome-os', defaultMessage: 'ChromeOS' },
  ios: { id: 'device.ios', defaultMessage: 'iPhone or iPad' },
  linux: { id: 'device.linux', defaultMessage: 'Linux' },
  mac: { id: 'device.mac', defaultMessage: 'Mac' },
  windows: { id: 'device.windows', defaultMessage: 'Windows' },
  unknown: { id: 'device.unknown-system', defaultMessage: 'an unknown system' },
} as const satisfies Record<NonNullable<ListedSignIn['system']> | 'unknown', MessageDescriptor>);
