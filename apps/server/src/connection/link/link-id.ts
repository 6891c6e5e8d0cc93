// The id of a link: it names the server that holds the link, and cannot be guessed.
import { randomBytes } from 'node:crypto';

const secretBytes = 24;

/** The id of a new link on this server. */
export function newLinkId(serverId: string): string {
  return `${serverId}.${randomBytes(secretBytes).toString('base64url')}`;
}

/** The server that holds the link; null for what is no id of a link. */
export function serverOfLink(link: string): string | null {
  const [serverId, secret] = link.split('.');
  return serverId === undefined || secret === undefined || serverId === '' ? null : serverId;
}
