import type { DateReading } from '../../../../src/understanding/dates/index.ts';

/** Readings in the notation of the tables. */
export function shown(readings: readonly DateReading[]): string {
  return readings.map(shownOne).join('; ');
}

function shownOne(reading: DateReading): string {
  switch (reading.kind) {
    case 'date':
      return reading.start;
    case 'range':
      return `${reading.start ?? ''}..${reading.endExclusive ?? ''}`;
    case 'invalid':
      return `invalid ${shownReason(reading.reason)}`;
  }
}

function shownReason(reason: Extract<DateReading, { kind: 'invalid' }>['reason']): string {
  switch (reason.code) {
    case 'dayBeyondMonth':
      return `${reason.month}/${reason.days}`;
    case 'noSuchDay':
      return `day ${reason.day}`;
    case 'noSuchMonth':
      return `month ${reason.month}`;
    case 'endBeforeStart':
      return 'order';
  }
}
