import { refuseForeignToken, refuseUnverifiedToken } from './channelToken.ts';
import { refuseUnusual, type Guard } from './guard.ts';
import type { SigningKeys } from './signingKeys.ts';

/** Channels on which a reader talks to the bot alone. */
const channels = ['directline', 'webchat', 'facebook'];

/** With an app id, only what the Bot Framework signed for this bot is let in. */
export function createAzureGuard(appId: string, keys: SigningKeys): Guard {
  return {
    admitRequest: (req) => refuseForeignToken(req.headers.authorization, appId),
    async admitActivity(req, activity) {
      const { channelId, serviceUrl } = activity;
      if (serviceUrl === '') return { status: 400, reason: 'ServiceUrlMissing' };
      if (!channels.includes(channelId)) return { status: 403, reason: 'ChannelNotAllowed' };
      const refusal =
        refuseUnusual(activity) ??
        (await refuseUnverifiedToken(req.headers.authorization, activity, { appId, keys }));
      return refusal ?? { serviceUrl };
    },
  };
}
