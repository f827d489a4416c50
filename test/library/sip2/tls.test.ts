import { describe, expect, it } from 'vitest';
import { sip2Accounts, sip2Client, sip2Server } from './sip2World.ts';
import { selfMadeCertificate } from './selfMadeCertificate.ts';

const trusted = selfMadeCertificate();
const stranger = selfMadeCertificate();
const refused = expect.objectContaining({ code: 'SIP2_CONNECT_FAILED' });

describe('a SIP2 client that speaks TLS', () => {
  it('asks a server whose certificate it was told to trust', async () => {
    const server = await sip2Server({ tls: trusted });
    const client = sip2Client(server, { tls: { ca: trusted.cert } });
    expect(await client.patron('200100002', 'haslo2')).toMatchObject({ isPasswordRight: true });
  });

  it('is what the setting of the library asks for', async () => {
    const server = await sip2Server({ tls: trusted });
    const accounts = sip2Accounts(server, { tls: { ca: trusted.cert } });
    expect(await accounts.authenticate('200100002', 'haslo2')).toMatchObject({
      outcome: 'authenticated',
    });
  });

  it.each([
    ['signed by somebody else', { ca: stranger.cert }],
    ['that no public authority signed', {}],
    ['made out to another name', { ca: trusted.cert, servername: 'sip2.example.org' }],
  ])('sends nothing to a server with a certificate %s', async (_, tls) => {
    const server = await sip2Server({ tls: trusted });
    await expect(sip2Client(server, { tls }).patron('200100002', 'haslo2')).rejects.toEqual(
      refused,
    );
    expect(server.received).toEqual([]);
  });

  it('does not fall back to a server that speaks in the clear', async () => {
    const server = await sip2Server();
    const client = sip2Client(server, { tls: { ca: trusted.cert } });
    await expect(client.patron('200100002', 'haslo2')).rejects.toEqual(refused);
    expect(server.received.map(({ code }) => code)).not.toContain('63');
  });
});
