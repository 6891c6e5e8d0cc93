// The way to one proposal of the answer on the screen (its list opened, into sight, and the focus on it), and away from one that is settled.

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

/** Takes the focus before the proposal is gone: to another one, or else to the page. */
export function leaveProposal(proposal: string): void {
  const element = document.getElementById(proposalElement(proposal));
  const other = element?.nextElementSibling ?? element?.previousElementSibling;
  const next = other instanceof HTMLElement ? other : document.getElementById('page');
  // A dialog that closes gives the focus back first.
  requestAnimationFrame(() => next?.focus({ preventScroll: true }));
}
