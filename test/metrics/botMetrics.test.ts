import { describe, expect, onTestFinished, test } from 'vitest';
import { createLog } from '../../src/log.ts';
import {
  countingLog,
  createBotMetrics,
  startMetricsServer,
  type LiveFacts,
} from '../../src/metrics/index.ts';

const facts: LiveFacts = {
  codesLoaded: 410,
  codesLeft: 17,
  waiting: 3,
  canSave: true,
  isPaused: false,
  isLibraryAvailable: true,
};

describe('the figures of the bot', () => {
  test('count endings, sign-ins and every reason of a refusal from the audit', async () => {
    const metrics = createBotMetrics();
    metrics.countRow({ event: 'claimCode.issued', details: {} });
    metrics.countRow({
      event: 'claimCode.refused',
      details: { reasons: 'unpaid_fine pool_empty' },
    });
    metrics.countRow({ event: 'checkEligibility.refused', details: { reasons: 'unpaid_fine' } });
    metrics.countRow({ event: 'signIn.signedIn', details: {} });
    metrics.countRow({ event: 'signIn.passwordRefused', details: {} });
    expect(await metrics.totals()).toEqual({
      signIns: 1,
      signInsRefused: 1,
      errors: 0,
      refusals: { unpaid_fine: 2, pool_empty: 1 },
    });
    const text = await metrics.text(facts);
    expect(text).toContain('legimi_events_total{event="claimCode.issued"} 1');
    expect(text).toContain('legimi_refusals_total{reason="unpaid_fine"} 2');
    expect(text).toContain('legimi_codes_left 17');
    expect(text).toContain('legimi_paused 0');
  });

  test('say what is known while the codes cannot be read', async () => {
    const unread = { codesLoaded: null, codesLeft: null, waiting: null, isPaused: null };
    const text = await createBotMetrics().text({ ...facts, ...unread, canSave: false });
    expect(text).toContain('legimi_can_save 0');
    expect(text).toMatch(/legimi_codes_left Nan/i);
  });

  test('count errors and requests as the log tells of them, by pattern and not by address', async () => {
    const metrics = createBotMetrics();
    const log = countingLog(createLog('silent'), metrics);
    log.error('turn.failed', { channel: 'directline' });
    log.info('http.answered', {
      method: 'GET',
      route: '/login/:ticket',
      status: 200,
      durationMs: 30,
    });
    log.error('http.failed', { method: 'POST', route: '/login', status: 500, durationMs: 4 });
    log.warn('somethingOdd');
    expect(await metrics.totals()).toMatchObject({ errors: 2 });
    const text = await metrics.text(facts);
    expect(text).toMatch(/_count\{method="GET",route="\/login\/:ticket",status="200"\} 1/);
    expect(text).toContain('status="500"} 1');
  });

  test('have no label that could carry what a reader wrote', async () => {
    const metrics = createBotMetrics();
    metrics.countRow({
      event: 'claimCode.issued',
      details: { card: '200100042', text: 'moja karta', reasons: 'x' },
    });
    expect(await metrics.text(facts)).not.toMatch(/200100042|moja/);
  });
});

describe('the port for machines that watch', () => {
  async function start() {
    const server = await startMetricsServer({
      host: '127.0.0.1',
      port: 0,
      contentType: 'text/plain; version=0.0.4',
      metrics: async () => 'legimi_codes_left 17\n',
      health: async () => ({ claims: 'held' }),
    });
    onTestFinished(() => server.close());
    const get = (path: string, method = 'GET') =>
      fetch(`http://127.0.0.1:${server.port}${path}`, { method });
    return { server, get };
  }

  test('answers Prometheus, and tells health in the body only', async () => {
    const { get } = await start();
    const metrics = await get('/metrics');
    expect(metrics.headers.get('content-type')).toContain('version=0.0.4');
    expect(await metrics.text()).toBe('legimi_codes_left 17\n');
    const health = await get('/health');
    expect(health.status).toBe(200);
    expect(await health.json()).toEqual({ status: 'ok', claims: 'held' });
  });

  test('says that the bot is ready until it begins to stop', async () => {
    const { server, get } = await start();
    expect((await get('/ready')).status).toBe(200);
    server.drain();
    expect((await get('/ready')).status).toBe(503);
    expect((await get('/health')).status).toBe(200);
  });

  test('has nothing else', async () => {
    const { get } = await start();
    for (const path of ['/', '/metrics/', '/constructor', '/__proto__']) {
      expect((await get(path)).status, path).toBe(404);
    }
    expect((await get('/metrics', 'POST')).status).toBe(404);
  });
});
