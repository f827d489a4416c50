import type { Clock } from '../../clock.ts';
import { networkOf } from '../../http/index.ts';

/** What one address may do. Networks of the library, where many readers share one, get ten times it. */
export type AddressLimits = {
  /** Counts a request for a token. Seconds to wait when it is one too many, null when it is fine. */
  takeToken(address: string): number | null;
  /** Counts an open socket. False when the address has too many. */
  openSocket(address: string): boolean;
  closeSocket(address: string): void;
  tidy(): void;
};

const minute = 60_000;
const hour = 60 * minute;
const tokensPerMinute = 10;
const tokensPerHour = 200;
const socketsAtOnce = 20;
const libraryFactor = 10;
/** So that an attacker with many addresses cannot fill the memory. */
const maximumAddresses = 10_000;

export function createAddressLimits(
  clock: Clock,
  isLibraryNetwork: (address: string) => boolean,
): AddressLimits {
  const tokensTaken = new Map<string, readonly number[]>();
  const sockets = new Map<string, number>();
  const factor = (address: string): number => (isLibraryNetwork(address) ? libraryFactor : 1);
  const lastHour = (key: string): readonly number[] => {
    const now = clock().getTime();
    return (tokensTaken.get(key) ?? []).filter((at) => now - at < hour);
  };

  return {
    takeToken(address) {
      const key = networkOf(address);
      const now = clock().getTime();
      const taken = lastHour(key);
      const wait = Math.max(
        untilFree(taken, tokensPerMinute * factor(address), minute, now),
        untilFree(taken, tokensPerHour * factor(address), hour, now),
      );
      tokensTaken.delete(key);
      tokensTaken.set(key, wait > 0 ? taken : [...taken, now]);
      const [longestUnseen] = tokensTaken.keys();
      if (tokensTaken.size > maximumAddresses && longestUnseen !== undefined) {
        tokensTaken.delete(longestUnseen);
      }
      return wait > 0 ? Math.ceil(wait / 1000) : null;
    },
    openSocket(address) {
      const key = networkOf(address);
      const count = sockets.get(key) ?? 0;
      if (count >= socketsAtOnce * factor(address)) return false;
      sockets.set(key, count + 1);
      return true;
    },
    closeSocket(address) {
      const key = networkOf(address);
      const count = sockets.get(key) ?? 0;
      if (count > 1) sockets.set(key, count - 1);
      else sockets.delete(key);
    },
    tidy() {
      for (const key of tokensTaken.keys()) {
        if (lastHour(key).length === 0) tokensTaken.delete(key);
      }
    },
  };
}

/** Milliseconds until one more fits among at most `most` within `period`; 0 when it fits now. */
function untilFree(taken: readonly number[], most: number, period: number, now: number): number {
  const blocking = taken.at(-most);
  return blocking === undefined ? 0 : Math.max(0, blocking + period - now);
}
