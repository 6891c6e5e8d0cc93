// The drawing and colour that stand beside each kind of entry.
import type { EntryKind } from '@chancery/domain';
import type { IconName } from '../../../ui/Icon.tsx';

interface EntryLook {
  readonly icon: IconName;
  readonly colour: string;
}

const plain = 'bg-sunken text-ink-soft';
const looks: Record<EntryKind, EntryLook> = {
  'round-opened': { icon: 'file', colour: plain },
  'round-changed': { icon: 'pencil', colour: plain },
  'agency-added': { icon: 'people', colour: plain },
  'agency-changed': { icon: 'people', colour: plain },
  'agency-removed': { icon: 'people', colour: plain },
  'lead-agency-changed': { icon: 'people', colour: 'bg-warning-tint text-warning' },
  'member-added': { icon: 'person', colour: plain },
  'member-named': { icon: 'person', colour: plain },
  'member-confirmed': { icon: 'check', colour: plain },
  'reading-granted': { icon: 'person', colour: 'bg-warning-tint text-warning' },
  'invitation-made': { icon: 'link', colour: plain },
  'account-activated': { icon: 'person', colour: plain },
  'person-changed': { icon: 'pencil', colour: plain },
  'member-changed': { icon: 'person', colour: plain },
  'member-removed': { icon: 'person', colour: plain },
  assigned: { icon: 'arrow-end', colour: 'bg-drafting-tint text-drafting' },
  imported: { icon: 'upload', colour: 'bg-drafting-tint text-drafting' },
  'query-raised': { icon: 'question', colour: 'bg-warning-tint text-warning' },
  'query-closed': { icon: 'check', colour: plain },
  'query-reopened': { icon: 'question', colour: 'bg-warning-tint text-warning' },
  cleared: { icon: 'check', colour: 'bg-cleared-tint text-cleared' },
  accepted: { icon: 'lock', colour: 'bg-accepted-tint text-accepted' },
  'no-answer': { icon: 'dash', colour: 'bg-accepted-tint text-accepted' },
  returned: { icon: 'history', colour: 'bg-warning-tint text-warning' },
  reopened: { icon: 'history', colour: 'bg-warning-tint text-warning' },
  approved: { icon: 'seal', colour: 'bg-sealed-tint text-sealed' },
  'approval-voided': { icon: 'warning', colour: 'bg-danger-tint text-danger' },
  sent: { icon: 'send', colour: 'bg-sealed-tint text-sealed' },
  'password-link-made': { icon: 'link', colour: plain },
  'account-disabled': { icon: 'lock', colour: 'bg-warning-tint text-warning' },
  'account-enabled': { icon: 'person', colour: plain },
};

/** How an entry of that kind is marked; a kind that this page does not know is a plain file. */
export function entryLook(kind: EntryKind): EntryLook {
  return Object.hasOwn(looks, kind) ? looks[kind] : looks['round-opened'];
}
