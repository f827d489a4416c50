import { expect, onTestFinished, test } from 'vitest';
import { compose } from '../../src/compose/index.ts';
import { readConfig } from '../../src/config/index.ts';
import { listen, stop } from '../../src/server.ts';
import { startFakeKoha } from '../library/koha/support/fakeKoha.ts';
import { kohaReaders } from '../library/koha/support/kohaReaders.ts';
import { temporaryFolder } from '../storage/support/temporaryFolder.ts';
import { startApplication } from '../support/application.ts';
import { manifestWith } from '../support/manifestWith.ts';

const production = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://czat.example.org',
  TRUSTED_PROXIES: '127.0.0.1',
  KOHA_CLIENT_ID: 'bot-id',
  KOHA_CLIENT_SECRET: 'bot-secret',
};

async function withKoha(variables: Readonly<Record<string, string>>) {
  const koha = await startFakeKoha(Object.values(kohaReaders));
  onTestFinished(() => koha.close());
  const MANIFEST_DIR = await manifestWith({
    system: `system: koha\nkoha:\n  address: ${koha.address}\n  keepsLoanHistory: false`,
  });
  return { koha, variables: { ...variables, MANIFEST_DIR } };
}

test('a real library starts, and tells whether its system answers', async () => {
  const { koha, variables } = await withKoha(production);
  const DATA_DIR = await temporaryFolder();
  const config = readConfig(
    { ...variables, PORT: '1024', DATA_DIR, LOG_LEVEL: 'silent' },
    { root: process.cwd() },
  );
  expect(config.kind).toBe('library');
  const application = await compose(config);
  await listen(application.server, '127.0.0.1', 0);
  onTestFinished(async () => {
    await stop(application.server);
    await application.close();
  });
  const { port } = application.server.address();
  const health = async (): Promise<unknown> =>
    (
      await fetch(`http://127.0.0.1:${port}/health`, {
        headers: { 'X-Forwarded-Proto': 'https', 'X-Forwarded-For': '192.0.2.7' },
      })
    ).json();
  expect(await health()).toMatchObject({ status: 'ok', librarySystem: 'ok' });
  expect(koha.requests).toContain('GET /');
});

test('a Koha without the bot’s own key does not start, and frees the data folder', async () => {
  const { variables } = await withKoha({
    ...production,
    KOHA_CLIENT_ID: '',
    KOHA_CLIENT_SECRET: '',
  });
  const DATA_DIR = await temporaryFolder();
  const attempt = () =>
    compose(readConfig({ ...variables, DATA_DIR, LOG_LEVEL: 'silent' }, { root: process.cwd() }));
  await expect(attempt()).rejects.toMatchObject({ code: 'LIBRARY_NO_CREDENTIALS' });
  await expect(attempt()).rejects.toMatchObject({ code: 'LIBRARY_NO_CREDENTIALS' });
});

test('half of the key is refused at once', () => {
  const half = { ...production, KOHA_CLIENT_SECRET: '' };
  expect(() => readConfig(half, { root: process.cwd() })).toThrow(/KOHA_CLIENT_ID/);
});

test('the demo serves no real readers but those of this very machine', async () => {
  const MANIFEST_DIR = await manifestWith({
    system: 'system: koha\nkoha:\n  address: https://koha.example.org\n  keepsLoanHistory: false',
  });
  await expect(startApplication({ MANIFEST_DIR })).rejects.toMatchObject({
    code: 'CONFIG_REAL_SYSTEM_IN_DEMO',
  });
});
