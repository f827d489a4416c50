import type { Handle } from '../answer.ts';
import { DirectLineError } from '../directLineError.ts';
import type { Endpoint } from '../endpoint.ts';
import { readWatermark } from '../watermark.ts';

/**
 * What is newer than the watermark. A polling client goes deaf for ever on 5xx and 429, so neither is
 * sent here: when the store fails, the answer is that nothing is new.
 */
export function getActivities(endpoint: Endpoint): Handle {
  return async (request) => {
    const from = readWatermark(request) ?? 0;
    try {
      const conversation = await endpoint.authenticate.reachToRead(request, request.params.id);
      return { status: 200, body: conversation.feed.answerFrom(from) };
    } catch (error) {
      if (error instanceof DirectLineError) throw error;
      endpoint.log.error('directline.pollFailed', { error });
      return { status: 200, body: { activities: [], watermark: String(from) } };
    }
  };
}
