// The words around every screen: the bar, moving about, loading, failing, being offline.
import { defineMessages } from 'react-intl';

export const shellWords = defineMessages({
  product: { id: 'shell.product', defaultMessage: 'Chancery' },
  pageTitle: { id: 'shell.page-title', defaultMessage: '{page} · {product}' },
  skip: { id: 'shell.skip', defaultMessage: 'Skip to the page' },
  myRounds: { id: 'shell.my-rounds', defaultMessage: 'My rounds' },
  roundNavigation: { id: 'shell.round-navigation', defaultMessage: 'This round' },
  overview: { id: 'shell.overview', defaultMessage: 'Overview' },
  questionnaire: { id: 'shell.questionnaire', defaultMessage: 'Questionnaire' },
  people: { id: 'shell.people', defaultMessage: 'People' },
  import: { id: 'shell.import', defaultMessage: 'Import' },
  approval: { id: 'shell.approval', defaultMessage: 'Approval' },
  record: { id: 'shell.record', defaultMessage: 'Record' },
  exports: { id: 'shell.exports', defaultMessage: 'Exports' },
  administration: { id: 'shell.administration', defaultMessage: 'Administration' },
  administrator: { id: 'shell.administrator', defaultMessage: 'Administrator' },
  account: { id: 'shell.account', defaultMessage: 'Signed in as {name}' },
  signedInAs: { id: 'shell.signed-in-as', defaultMessage: 'Signed in as' },
  signOut: { id: 'shell.sign-out', defaultMessage: 'Sign out' },
  changePerson: { id: 'shell.change-person', defaultMessage: 'Enter as somebody else' },
  demo: { id: 'shell.demo', defaultMessage: 'Demo' },
  offline: { id: 'shell.offline', defaultMessage: 'You are offline. What you see may be out of date.' },
  interrupted: {
    id: 'shell.interrupted',
    defaultMessage: 'The connection is interrupted. What you see may be slightly out of date; Chancery is trying again.',
  },
  loading: { id: 'shell.loading', defaultMessage: 'Loading' },
  loaded: { id: 'shell.loaded', defaultMessage: 'Loaded' },
  tryAgain: { id: 'shell.try-again', defaultMessage: 'Try again' },
  failed: { id: 'shell.failed', defaultMessage: 'This could not be shown' },
  unreachable: { id: 'shell.unreachable', defaultMessage: 'No connection' },
  neverOpened: { id: 'shell.never-opened', defaultMessage: 'Not available without a connection' },
  neverOpenedWhy: {
    id: 'shell.never-opened-why',
    defaultMessage:
      'This page has not been opened in this tab before, and the server can’t be reached. It opens by itself when the connection is back. What you have written is kept in this tab.',
  },
  crashed: { id: 'shell.crashed', defaultMessage: 'This page stopped working' },
  crashedWhy: {
    id: 'shell.crashed-why',
    defaultMessage:
      'It met an error that we did not expect. What was saved is kept. Load the page again; if it happens again, tell your administrator.',
  },
  reload: { id: 'shell.reload', defaultMessage: 'Load the page again' },
  newVersion: { id: 'shell.new-version', defaultMessage: 'Chancery was updated' },
  newVersionWhy: {
    id: 'shell.new-version-why',
    defaultMessage: 'This part of the page belongs to the version before. Load the page again to go on; what was saved is kept.',
  },
  notFound: { id: 'shell.not-found', defaultMessage: 'There is no such page' },
  notFoundWhy: {
    id: 'shell.not-found-why',
    defaultMessage: 'The address may be misspelt, or the page has moved. Your rounds are where they were.',
  },
  backToRounds: { id: 'shell.back-to-rounds', defaultMessage: 'Go to my rounds' },
  close: { id: 'shell.close', defaultMessage: 'Close' },
  cancel: { id: 'shell.cancel', defaultMessage: 'Cancel' },
  required: { id: 'shell.required', defaultMessage: 'required' },
  optional: { id: 'shell.optional', defaultMessage: 'optional' },
  dismiss: { id: 'shell.dismiss', defaultMessage: 'Dismiss' },
  messages: { id: 'shell.messages', defaultMessage: 'Messages' },
});
