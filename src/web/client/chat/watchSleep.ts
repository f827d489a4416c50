const tick = 5_000;
/** A browser lets a page in the background tick once a minute. */
const longestTick = 90_000;

/**
 * Calls `onWake` when the computer has slept, with its lid closed or its battery saved: time went on and
 * the page's timers did not. Its connection may be dead by then without a sign.
 */
export function watchSleep(onWake: () => void): void {
  let last = Date.now();
  setInterval(() => {
    const now = Date.now();
    if (now - last > longestTick) onWake();
    last = now;
  }, tick);
}
