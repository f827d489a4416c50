import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

export class TrustedProxyError extends Error {
  readonly code = 'TRUSTED_PROXY_INVALID';

  constructor(entry: string) {
    super(
      `"${entry}" is neither an IP address nor a network such as 10.0.0.0/8. Correct the list of trusted proxies.`,
    );
    this.name = 'TrustedProxyError';
  }
}

const compiled = new WeakMap<readonly string[], BlockList>();
const loopback = blockListOf(['127.0.0.0/8', '::1']);

/**
 * The address a request came from: the peer itself unless it is a trusted proxy, then the right-most
 * hop of `X-Forwarded-For` that is none. Whatever stands further left was written by the sender.
 * `trustedProxies` holds addresses and networks; throws a `TrustedProxyError` for any other entry.
 */
export function clientAddress(req: IncomingMessage, trustedProxies: readonly string[]): string {
  const proxies = proxyList(trustedProxies);
  let address = plainAddress(req.socket.remoteAddress ?? '');
  for (const hop of forwardedHops(req).reverse()) {
    if (!contains(proxies, address)) break;
    if (isIP(hop) === 0) break;
    address = hop;
  }
  return address;
}

/** Compiles the list once for each array. Throws a `TrustedProxyError`. */
export function proxyList(trustedProxies: readonly string[]): BlockList {
  let list = compiled.get(trustedProxies);
  if (!list) {
    list = blockListOf(trustedProxies);
    compiled.set(trustedProxies, list);
  }
  return list;
}

/** Tells whether an address is in one of the networks. Throws a `TrustedProxyError` for a bad entry. */
export function networkTest(networks: readonly string[]): (address: string) => boolean {
  const list = blockListOf(networks);
  return (address) => contains(list, plainAddress(address));
}

export function isLoopback(address: string): boolean {
  return contains(loopback, plainAddress(address));
}

function forwardedHops(req: IncomingMessage): string[] {
  return [req.headers['x-forwarded-for'] ?? []]
    .flat()
    .join(',')
    .split(',')
    .map((hop) => plainAddress(withoutPort(hop.trim())));
}

/** Some proxies write `192.0.2.1:4711` or `[2001:db8::1]:4711`. */
function withoutPort(hop: string): string {
  return /^\[(.+)\](?::\d+)?$/.exec(hop)?.[1] ?? /^([\d.]+):\d+$/.exec(hop)?.[1] ?? hop;
}

/** A dual-stack socket shows an IPv4 peer as ::ffff:192.0.2.1. */
function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');
}

function contains(list: BlockList, address: string): boolean {
  const version = isIP(address);
  return version !== 0 && list.check(address, version === 6 ? 'ipv6' : 'ipv4');
}

function blockListOf(entries: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of entries) {
    const [address = '', prefix] = entry.split('/');
    const version = isIP(address);
    const bits = prefix === undefined ? undefined : Number(prefix);
    const longest = version === 6 ? 128 : 32;
    const isPrefix = bits === undefined || (/^\d+$/.test(prefix ?? '') && bits <= longest);
    if (version === 0 || !isPrefix) throw new TrustedProxyError(entry);
    const family = version === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, bits, family);
  }
  return list;
}
