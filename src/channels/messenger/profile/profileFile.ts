import { z } from 'zod';

const payload = z
  .string()
  .regex(/^v1:[\w.]+$/, 'Write v1: and the id of an entry or intent, for example v1:faq.when');
const locale = z.string().min(1);

const menuLine = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('postback'), title: z.string().min(1).max(30), payload }),
  z.strictObject({
    type: z.literal('web_url'),
    title: z.string().min(1).max(30),
    url: z.url({ protocol: /^https$/ }),
  }),
]);

/**
 * `manifest/messenger-profile.json`, the Page's face on Messenger as the Profile API takes it: greeting,
 * "get started", questions of a new chat, menu.
 */
export const messengerProfile = z.strictObject({
  greeting: z.array(z.strictObject({ locale, text: z.string().min(1).max(160) })).min(1),
  get_started: z.strictObject({ payload }),
  ice_breakers: z
    .array(
      z.strictObject({
        locale,
        call_to_actions: z
          .array(z.strictObject({ question: z.string().min(1).max(80), payload }))
          .min(1)
          .max(4),
      }),
    )
    .optional(),
  persistent_menu: z
    .array(
      z.strictObject({
        locale,
        composer_input_disabled: z.literal(false, 'Readers must be able to type'),
        call_to_actions: z.array(menuLine).min(1).max(20),
      }),
    )
    .optional(),
});

export type MessengerProfile = z.output<typeof messengerProfile>;

/** Everything that the bot sets; whatever else the Page has is left alone. */
export const profileFields = [
  'greeting',
  'get_started',
  'ice_breakers',
  'persistent_menu',
] as const satisfies readonly (keyof MessengerProfile)[];

export type ProfileField = (typeof profileFields)[number];
