import type { IncomingMessage } from 'node:http';
import { DirectLineError } from './directLineError.ts';

/**
 * The number of the first activity a client has not seen: null when it gives no watermark, 0 when the
 * watermark is empty. Throws a `DirectLineError` when it is none of ours.
 */
export function readWatermark(request: IncomingMessage): number | null {
  const [, query = ''] = (request.url ?? '').split('?', 2);
  const watermark = new URLSearchParams(query).get('watermark');
  if (watermark === null) return null;
  if (watermark === '') return 0;
  if (!/^\d{1,7}$/.test(watermark)) throw new DirectLineError('watermarkMalformed');
  return Number(watermark);
}
