import type { Page } from 'playwright-core';

/**
 * Returns what makes the page's open sockets carry nothing more, though both their ends stay open. Call it
 * before the page opens any.
 */
export async function deadenSockets(page: Page): Promise<() => void> {
  const cuts: (() => void)[] = [];
  await page.routeWebSocket(/\/stream\?/, (near) => {
    const far = near.connectToServer();
    let isDead = false;
    cuts.push(() => (isDead = true));
    far.onMessage((message) => {
      if (!isDead) near.send(message);
    });
  });
  return () => cuts.splice(0).forEach((die) => die());
}
