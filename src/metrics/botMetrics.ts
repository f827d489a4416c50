import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { AuditRow } from '../codes/index.ts';

/** What is true at the moment of a look, asked of the parts that know; `null` while they cannot tell. */
export type LiveFacts = {
  readonly codesLoaded: number | null;
  readonly codesLeft: number | null;
  /** Readers who wait for a draw. */
  readonly waiting: number | null;
  readonly canSave: boolean;
  readonly isPaused: boolean | null;
  readonly isLibraryAvailable: boolean;
};

export type AnsweredRequest = {
  readonly method: string;
  /** A route pattern, never an address. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
};

/** Counts what happens since the process started. Labels are words of our own: they can name nobody. */
export type BotMetrics = {
  /** Endings of journeys, their reasons, and sign-ins, as the audit hears of them. */
  countRow(row: Pick<AuditRow, 'event' | 'details'>): void;
  countError(event: string): void;
  countRequest(request: AnsweredRequest): void;
  totals(): Promise<{
    readonly signIns: number;
    readonly signInsRefused: number;
    readonly errors: number;
    readonly refusals: Readonly<Record<string, number>>;
  }>;
  /** All figures in Prometheus' text format, version 0.0.4. */
  text(facts: LiveFacts): Promise<string>;
  readonly contentType: string;
};

export function createBotMetrics(): BotMetrics {
  const registry = new Registry();
  const registers = [registry];
  const events = new Counter({
    name: 'legimi_events_total',
    help: 'Endings of journeys, sign-ins and acts of staff, by the name they have in the audit',
    labelNames: ['event'],
    registers,
  });
  const refusals = new Counter({
    name: 'legimi_refusals_total',
    help: 'Reasons for which checks and claims were refused',
    labelNames: ['reason'],
    registers,
  });
  const errors = new Counter({
    name: 'legimi_errors_total',
    help: 'Errors in the log, by event',
    labelNames: ['event'],
    registers,
  });
  const requests = new Histogram({
    name: 'legimi_http_request_duration_seconds',
    help: 'Requests by method, route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  });
  const gauges = Object.entries(liveGauges).map(([fact, [name, help]]) => ({
    // The table below has exactly the names of the facts.
    fact: fact as keyof LiveFacts,
    gauge: new Gauge({ name, help, registers }),
  }));

  return {
    contentType: registry.contentType,
    countRow({ event, details }) {
      events.inc({ event });
      const reasons = event.endsWith('.refused') ? details['reasons'] : undefined;
      if (typeof reasons !== 'string') return;
      for (const reason of reasons.split(' ')) refusals.inc({ reason });
    },
    countError: (event) => errors.inc({ event }),
    countRequest: ({ seconds, status, ...labels }) =>
      requests.observe({ ...labels, status: String(status) }, seconds),
    async totals() {
      const byEvent = await sums(events, 'event');
      return {
        signIns: byEvent['signIn.signedIn'] ?? 0,
        signInsRefused: byEvent['signIn.passwordRefused'] ?? 0,
        errors: Object.values(await sums(errors, 'event')).reduce((sum, one) => sum + one, 0),
        refusals: await sums(refusals, 'reason'),
      };
    },
    text(facts) {
      for (const { fact, gauge } of gauges) gauge.set(Number(facts[fact] ?? NaN));
      return registry.metrics();
    },
  };
}

const liveGauges: Readonly<Record<keyof LiveFacts, readonly [name: string, help: string]>> = {
  codesLoaded: ['legimi_codes_loaded', 'Codes loaded for the current month'],
  codesLeft: ['legimi_codes_left', 'Codes of the current month that nobody has'],
  waiting: ['legimi_waiting', 'Readers who wait for the draw'],
  canSave: ['legimi_can_save', '1 while claims can be made durable'],
  isPaused: ['legimi_paused', '1 while staff hold codes back'],
  isLibraryAvailable: ['legimi_library_available', '1 while the library system answers'],
};

async function sums<Label extends string>(
  counter: Counter<Label>,
  label: Label,
): Promise<Record<string, number>> {
  const { values } = await counter.get();
  return Object.fromEntries(values.map(({ labels, value }) => [String(labels[label]), value]));
}
