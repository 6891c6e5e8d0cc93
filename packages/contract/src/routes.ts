// The routes of the HTTP API: method and path of every endpoint, free of schemas so that the browser pays only for names.

export const routes = {
  readHealth: 'GET /api/health',
  readDemo: 'GET /api/demo',
  readSession: 'GET /api/session',
  signIn: 'POST /api/session',
  signOut: 'DELETE /api/session',
  proveIdentity: 'POST /api/session/proof',
  readInvitation: 'POST /api/invitations/reading',
  useInvitation: 'POST /api/invitations/use',
  requestPasswordLink: 'POST /api/password-links',

  readAccount: 'GET /api/account',
  changePassword: 'PUT /api/account/password',
  endSignIn: 'DELETE /api/account/sign-ins/:signIn',
  endOtherSignIns: 'DELETE /api/account/sign-ins',

  findAccounts: 'POST /api/accounts/search',
  makeLink: 'POST /api/accounts/:person/link',
  disableAccount: 'POST /api/accounts/:person/disabling',
  enableAccount: 'DELETE /api/accounts/:person/disabling',
  endSignInsOf: 'DELETE /api/accounts/:person/sign-ins',
  nameAdministrator: 'PUT /api/accounts/:person/administrator',
  dismissAdministrator: 'DELETE /api/accounts/:person/administrator',

  listQuestionnaires: 'GET /api/questionnaires',
  readQuestionnaire: 'GET /api/questionnaires/:questionnaire/:version',

  listRounds: 'GET /api/rounds',
  openRound: 'POST /api/rounds',
  readRound: 'GET /api/rounds/:round',
  changeRound: 'PATCH /api/rounds/:round',
  readContents: 'GET /api/rounds/:round/contents',

  readPeople: 'GET /api/rounds/:round/people',
  addAgency: 'POST /api/rounds/:round/agencies',
  changeAgency: 'PATCH /api/rounds/:round/agencies/:agency',
  removeAgency: 'DELETE /api/rounds/:round/agencies/:agency',
  changeLeadAgency: 'PUT /api/rounds/:round/lead-agency',
  addMember: 'POST /api/rounds/:round/members',
  changeMember: 'PATCH /api/rounds/:round/members/:person',
  removeMember: 'DELETE /api/rounds/:round/members/:person',
  confirmMember: 'POST /api/rounds/:round/members/:person/confirmation',
  correctPerson: 'PATCH /api/rounds/:round/members/:person/person',
  inviteAgain: 'POST /api/rounds/:round/members/:person/invitation',
  grantReading: 'POST /api/rounds/:round/reading',

  assignQuestions: 'PUT /api/rounds/:round/assignments',
  readAnswer: 'GET /api/rounds/:round/questions/:question',
  readLastCleared: 'GET /api/rounds/:round/questions/:question/last-cleared',
  readHistory: 'GET /api/rounds/:round/questions/:question/history',
  readAuthors: 'GET /api/rounds/:round/questions/:question/authors',
  readProposals: 'GET /api/rounds/:round/questions/:question/proposals',
  settleProposal: 'POST /api/rounds/:round/proposals/:proposal/settlement',

  clearAnswer: 'POST /api/rounds/:round/questions/:question/clearances',
  acceptAnswer: 'POST /api/rounds/:round/questions/:question/acceptance',
  markNoAnswer: 'POST /api/rounds/:round/questions/:question/no-answer',
  returnAnswer: 'POST /api/rounds/:round/questions/:question/return',
  reopenAnswer: 'POST /api/rounds/:round/questions/:question/reopening',
  approveRound: 'POST /api/rounds/:round/approval',
  recordSending: 'POST /api/rounds/:round/sending',

  startThread: 'POST /api/rounds/:round/questions/:question/threads',
  addComment: 'POST /api/rounds/:round/threads/:thread/comments',
  editComment: 'PUT /api/rounds/:round/threads/:thread/comments/:comment',
  deleteComment: 'DELETE /api/rounds/:round/threads/:thread/comments/:comment',
  resolveThread: 'POST /api/rounds/:round/threads/:thread/resolution',
  reopenThread: 'DELETE /api/rounds/:round/threads/:thread/resolution',

  readRecord: 'GET /api/rounds/:round/record',

  /** Body: the file itself (Markdown or text, up to 5 MB), its name in the header `X-File-Name` (percent-encoded). */
  previewImport: 'POST /api/rounds/:round/imports',
  /** Responds with newline-delimited JSON: `ImportProgress` lines, the last one with the report. Aborting the request cancels after the current question. */
  runImport: 'POST /api/rounds/:round/imports/:import/run',
  dropImport: 'DELETE /api/rounds/:round/imports/:import',

  /** Responds with a stream of a link's frames for as long as the link lives, each behind its length (packages/sync/SPEC.md, K rules). */
  openLink: 'POST /api/links',
  /** Body: frames, each behind its length. Query: `sequence`, counting the requests of the link from 1. */
  sendToLink: 'POST /api/links/:link/up',

  listNotices: 'GET /api/notices',
  readNotices: 'POST /api/notices/read',
} as const;

export type RouteName = keyof typeof routes;

/** Downloads and streams, which are not JSON. */
export const files = {
  exportRound: '/api/rounds/:round/export.:format',
  record: '/api/rounds/:round/record.json',
  /** Server-sent events `RoundEvent`. */
  events: '/api/rounds/:round/events',
  document: '/sync/:round/:question',
  /** A WebSocket that carries a link: any number of documents. */
  link: '/sync',
} as const;

/** First parts of the addresses that people see in their browser: there the server sends the page, which shows what belongs there. */
export const pagesAt: readonly string[] = ['', 'sign-in', 'welcome', 'forgotten', 'account', 'admin', 'rounds'];

export const exportFormats = ['docx', 'pdf', 'md', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** In which a text file may be read, as the browsers' standard (WHATWG) names them; the header `X-File-Encoding` of an import chooses one. */
export const textEncodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'windows-874',
  'iso-8859-2',
  'iso-8859-5',
  'iso-8859-6',
  'iso-8859-7',
  'koi8-r',
  'koi8-u',
  'ibm866',
  'macintosh',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'gb18030',
  'big5',
] as const;
export type FileEncodingName = (typeof textEncodings)[number];
