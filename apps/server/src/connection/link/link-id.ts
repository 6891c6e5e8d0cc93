// Owns the id of a link: it names the server that holds the link, and cannot be guessed.
import { randomBytes } from 'node:crypto';

const secretBytes = 24;

/** The id of a new link on the server `node`. */
export function newLinkId(node: string): string {
  return `${node}.${randomBytes(secretBytes).toString('base64url')}`;
}

/** The server that holds the link; null for what is no id of a link. */
export function nodeOfLink(link: string): string | null {
  const [node, secret] = link.split('.');
  return node === undefined || secret === undefined || node === '' ? null : node;
}
