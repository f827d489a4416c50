import { isLoopback } from './clientAddress.ts';

/** True for a host, bare or as it stands in an address, that no other machine can reach. */
export function isThisMachine(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '');
  return bare === 'localhost' || isLoopback(bare);
}
