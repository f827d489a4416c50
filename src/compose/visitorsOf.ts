import type { IncomingMessage } from 'node:http';
import { clientAddress, networkTest } from '../http/index.ts';
import { chatWishes } from './chatWishes.ts';

/** What a request tells about the computer it came from. */
export type Visitors = {
  readonly addressOf: (request: IncomingMessage) => string;
  /** True for an address behind which many readers sit. */
  readonly isLibraryNetwork: (address: string) => boolean;
  /** True for a computer that many readers use, one after the other. */
  readonly isSharedComputer: (request: IncomingMessage) => boolean;
};

/** `trustedProxies` are believed when they say whom they speak for. */
export function visitorsOf(
  trustedProxies: readonly string[],
  libraryNetworks: readonly string[],
): Visitors {
  const addressOf = (request: IncomingMessage): string => clientAddress(request, trustedProxies);
  const isLibraryNetwork = networkTest(libraryNetworks);
  return {
    addressOf,
    isLibraryNetwork,
    isSharedComputer: (request) =>
      isLibraryNetwork(addressOf(request)) || chatWishes(request).isShared,
  };
}
