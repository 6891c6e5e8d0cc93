// What somebody may want to do on the page of people: each opens one dialog.
import type { Role } from '@chancery/domain';
import type { ListedAgency, ListedMember } from './members-by-agency.ts';

export type Intent =
  | { readonly kind: 'invite'; readonly agency: ListedAgency }
  | { readonly kind: 'invite-again'; readonly member: ListedMember }
  | { readonly kind: 'confirm-member'; readonly member: ListedMember; readonly role: Role }
  | { readonly kind: 'change-member'; readonly member: ListedMember }
  | { readonly kind: 'correct-person'; readonly member: ListedMember }
  | { readonly kind: 'remove-member'; readonly member: ListedMember }
  | { readonly kind: 'add-agency' }
  | { readonly kind: 'rename-agency'; readonly agency: ListedAgency }
  | { readonly kind: 'remove-agency'; readonly agency: ListedAgency }
  | { readonly kind: 'give-lead'; readonly agency: ListedAgency }
  | { readonly kind: 'read-along' };
