/** Waits until the program at `url` says that claims are made, or held. */
export async function claimsAre(url: string, state: 'ok' | 'held'): Promise<void> {
  for (;;) {
    const { claims } = (await (await fetch(`${url}/health`)).json()) as { claims: string };
    if (claims === state) return;
  }
}
