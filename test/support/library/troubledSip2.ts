import { onTestFinished } from 'vitest';
import { servedPatron, startSip2Server } from '../../../src/library/index.ts';
import { cards, liar, password, type SystemState, type TroubledSystem } from './troubledSystem.ts';

/** @param patienceMs how long the program waits for an answer */
export async function troubledSip2(patienceMs: number): Promise<TroubledSystem> {
  const patrons = [
    ...cards.map((card) => servedPatron({ card, password, charged: 1 })),
    servedPatron({ card: liar, password, balance: '99.00', fines: 1 }),
  ];
  let server = await startSip2Server({ patrons });
  const { port } = server;
  let earlier = 0;
  onTestFinished(() => server.close());

  async function listen(isListening: boolean): Promise<void> {
    earlier += server.received.length;
    const kept = [...server.patrons.values()];
    await server.close();
    if (isListening) server = await startSip2Server({ patrons: kept, port });
  }
  let state: SystemState = 'well';

  return {
    variables: {},
    manifest:
      `system: sip2\nsip2:\n  host: 127.0.0.1\n  port: ${port}\n  institution: LPL\n` +
      `  connections: 2\n  readMs: ${patienceMs}\n  restMs: 1\nsnapshot:\n  maximumAgeDays: 35\n`,
    calls: () => earlier + server.received.length,
    async become(next) {
      if (next === 'down') await listen(false);
      else if (state === 'down') await listen(true);
      state = next;
      const { behaviour } = server;
      behaviour.answering = next === 'hanging' ? 'hold' : 'atOnce';
      behaviour.answersAbout = next === 'lying' ? liar : null;
      behaviour.delayMs = next === 'slow' ? Math.floor(patienceMs / 4) : 0;
      if (next === 'well') server.release();
    },
    restart: () => server.drop(),
    charge(number, amount) {
      const card = cards[number] ?? '';
      const balance = amount.toFixed(2);
      server.patrons.set(card, servedPatron({ card, password, balance, fines: 1 }));
    },
  };
}
