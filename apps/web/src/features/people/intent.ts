// What somebody may want to do on the page of people: each opens one dialog.
import type { Agency, Member } from './members-by-agency.ts';

export type Intent =
  | { readonly kind: 'invite'; readonly agency: Agency }
  | { readonly kind: 'invite-again'; readonly member: Member }
  | { readonly kind: 'change-member'; readonly member: Member }
  | { readonly kind: 'remove-member'; readonly member: Member }
  | { readonly kind: 'add-agency' }
  | { readonly kind: 'rename-agency'; readonly agency: Agency }
  | { readonly kind: 'remove-agency'; readonly agency: Agency };
