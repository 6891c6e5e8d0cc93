// Owns the way to one proposal of the answer on the screen: its list opened, into sight, and the focus on it.

/** Id of the element that shows a proposal. */
export function proposalElement(proposal: string): string {
  return `proposal-${proposal}`;
}

export function showProposal(proposal: string): void {
  const element = document.getElementById(proposalElement(proposal));
  const list = element?.closest('details');
  if (list !== null && list !== undefined) list.open = true;
  element?.scrollIntoView({ block: 'center' });
  element?.focus({ preventScroll: true });
}
