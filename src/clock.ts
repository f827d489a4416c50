/** The current instant. Every part that needs time is handed one; nothing else calls `Date.now`. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

/**
 * A clock for rehearsals: it shows `start` at the moment of the call and runs on from there at
 * normal speed, so that staff can live through a release day.
 */
export function rehearsalClock(start: Date, real: Clock = systemClock): Clock {
  const offset = start.getTime() - real().getTime();
  return () => new Date(real().getTime() + offset);
}
