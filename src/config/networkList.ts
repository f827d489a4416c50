import { isIP } from 'node:net';
import { z } from 'zod';
import { networkTest, TrustedProxyError } from '../http/index.ts';
import { ConfigError } from './configError.ts';

/** Bits of the widest network that somebody can own; a wider one holds strangers. */
const widestNetwork = { 4: 8, 6: 7 };

/** Addresses and networks, parted by commas. */
export const networkList = z
  .string()
  .default('')
  .transform((text) => text.split(',').flatMap((item) => item.trim() || []))
  .superRefine((entries, context) => {
    try {
      networkTest(entries);
    } catch (error) {
      if (!(error instanceof TrustedProxyError)) throw error;
      context.addIssue('write addresses or networks such as 10.0.0.0/8');
    }
  });

/** Throws a `ConfigError` that names `variable` when one of its networks holds strangers. */
export function refuseWideNetworks(variable: string, entries: readonly string[]): void {
  for (const entry of entries) {
    const [address = '', prefix] = entry.split('/');
    const widest = isIP(address) === 6 ? widestNetwork[6] : widestNetwork[4];
    if (prefix === undefined || Number(prefix) >= widest) continue;
    throw new ConfigError(
      'CONFIG_NETWORK_TOO_WIDE',
      `${variable}: ${entry} holds strangers, who could pretend any address or guess without a ` +
        'limit. Name your own networks only.',
    );
  }
}
