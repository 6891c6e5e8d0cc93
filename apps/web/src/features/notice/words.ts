// The words of notices: one sentence for each kind.
import { defineMessages, type MessageDescriptor } from 'react-intl';
import type { ResponseOf } from '@chancery/contract';

export type ListedNotice = ResponseOf<'listNotices'>['notices'][number];

export const noticeWords = defineMessages({
  mentioned: { id: 'notice.mentioned', defaultMessage: '{by} mentioned you in {question}.' },
  'query-addressed': { id: 'notice.query-addressed', defaultMessage: '{by} asks your agency about {question}.' },
  replied: { id: 'notice.replied', defaultMessage: '{by} replied on {question}.' },
  assigned: { id: 'notice.assigned', defaultMessage: '{by} assigned {question} to your agency.' },
  cleared: { id: 'notice.cleared', defaultMessage: '{by} cleared {question}.' },
  accepted: { id: 'notice.accepted', defaultMessage: '{by} accepted {question}.' },
  returned: { id: 'notice.returned', defaultMessage: '{by} returned {question} to you. {reason}' },
  reopened: { id: 'notice.reopened', defaultMessage: '{by} reopened {question}. {reason}' },
  'approval-voided': {
    id: 'notice.approval-voided',
    defaultMessage: '{by} reopened {question}: the approval of the round is void, and it must be approved again.',
  },
  approved: { id: 'notice.approved', defaultMessage: '{by} approved the round.' },
  'proposal-kept': { id: 'notice.proposal-kept', defaultMessage: 'Your words on {question} were kept as a proposal, since {reason}.' },
  'proposal-not-kept': {
    id: 'notice.proposal-not-kept',
    defaultMessage:
      'Your words on {question} could not be kept: too many of your proposals wait there already. Copy them from the page where you wrote them.',
  },
  'proposal-accepted': { id: 'notice.proposal-accepted', defaultMessage: '{by} put your words into {question}.' },
  'password-link-made': { id: 'notice.password-link-made', defaultMessage: '{by} made a link with which you can choose a new password.' },
  'member-named': {
    id: 'notice.member-named',
    defaultMessage: '{by} named {isAboutMe, select, true {you} other {{about}}} for {agency}. Somebody else has to confirm it.',
  },
  'member-confirmed': {
    id: 'notice.member-confirmed',
    defaultMessage: '{by} confirmed {isAboutMe, select, true {your role} other {the role of {about}}} for {agency}.',
  },
  'member-added': {
    id: 'notice.member-added',
    defaultMessage: '{by} let {isAboutMe, select, true {you} other {{about}}} take part for {agency}.',
  },
  'member-changed': {
    id: 'notice.member-changed',
    defaultMessage: '{by} changed {isAboutMe, select, true {your roles} other {the roles of {about}}} for {agency}.',
  },
  'member-removed': {
    id: 'notice.member-removed',
    defaultMessage: '{by} removed {isAboutMe, select, true {you} other {{about}}} from the round, for {agency}.',
  },
  'reading-granted': {
    id: 'notice.reading-granted',
    defaultMessage: '{by}, an administrator, made themselves an observer of the round.',
  },
  'invitation-made': {
    id: 'notice.invitation-made',
    defaultMessage: '{by} made a new one-time link for {isAboutMe, select, true {you} other {{about}}}. The one before has ended.',
  },
  'account-activated': { id: 'notice.account-activated', defaultMessage: '{about} of {agency} has chosen a password and come in.' },
  'person-changed': {
    id: 'notice.person-changed',
    defaultMessage: '{by} corrected how {isAboutMe, select, true {you are} other {{about} is}} named or reached.',
  },
  'agency-changed': { id: 'notice.agency-changed', defaultMessage: '{by} gave an agency another name: {agency}.' },
  'lead-agency-changed': {
    id: 'notice.lead-agency-changed',
    defaultMessage: '{by} gave the lead of the round to another agency: {agency}.',
  },
  'proposal-declined': { id: 'notice.proposal-declined', defaultMessage: '{by} declined your words on {question}: “{reason}”' },
} as const satisfies Record<ListedNotice['kind'], MessageDescriptor>);

/** Why words were kept as a proposal; any other reason is said in general. */
export const keptSinceWords = defineMessages({
  frozen: { id: 'notice.since-frozen', defaultMessage: 'the answer was accepted meanwhile' },
  'right-lost': { id: 'notice.since-right-lost', defaultMessage: 'you could no longer write in it' },
  'older-schema': { id: 'notice.since-older-schema', defaultMessage: 'your page was out of date' },
  'older-epoch': { id: 'notice.since-older-epoch', defaultMessage: 'its text was replaced meanwhile' },
  otherwise: { id: 'notice.since-otherwise', defaultMessage: 'they could not go into the answer' },
});

export const noticeListWords = defineMessages({
  title: { id: 'notices.title', defaultMessage: 'Notices' },
  markRead: { id: 'notices.mark-read', defaultMessage: 'Mark all as read' },
  none: { id: 'notices.none', defaultMessage: 'No notices yet' },
  noneWhy: {
    id: 'notices.none-why',
    defaultMessage: 'When somebody assigns, asks, clears or returns something of yours, it appears here.',
  },
  moreLikeThis: { id: 'notices.more-like-this', defaultMessage: '{count, plural, one {# more like this} other {# more like this}}' },
  unread: { id: 'notices.unread', defaultMessage: 'Unread:' },
  question: { id: 'notices.question', defaultMessage: 'question {number}' },
  aQuestion: { id: 'notices.a-question', defaultMessage: 'a question' },
});
