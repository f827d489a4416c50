import type { Log } from '../log.ts';
import type { BotMetrics } from './botMetrics.ts';

/** The log, which counts its errors and the requests it tells of. */
export function countingLog(
  log: Log,
  metrics: Pick<BotMetrics, 'countError' | 'countRequest'>,
): Log {
  const count = (fields: Parameters<Log['info']>[1] = {}): void => {
    const { method = 'none', route = 'none', status = 0, durationMs = 0 } = fields;
    metrics.countRequest({ method, route, status, seconds: durationMs / 1000 });
  };
  return {
    info(event, fields) {
      if (event === 'http.answered') count(fields);
      log.info(event, fields);
    },
    warn: (event, fields) => log.warn(event, fields),
    error(event, fields) {
      if (event === 'http.failed') count(fields);
      metrics.countError(event);
      log.error(event, fields);
    },
  };
}
