// The words of import and exports.
import type { ImportPreview, ImportProgress } from '@chancery/contract';
import { defineMessages, type MessageDescriptor } from 'react-intl';

export const importWords = defineMessages({
  detail: {
    id: 'import.detail',
    defaultMessage: 'Bring answers in from a filled form. You see what was found before anything is written.',
  },
  choose: { id: 'import.choose', defaultMessage: 'Choose a file' },
  drop: { id: 'import.drop', defaultMessage: 'Drop the filled form here' },
  dropNow: { id: 'import.drop-now', defaultMessage: 'Let go to read it' },
  accepted: { id: 'import.accepted', defaultMessage: 'Word (.docx), Markdown or plain text, up to 5 MB' },
  howTitle: { id: 'import.how-title', defaultMessage: 'What happens' },
  howMatch: {
    id: 'import.how-match',
    defaultMessage: 'The file is compared with the printed wording of each question. What follows the wording is its answer.',
  },
  howKeep: {
    id: 'import.how-keep',
    defaultMessage: 'An answer that has text is never overwritten: the imported text is kept beside it, as a proposal.',
  },
  howTick: {
    id: 'import.how-tick',
    defaultMessage: 'A tick that cannot be read for certain is never guessed. Somebody confirms it later.',
  },
  howWord: {
    id: 'import.how-word',
    defaultMessage:
      'Of a Word document the text is read as it stands after all tracked changes. Pictures, comments and notes are left out, and you see which.',
  },
  uploading: { id: 'import.uploading', defaultMessage: 'Sending “{file}”: {percent} %' },
  reading: { id: 'import.reading', defaultMessage: 'Reading “{file}”' },
  readingWhy: { id: 'import.reading-why', defaultMessage: 'Comparing it with the questions. Nothing is written.' },
  cancel: { id: 'import.cancel', defaultMessage: 'Cancel' },
  otherFile: { id: 'import.other-file', defaultMessage: 'Another file' },
  found: { id: 'import.found', defaultMessage: 'Found in “{file}”' },
  nothingWritten: { id: 'import.nothing-written', defaultMessage: 'Nothing has been written yet.' },
  filter: { id: 'import.filter', defaultMessage: 'Show' },
  all: { id: 'import.all', defaultMessage: 'All' },
  confirmTick: { id: 'import.confirm-tick', defaultMessage: 'Please confirm the tick' },
  chooseRow: { id: 'import.choose-row', defaultMessage: 'Import {question}' },
  chooseShown: { id: 'import.choose-shown', defaultMessage: 'Choose all that can be imported' },
  compare: { id: 'import.compare', defaultMessage: 'Compare' },
  compareQuestion: { id: 'import.compare-question', defaultMessage: 'Compare {question}' },
  source: { id: 'import.source', defaultMessage: 'In the file' },
  noSource: { id: 'import.no-source', defaultMessage: 'Only the printed wording, no answer.' },
  result: { id: 'import.result', defaultMessage: 'As it will stand in the answer' },
  resultProposal: { id: 'import.result-proposal', defaultMessage: 'As it will stand in the proposal' },
  resultSame: { id: 'import.result-same', defaultMessage: 'As it was read' },
  numbered: { id: 'import.numbered', defaultMessage: 'question {number}' },
  unnumbered: { id: 'import.unnumbered', defaultMessage: '“{text}”' },
  unrecognised: { id: 'import.unrecognised', defaultMessage: 'Lines that belong to no question' },
  unrecognisedWhy: {
    id: 'import.unrecognised-why',
    defaultMessage:
      'No question was recognised above them, or they fit no field of it. They are not imported. If one of them is part of an answer, add it there by hand.',
  },
  line: { id: 'import.line', defaultMessage: 'Line {line}' },
  paragraph: { id: 'import.paragraph', defaultMessage: 'Paragraph {line}' },
  leftOut: { id: 'import.left-out', defaultMessage: 'Left out of the Word document' },
  leftOutWhy: {
    id: 'import.left-out-why',
    defaultMessage: 'An answer holds text, lists, tables and links. If something of this belongs to an answer, write it there as text.',
  },
  missing: { id: 'import.missing', defaultMessage: 'Questions missing from the file' },
  missingWhy: { id: 'import.missing-why', defaultMessage: 'Their printed wording was not found. Their answers stay as they are.' },
  run: { id: 'import.run', defaultMessage: '{count, plural, =0 {Import} one {Import # answer} other {Import # answers}}' },
  noneChosen: { id: 'import.none-chosen', defaultMessage: 'No answer is chosen.' },
  noneToImport: {
    id: 'import.none-to-import',
    defaultMessage: 'There is nothing to import: every answer says this already, is accepted, or is empty in the file.',
  },
  running: { id: 'import.running', defaultMessage: 'Importing {done} of {of} answers' },
  runningWhy: { id: 'import.running-why', defaultMessage: 'Answers that are imported stay, even if you cancel.' },
  stop: { id: 'import.stop', defaultMessage: 'Cancel the import' },
  done: { id: 'import.done', defaultMessage: 'The import is done' },
  cancelled: { id: 'import.cancelled', defaultMessage: 'The import was cancelled' },
  cancelledWhy: {
    id: 'import.cancelled-why',
    defaultMessage:
      '{done} of {of} answers had been imported when you cancelled, and they stay. The record says which. To import the rest, choose the file again.',
  },
  lost: { id: 'import.lost', defaultMessage: 'The connection was lost during the import' },
  lostWhy: {
    id: 'import.lost-why',
    defaultMessage:
      '{done} of {of} answers are known to be imported, and they stay; it may be a few more. The record says which. Choose the file again: answers that already say it are left alone.',
  },
  seeForm: { id: 'import.see-form', defaultMessage: 'See the questionnaire' },
  again: { id: 'import.again', defaultMessage: 'Import another file' },
  notYours: { id: 'import.not-yours', defaultMessage: 'Coordinators import answers' },
  notYoursWhy: {
    id: 'import.not-yours-why',
    defaultMessage: 'Ask a coordinator of the lead agency to import the file, or write the answers yourself.',
  },
  notOpen: { id: 'import.not-open', defaultMessage: 'The round is approved' },
  notOpenWhy: {
    id: 'import.not-open-why',
    defaultMessage: 'Its answers can no longer be changed, so nothing can be imported. A coordinator may reopen an answer first.',
  },
});

type Fate = ImportPreview['answers'][number]['fate'];

export const fateWords = defineMessages({
  fill: { id: 'import.fate.fill', defaultMessage: 'Will be filled' },
  propose: { id: 'import.fate.propose', defaultMessage: 'Has text already: comes as a proposal' },
  same: { id: 'import.fate.same', defaultMessage: 'Already says this' },
  'nothing-found': { id: 'import.fate.nothing-found', defaultMessage: 'Empty in the file' },
  frozen: { id: 'import.fate.frozen', defaultMessage: 'Accepted: stays as it is' },
  'not-yours': { id: 'import.fate.not-yours', defaultMessage: 'Not open to you: stays as it is' },
  unreadable: { id: 'import.fate.unreadable', defaultMessage: 'Can’t be read at the moment: stays as it is' },
} as const satisfies Record<Fate, MessageDescriptor>);

/** Short enough to stand on a filter. */
export const fateFilterWords = defineMessages({
  fill: { id: 'import.filter.fill', defaultMessage: 'Will be filled' },
  propose: { id: 'import.filter.propose', defaultMessage: 'Proposals' },
  same: { id: 'import.filter.same', defaultMessage: 'Already says this' },
  'nothing-found': { id: 'import.filter.nothing-found', defaultMessage: 'Empty in the file' },
  frozen: { id: 'import.filter.frozen', defaultMessage: 'Accepted' },
  'not-yours': { id: 'import.filter.not-yours', defaultMessage: 'Not open to you' },
  unreadable: { id: 'import.filter.unreadable', defaultMessage: 'Can’t be read' },
} as const satisfies Record<Fate, MessageDescriptor>);

export const outcomeWords = defineMessages({
  filled: { id: 'import.outcome.filled', defaultMessage: 'Filled' },
  proposed: { id: 'import.outcome.proposed', defaultMessage: 'Came as a proposal' },
  same: { id: 'import.outcome.same', defaultMessage: 'Said this already' },
  refused: { id: 'import.outcome.refused', defaultMessage: 'Refused' },
});

type OutcomeReason = NonNullable<Extract<ImportProgress, { kind: 'report' }>['outcomes'][number]['reason']>;

/** Why imported text is not in the answer. */
export const outcomeReasonWords = defineMessages({
  'has-text': {
    id: 'import.reason.has-text',
    defaultMessage: 'The answer has text already. The imported text stands beside it as a proposal.',
  },
  'says-this': { id: 'import.reason.says-this', defaultMessage: 'The answer says this already.' },
  'nothing-found': { id: 'import.reason.nothing-found', defaultMessage: 'The file says nothing for this question.' },
  frozen: {
    id: 'import.reason.frozen',
    defaultMessage: 'The answer is accepted or was being decided on. Return or reopen it first.',
  },
  'not-yours': { id: 'import.reason.not-yours', defaultMessage: 'This answer is not open to you.' },
  unreadable: {
    id: 'import.reason.unreadable',
    defaultMessage: 'The answer can’t be read at the moment. Your administrator has been told. Import it again when it is repaired.',
  },
  'no-room': {
    id: 'import.reason.no-room',
    defaultMessage: 'There is no room for this text: the answer, or what waits beside it, is as long as it can be.',
  },
} as const satisfies Record<OutcomeReason, MessageDescriptor>);

/** What a note of the reader of files asks of a person. */
export const noteWords = defineMessages({
  'confirm-choice': {
    id: 'import.note.confirm-choice',
    defaultMessage: 'The file does not show which option is ticked. Somebody confirms it in the answer.',
  },
  'several-ticks': {
    id: 'import.note.several-ticks',
    defaultMessage: 'Several options are ticked where the form allows one. Somebody confirms which.',
  },
  'link-not-kept': {
    id: 'import.note.link-not-kept',
    defaultMessage: 'A link leads to an address that is not allowed. Its words are kept, the link is not.',
  },
  'lost-letters': {
    id: 'import.note.lost-letters',
    defaultMessage:
      'The program that saved the file wrote question marks in the place of letters. Correct them, or save the file again as UTF-8.',
  },
  'damaged-letters': {
    id: 'import.note.damaged-letters',
    defaultMessage: 'Characters of the file are damaged and stand as \ufffd. Correct them after the import.',
  },
  other: { id: 'import.note.other', defaultMessage: 'Look at this answer after the import.' },
});

/** What went wrong with a file, and what to do. */
export const importFailureWords = defineMessages({
  'import-empty': { id: 'import.failure.empty', defaultMessage: 'The file is empty' },
  'import-binary': { id: 'import.failure.binary', defaultMessage: 'The file is not a document that can be read' },
  'import-damaged': { id: 'import.failure.damaged', defaultMessage: 'The Word document is damaged' },
  'import-protected': { id: 'import.failure.protected', defaultMessage: 'The document is protected by a password' },
  'import-too-complex': { id: 'import.failure.too-complex', defaultMessage: 'The file is too large or complicated inside' },
  'import-wrong-kind': {
    id: 'import.failure.wrong-kind',
    defaultMessage:
      '{fileKind, select, old_word {This is an older Word document (.doc)} spreadsheet {This is a spreadsheet} presentation {This is a presentation} open_document {This is an OpenDocument file (.odt)} pdf {This is a PDF} rich_text {This is a rich text file (.rtf)} picture {This is a picture} archive {This is a packed folder} other {This is a file of another program}}',
  },
  'import-not-a-questionnaire': {
    id: 'import.failure.not-a-questionnaire',
    defaultMessage: 'The file does not look like this questionnaire',
  },
  'too-large': { id: 'import.failure.too-large', defaultMessage: 'The file is larger than {size}' },
  'import-expired': { id: 'import.failure.expired', defaultMessage: 'The preview is too old' },
  'round-not-open': { id: 'import.failure.round-not-open', defaultMessage: 'The round has been approved meanwhile' },
  unreachable: { id: 'import.failure.unreachable', defaultMessage: 'Chancery could not be reached' },
  other: { id: 'import.failure.other', defaultMessage: 'The file was not read' },
});

export const importAdviceWords = defineMessages({
  'import-empty': {
    id: 'import.advice.empty',
    defaultMessage: 'There is no text in it. No answer was changed. Choose the filled form.',
  },
  'import-binary': {
    id: 'import.advice.binary',
    defaultMessage: 'It is neither a Word document nor text. No answer was changed. Choose the filled form.',
  },
  'import-damaged': {
    id: 'import.advice.damaged',
    defaultMessage:
      'It is not whole, or was not made by a word processor. No answer was changed. Open it in Word, save it again, and choose that file.',
  },
  'import-protected': {
    id: 'import.advice.protected',
    defaultMessage:
      'Only somebody who knows the password can open it. No answer was changed. Take the password off in Word (File, Info, Protect Document) and choose the file again.',
  },
  'import-too-complex': {
    id: 'import.advice.too-complex',
    defaultMessage:
      'No form that people fill in is like that. No answer was changed. Choose the filled form alone, without what was attached to it.',
  },
  'import-wrong-kind': {
    id: 'import.advice.wrong-kind',
    defaultMessage:
      '{fileKind, select, old_word {No answer was changed. Open it in Word, save it as “Word document (.docx)”, and choose that file.} open_document {No answer was changed. Open it, save it as “Word 2007–365 (.docx)”, and choose that file.} rich_text {No answer was changed. Open it in Word, save it as “Word document (.docx)”, and choose that file.} pdf {A PDF cannot be read back. No answer was changed. Choose the Word document it was made from.} archive {No answer was changed. Unpack it and choose the form in it.} other {No answer was changed. Choose the filled form as a Word document (.docx), Markdown or plain text.}}',
  },
  'import-not-a-questionnaire': {
    id: 'import.advice.not-a-questionnaire',
    defaultMessage:
      '{matched, plural, =0 {None of its questions was} one {Only one of its questions was} other {Only # of its questions were}} found in it. No answer was changed. Check that it is the filled form of this round, with the printed questions in it.',
  },
  'too-large': {
    id: 'import.advice.too-large',
    defaultMessage: 'It may hold pictures, which are not imported. No answer was changed. Save a copy without them and choose that copy.',
  },
  'import-expired': {
    id: 'import.advice.expired',
    defaultMessage: 'A preview is kept for an hour, and can be imported once. No answer was changed. Choose the file again.',
  },
  'round-not-open': {
    id: 'import.advice.round-not-open',
    defaultMessage: 'Its answers can no longer be changed, and none was. A coordinator may reopen an answer first.',
  },
  unreachable: {
    id: 'import.advice.unreachable',
    defaultMessage: 'No answer was changed. Check your connection, then choose the file again.',
  },
});

type LeftOutKind = ImportPreview['leftOut'][number]['what'];

/** What a Word document holds beside text, and how many. */
export const leftOutWords = defineMessages({
  'tracked-change': {
    id: 'import.left-out.tracked-change',
    defaultMessage:
      '{count, plural, one {# tracked change: the text was read as if it were accepted} other {# tracked changes: the text was read as if all were accepted}}',
  },
  comment: { id: 'import.left-out.comment', defaultMessage: '{count, plural, one {# comment} other {# comments}}' },
  footnote: { id: 'import.left-out.footnote', defaultMessage: '{count, plural, one {# footnote} other {# footnotes}}' },
  endnote: { id: 'import.left-out.endnote', defaultMessage: '{count, plural, one {# endnote} other {# endnotes}}' },
  'text-box': { id: 'import.left-out.text-box', defaultMessage: '{count, plural, one {# text box} other {# text boxes}}' },
  picture: { id: 'import.left-out.picture', defaultMessage: '{count, plural, one {# picture} other {# pictures}}' },
  chart: { id: 'import.left-out.chart', defaultMessage: '{count, plural, one {# chart} other {# charts}}' },
  diagram: { id: 'import.left-out.diagram', defaultMessage: '{count, plural, one {# diagram} other {# diagrams}}' },
  equation: { id: 'import.left-out.equation', defaultMessage: '{count, plural, one {# equation} other {# equations}}' },
  'embedded-object': {
    id: 'import.left-out.embedded-object',
    defaultMessage: '{count, plural, one {# object of another program} other {# objects of other programs}}',
  },
  'inserted-file': {
    id: 'import.left-out.inserted-file',
    defaultMessage: '{count, plural, one {# inserted file} other {# inserted files}}',
  },
  'hidden-text': {
    id: 'import.left-out.hidden-text',
    defaultMessage: '{count, plural, one {# piece of hidden text} other {# pieces of hidden text}}',
  },
  link: {
    id: 'import.left-out.link',
    defaultMessage:
      '{count, plural, one {# link to an address that is not allowed: its words are kept} other {# links to addresses that are not allowed: their words are kept}}',
  },
  contents: { id: 'import.left-out.contents', defaultMessage: '{count, plural, one {# table of contents} other {# tables of contents}}' },
  'page-margin': { id: 'import.left-out.page-margin', defaultMessage: 'The heads and feet of the pages' },
  macros: { id: 'import.left-out.macros', defaultMessage: 'The macros: nothing of them was run' },
  other: { id: 'import.left-out.other', defaultMessage: '{count, plural, one {# other thing} other {# other things}}' },
} as const satisfies Record<LeftOutKind | 'other', MessageDescriptor>);

export const exportWords = defineMessages({
  detail: { id: 'exports.detail', defaultMessage: 'Download the form and its record as files.' },
  unfinished: {
    id: 'exports.unfinished',
    defaultMessage: '{accepted} of {of} answers are accepted. The files hold the others as they stand now, and nobody vouches for those.',
  },
  acceptedNotApproved: {
    id: 'exports.accepted-not-approved',
    defaultMessage: 'All {of} answers are accepted. The authorized respondent has not approved the round yet.',
  },
  approved: { id: 'exports.approved', defaultMessage: 'The round is approved. The files hold exactly what was signed.' },
  download: { id: 'exports.download', defaultMessage: 'Download {name}' },
  notYours: { id: 'exports.not-yours', defaultMessage: 'The whole form is not open to you' },
  notYoursWhy: {
    id: 'exports.not-yours-why',
    defaultMessage:
      'In this round an agency reads only the questions assigned to it. Coordinators, the authorized respondent and observers export the form.',
  },
});

export const formatWords = defineMessages({
  docx: { id: 'exports.docx', defaultMessage: 'Word' },
  pdf: { id: 'exports.pdf', defaultMessage: 'PDF' },
  md: { id: 'exports.md', defaultMessage: 'Markdown' },
  json: { id: 'exports.json', defaultMessage: 'JSON' },
  record: { id: 'exports.record', defaultMessage: 'Record' },
});

export const formatPurposeWords = defineMessages({
  docx: {
    id: 'exports.docx.purpose',
    defaultMessage:
      'The form as it is sent: laid out like the printed questionnaire, to read, print and attach to a letter. It can be imported again.',
  },
  pdf: {
    id: 'exports.pdf.purpose',
    defaultMessage: 'The same pages for reading: they look alike everywhere, and a screen reader finds headings, lists and tables.',
  },
  md: {
    id: 'exports.md.purpose',
    defaultMessage: 'Plain text that opens anywhere and can be imported again, into this round or the next one.',
  },
  json: {
    id: 'exports.json.purpose',
    defaultMessage: 'Questions and answers for other programs, word for word.',
  },
  record: {
    id: 'exports.record.purpose',
    defaultMessage: 'Every decision with who made it and when, and the answers they are about. It can be checked without Chancery.',
  },
});
