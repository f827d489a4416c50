import { createHash } from 'node:crypto';

/**
 * The order that a draw gives to `count` readers: at index 0 the one who is first, each named by the
 * position at which they joined, from 0. It depends on the seed and the count only, so whoever has the
 * audit can repeat it: a Fisher-Yates shuffle over the SHA-256 of `seed:0`, `seed:1`, …
 */
export function drawOrder(seed: string, count: number): readonly number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  const next = numbersFrom(seed);
  for (let last = count - 1; last > 0; last -= 1) {
    const chosen = next(last + 1);
    [order[last], order[chosen]] = [order[chosen] ?? 0, order[last] ?? 0];
  }
  return order;
}

const words = 0x1_0000_0000;

/** Whole numbers below a limit, each as likely as the others. */
function numbersFrom(seed: string): (below: number) => number {
  let counter = 0;
  return (below) => {
    // The last, incomplete stretch of the range would favour small numbers.
    const fair = words - (words % below);
    for (;;) {
      const digest = createHash('sha256').update(`${seed}:${counter}`).digest();
      counter += 1;
      const word = digest.readUInt32BE(0);
      if (word < fair) return word % below;
    }
  };
}
