// The words of choosing a password.
import { defineMessages } from 'react-intl';

export const newPasswordWords = defineMessages({
  hint: {
    id: 'new-password.hint',
    defaultMessage: 'At least {min} characters. Four words that only you would put together are good and easy to remember.',
  },
  again: { id: 'new-password.again', defaultMessage: 'The same password again' },
  show: { id: 'new-password.show', defaultMessage: 'Show what I type' },
  notTheSame: { id: 'new-password.not-the-same', defaultMessage: 'The two passwords differ. Enter the same one twice.' },
});
