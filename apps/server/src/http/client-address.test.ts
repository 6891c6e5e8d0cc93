import { describe, expect, it } from 'vitest';
import { addressReader, networkOf, parseTrustedProxies, type TrustedProxies } from './client-address.ts';

const from = (remoteAddress: string) => ({ socket: { remoteAddress } }) as Parameters<ReturnType<typeof addressReader>>[0];
const hops = (count: number): TrustedProxies => ({ kind: 'hops', hops: count });

describe('the address of a client', () => {
  it('is the other end of the connection where no proxy is trusted, whatever the client claims', () => {
    expect(addressReader(hops(0))(from('203.0.113.7'), '10.0.0.1')).toBe('203.0.113.7');
    expect(addressReader(hops(0))(undefined, '10.0.0.1')).toBe('unknown');
  });

  it('is what the last of so many proxies was asked from, and nothing that stands before it', () => {
    expect(addressReader(hops(1))(from('10.0.0.1'), '203.0.113.7')).toBe('203.0.113.7');
    expect(addressReader(hops(1))(from('10.0.0.1'), '192.0.2.1, 203.0.113.7')).toBe('203.0.113.7');
    expect(addressReader(hops(2))(from('10.0.0.1'), '192.0.2.1, 203.0.113.7, 10.0.0.2')).toBe('203.0.113.7');
    expect(addressReader(hops(2))(from('10.0.0.1'), '203.0.113.7')).toBe('203.0.113.7');
    expect(addressReader(hops(2))(from('10.0.0.1'), undefined)).toBe('10.0.0.1');
  });

  it('is the first from the end that lies in no trusted network', () => {
    const read = addressReader({ kind: 'networks', networks: ['10.0.0.0/8', '2001:db8:1::/48', '192.0.2.9'] });
    expect(read(from('10.0.0.1'), '203.0.113.7, 192.0.2.9, 10.2.3.4')).toBe('203.0.113.7');
    expect(read(from('10.0.0.1'), '10.9.9.9, 203.0.113.7, 10.2.3.4')).toBe('203.0.113.7');
    expect(read(from('2001:db8:1::5'), '2001:db8:2::1')).toBe('2001:db8:2::1');
    expect(read(from('203.0.113.9'), '192.0.2.1')).toBe('203.0.113.9');
    expect(read(from('::ffff:10.0.0.1'), '203.0.113.7')).toBe('203.0.113.7');
  });

  it.each(['not an address', '', '<script>', '1.2.3', '256.1.1.1', 'unknown'])('is never "%s"', (claimed) => {
    expect(addressReader(hops(1))(from('10.0.0.1'), claimed)).toBe('10.0.0.1');
  });

  it('is read with the port and the brackets that some proxies write', () => {
    const read = addressReader(hops(1));
    expect(read(from('10.0.0.1'), '203.0.113.7:5123')).toBe('203.0.113.7');
    expect(read(from('10.0.0.1'), '[2001:DB8::1]:443')).toBe('2001:db8::1');
  });

  it('counts for all addresses that one client can take', () => {
    expect(networkOf('203.0.113.7')).toBe('203.0.113.7');
    expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0::/64');
    expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64');
    expect(networkOf('2001:db8:1:2::')).toBe('2001:db8:1:2::/64');
    expect(networkOf('unknown')).toBe('unknown');
  });
});

it.each([
  ['0', hops(0)],
  ['2', hops(2)],
  ['10.0.0.0/8, ::1', { kind: 'networks', networks: ['10.0.0.0/8', '::1'] }],
  ['11', null],
  ['-1', null],
  ['yes', null],
  ['10.0.0.0/33', null],
  ['10.0.0.0/8,', null],
  ['::1/129', null],
])('TRUST_PROXY "%s" is understood, or refused', (text, trusted) => {
  expect(parseTrustedProxies(text)).toEqual(trusted);
});
