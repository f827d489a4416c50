export { createBotMetrics, type BotMetrics, type LiveFacts } from './botMetrics.ts';
export { countingLog } from './countingLog.ts';
export { startMetricsServer, type MetricsServer } from './metricsServer.ts';
