/** Writes instants as SIP2 does: the library's wall clock, `YYYYMMDD    HHMMSS`, blanks for "local". */
export function wallTimeWriter(timeZone: string): (instant: Date) => string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  return (instant) => {
    const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
    const join = (...types: Intl.DateTimeFormatPartTypes[]) =>
      types.map((type) => parts.get(type) ?? '').join('');
    return `${join('year', 'month', 'day')}    ${join('hour', 'minute', 'second')}`;
  };
}
