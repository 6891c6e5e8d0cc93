// The network address that a request counts for. What a client writes into X-Forwarded-For itself never decides it.
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP, isIPv6 } from 'node:net';

/** Whose word about the address is taken: that of so many proxies in a row, or of those in these networks. */
export type TrustedProxies =
  | { readonly kind: 'hops'; readonly hops: number }
  | { readonly kind: 'networks'; readonly networks: readonly string[] };

const maxHops = 10;

/** A number of hops, or addresses and networks (`10.0.0.0/8`) with commas between them; null for anything else. */
export function parseTrustedProxies(text: string): TrustedProxies | null {
  if (/^\d+$/.test(text)) return Number(text) <= maxHops ? { kind: 'hops', hops: Number(text) } : null;
  const networks = text.split(',').map((it) => it.trim());
  return networks.every((it) => partsOf(it) !== null) ? { kind: 'networks', networks } : null;
}

/** The address that a request is sent from, from the end of the connection and the header X-Forwarded-For. */
export type AddressOf = (request: Pick<IncomingMessage, 'socket'> | undefined, forwardedFor: string | undefined) => string;

/** Every proxy adds the address that it was asked from at the end: the first from there that no trusted proxy has is the client's. */
export function addressReader(trusted: TrustedProxies): AddressOf {
  const isTrusted = trustOf(trusted);
  return (request, forwardedFor) => {
    const peer = plainAddress(request?.socket.remoteAddress ?? '') ?? 'unknown';
    const forwarded = forwardedFor?.split(',').map((it) => plainAddress(it.trim())) ?? [];
    let address = peer;
    for (const [index, before] of forwarded.toReversed().entries()) {
      if (before === null || !isTrusted(address, index)) break;
      address = before;
    }
    return address;
  };
}

/** The part of an address that one client has: all of IPv4, the first half of IPv6, whose other half anyone may choose. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('::');
  const groups = head.split(':').filter(Boolean);
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').filter(Boolean).length;
  const all = [...groups, ...Array.from({ length: missing }, () => '0'), ...(tail ?? '').split(':').filter(Boolean)];
  return `${all.slice(0, 4).join(':')}::/64`;
}

function trustOf(trusted: TrustedProxies): (address: string, hop: number) => boolean {
  if (trusted.kind === 'hops') return (_, hop) => hop < trusted.hops;
  const list = new BlockList();
  for (const network of trusted.networks) {
    const parts = partsOf(network);
    if (parts !== null) list.addSubnet(parts.address, parts.bits, parts.family);
  }
  return (address) => isIP(address) !== 0 && list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

function partsOf(network: string): { readonly address: string; readonly bits: number; readonly family: 'ipv4' | 'ipv6' } | null {
  const match = /^([0-9a-fA-F.:]+)(?:\/(\d{1,3}))?$/.exec(network);
  const address = match?.[1] ?? '';
  if (isIP(address) === 0) return null;
  const [family, most] = isIPv6(address) ? (['ipv6', 128] as const) : (['ipv4', 32] as const);
  const bits = match?.[2] === undefined ? most : Number(match[2]);
  return bits <= most ? { address, bits, family } : null;
}

/** Without the port, the brackets and the zone that some proxies write, IPv4 as such; null for what is no address. */
function plainAddress(text: string): string | null {
  const bare = /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text;
  const address = (/^::ffff:([\d.]+)$/i.exec(bare)?.[1] ?? bare).split('%', 1)[0] ?? '';
  return isIP(address) === 0 ? null : address.toLowerCase();
}
