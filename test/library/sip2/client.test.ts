import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { servedPatron } from '../../../src/library/index.ts';
import { reader, sip2Client, sip2Server } from './sip2World.ts';

const code = (name: string) => expect.objectContaining({ code: name });

describe('a SIP2 client', () => {
  it('asks about a reader and reads the answer, also in pieces, with CRLF and fields reordered', async () => {
    const server = await sip2Server({
      behaviour: { pieces: 3, lineEnd: '\r\n', profile: 'b' },
    });
    const record = await sip2Client(server).patron('200100002', 'haslo2');
    expect(record).toMatchObject({ isKnown: true, isPasswordRight: true, balance: '12.50' });
    expect(record.name).toBe('G\u0119\u015bla Ja\u017a\u0144');
  });

  it('logs in and greets once a connection, and counts its messages', async () => {
    const server = await sip2Server({ login: { user: 'bot', password: 'botpwd' } });
    const login = { user: 'bot', password: 'botpwd', location: 'WEB' };
    const client = sip2Client(server, { login });
    for (let time = 0; time < 10; time += 1) await client.patron('200100002', 'haslo2');
    expect(server.connections).toBe(1);
    expect(server.received.map((one) => one.code + one.sequence)).toEqual(
      ['930', '991'].concat([2, 3, 4, 5, 6, 7, 8, 9, 0, 1].map((sequence) => `63${sequence}`)),
    );
  });

  it('says that its own login was refused', async () => {
    const server = await sip2Server({ login: { user: 'bot', password: 'botpwd' } });
    const login = { user: 'bot', password: 'wrong', location: '' };
    await expect(sip2Client(server, { login }).status()).rejects.toEqual(
      code('SIP2_LOGIN_REFUSED'),
    );
    await expect.poll(() => server.open).toBe(0);
  });

  it('asks nothing of a system that says it is off-line', async () => {
    const server = await sip2Server({ behaviour: { isOnline: false } });
    await expect(sip2Client(server).patron('200100002', 'haslo2')).rejects.toEqual(
      code('SIP2_OFFLINE'),
    );
    expect(server.received.map((one) => one.code)).toEqual(['99']);
  });

  it('asks with 23 where 63 is not served', async () => {
    const server = await sip2Server();
    const client = sip2Client(server, { message: 'patronStatus' });
    expect(await client.patron('200100002', 'haslo2')).toMatchObject({ balance: '12.50' });
    expect((await client.patron('200100002', 'wrong')).isPasswordRight).toBe(false);
    expect(server.received.at(-1)?.code).toBe('23');
  });

  it.each(['windows-1250', 'iso-8859-2', 'cp852'] as const)('speaks %s', async (charset) => {
    const patron = servedPatron({
      card: '1',
      password: 'za\u017c\u00f3\u0142\u0107',
      name: '\u0141\u0119cka',
    });
    const server = await sip2Server({ patrons: [patron], behaviour: { charset } });
    expect(await sip2Client(server, { charset }).patron('1', patron.password)).toMatchObject({
      isPasswordRight: true,
      name: '\u0141\u0119cka',
    });
  });

  it('lives with names whose letters the system lost', async () => {
    const patron = servedPatron({
      card: '1',
      password: 'a',
      name: '\u017b\u00f3\u0142kiewska \u0141ucja',
    });
    const server = await sip2Server({ patrons: [patron], behaviour: { charset: 'mangled' } });
    expect((await sip2Client(server).patron('1', 'a')).name).toBe('???kiewska ?ucja');
  });
});

describe('error detection', () => {
  it('asks for a broken answer again', async () => {
    const server = await sip2Server();
    const client = sip2Client(server);
    await client.status();
    server.behaviour.breakNext = 3;
    expect((await client.patron('200100002', 'haslo2')).isPasswordRight).toBe(true);
    expect(server.received.filter((one) => one.code === '97')).toHaveLength(3);
  });

  it('gives up when four answers are broken', async () => {
    const server = await sip2Server({ behaviour: { checksum: 'broken' } });
    await expect(sip2Client(server).status()).rejects.toEqual(code('SIP2_CONNECT_FAILED'));
    expect(server.received.filter((one) => one.code === '97')).toHaveLength(3);
  });

  it('sends a request again when the system asks for it, three times at most', async () => {
    const server = await sip2Server();
    const client = sip2Client(server);
    await client.status();
    server.behaviour.misreadNext = 3;
    expect((await client.patron('200100002', 'haslo2')).isPasswordRight).toBe(true);
    server.behaviour.misreadNext = 9;
    await expect(client.patron('200100002', 'haslo2')).rejects.toBeDefined();
  });

  it('does not use a connection again on which something was repeated', async () => {
    const server = await sip2Server();
    const client = sip2Client(server);
    await client.status();
    server.behaviour.misreadNext = 1;
    await client.patron('200100002', 'haslo2');
    await client.patron('200100002', 'haslo2');
    expect(server.connections).toBe(2);
  });

  it.each([
    ['none', 'checksumAbsent'],
    ['zero', 'checksumWrong'],
  ] as const)(
    'with checksum %s: "warn" takes it and says so, "off" takes it',
    async (checksum, doubt) => {
      const server = await sip2Server({ behaviour: { checksum } });
      const doubts: string[] = [];
      const onDoubt = (one: string) => void doubts.push(one);
      const ask = (verify: 'warn' | 'off' | 'strict') =>
        sip2Client(server, { verify, onDoubt }).patron('200100002', 'haslo2');
      expect((await ask('off')).isPasswordRight).toBe(true);
      expect(doubts).toEqual([]);
      expect((await ask('warn')).isPasswordRight).toBe(true);
      expect(doubts).toEqual([doubt, doubt]);
      await expect(ask('strict')).rejects.toEqual(code('SIP2_CONNECT_FAILED'));
    },
  );

  it('never takes an answer to another question, whatever is verified', async () => {
    const server = await sip2Server();
    for (const verify of ['strict', 'warn', 'off'] as const) {
      const client = sip2Client(server, { verify });
      await client.status();
      server.behaviour.repeats = true;
      await client.patron('200100002', 'haslo2').catch(() => undefined);
      server.behaviour.repeats = false;
      expect((await client.patron('200100002', 'wrong')).isPasswordRight).toBe(false);
    }
  });
});

describe('a system that fails', () => {
  it('is given up after the time limit, and its late answer meets nobody', async () => {
    const other = servedPatron({ card: '2', password: 'b' });
    const server = await sip2Server({ patrons: [reader, other] });
    const client = sip2Client(server, { readMs: 50 });
    await client.status();
    server.behaviour.answering = 'hold';
    await expect(client.patron('200100002', 'haslo2')).rejects.toEqual(code('SIP2_TIMEOUT'));
    server.behaviour.answering = 'atOnce';
    const next = client.patron('2', 'b');
    server.release();
    expect(await next).toMatchObject({ card: '2', isPasswordRight: true });
    expect(server.connections).toBe(2);
  });

  it('is reached again when it closed the silent connection', async () => {
    const server = await sip2Server({ behaviour: { idleMs: 20 } });
    const client = sip2Client(server);
    await client.status();
    await expect.poll(() => server.open).toBe(0);
    expect((await client.patron('200100002', 'haslo2')).isPasswordRight).toBe(true);
    expect(server.connections).toBe(2);
  });

  it('is asked once more when it closes a used connection instead of answering, and only once', async () => {
    const server = await sip2Server();
    const client = sip2Client(server);
    await client.status();
    server.behaviour.answering = 'hold';
    const asked = client.patron('200100002', 'haslo2');
    await expect.poll(() => server.received.at(-1)?.code).toBe('63');
    server.behaviour.answering = 'atOnce';
    server.drop();
    expect((await asked).isPasswordRight).toBe(true);
  });

  it('that closes a fresh connection is not asked again', async () => {
    const server = await sip2Server();
    const client = sip2Client(server);
    server.behaviour.answering = 'hold';
    const asked = client.patron('200100002', 'haslo2');
    await expect.poll(() => server.received.length).toBe(1);
    server.drop();
    await expect(asked).rejects.toEqual(code('SIP2_CONNECT_FAILED'));
    expect(server.connections).toBe(1);
  });

  it('and refuses connections is named with its address', async () => {
    const gone = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => gone.once('listening', resolve));
    const { port } = gone.address() as AddressInfo;
    await new Promise((resolve) => gone.close(resolve));
    await expect(sip2Client({ port }).status()).rejects.toEqual(
      expect.objectContaining({
        code: 'SIP2_CONNECT_FAILED',
        message: expect.stringContaining(`127.0.0.1:${port}`),
      }),
    );
  });

  it('and takes the connection without a word of TLS is given up within the time for connecting', async () => {
    const mute = createServer((socket) => socket.on('error', () => undefined).resume());
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    const { port } = mute.address() as AddressInfo;
    const client = sip2Client({ port }, { tls: {}, connectMs: 30, readMs: 60_000 });
    await expect(client.status()).rejects.toEqual(
      expect.objectContaining({
        code: 'SIP2_CONNECT_FAILED',
        message: expect.stringContaining('no connection within 30 ms'),
      }),
    );
    await new Promise((resolve) => mute.close(resolve));
  });

  it('is left alone after three failures, then tried by one question', async () => {
    const server = await sip2Server({ behaviour: { answering: 'silent' } });
    const client = sip2Client(server, { readMs: 20, breaker: { failures: 3, restMs: 60 } });
    for (let time = 0; time < 3; time += 1) {
      await expect(client.status()).rejects.toEqual(code('SIP2_TIMEOUT'));
    }
    await expect(client.status()).rejects.toEqual(code('SIP2_RESTING'));
    expect(server.connections).toBe(3);
    server.behaviour.answering = 'atOnce';
    await expect.poll(() => client.status().catch(() => null), { interval: 10 }).not.toBeNull();
    expect((await client.patron('200100002', 'haslo2')).isPasswordRight).toBe(true);
  });

  it('does not keep those waiting who stand behind the one it failed', async () => {
    const server = await sip2Server({ behaviour: { answering: 'silent' } });
    const client = sip2Client(server, { readMs: 100, breaker: { failures: 1, restMs: 60_000 } });
    const all = Array.from({ length: 30 }, () => client.status().catch((error) => error.code));
    const [first, ...others] = await Promise.all(all);
    expect(first).toBe('SIP2_TIMEOUT');
    expect(new Set(others).size).toBeGreaterThan(0);
    for (const other of others) expect(['SIP2_RESTING', 'SIP2_BUSY']).toContain(other);
    expect(server.connections).toBe(1);
  });
});

describe('connections', () => {
  it('are one where the system serves only one, however many ask', async () => {
    const server = await sip2Server({ behaviour: { isSingle: true } });
    const client = sip2Client(server);
    const all = Array.from({ length: 40 }, () => client.patron('200100002', 'haslo2'));
    for (const { isPasswordRight } of await Promise.all(all)) expect(isPasswordRight).toBe(true);
    expect(server.connections).toBe(1);
  });

  it('are never more than allowed', async () => {
    const server = await sip2Server();
    const client = sip2Client(server, { connections: 4 });
    await Promise.all(Array.from({ length: 80 }, () => client.patron('200100002', 'haslo2')));
    expect(server.connections).toBe(4);
  });

  it('end with the client, and what waits for them hears it', async () => {
    const server = await sip2Server();
    const client = sip2Client(server);
    await client.status();
    server.behaviour.answering = 'hold';
    const [asked, waiting] = [client.status(), client.status()];
    const both = Promise.allSettled([asked, waiting]);
    client.close();
    for (const one of await both) {
      expect(one).toEqual({ status: 'rejected', reason: code('SIP2_CLOSED') });
    }
    await expect.poll(() => server.open).toBe(0);
  });
});
