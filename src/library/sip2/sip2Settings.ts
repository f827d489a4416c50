import { z } from 'zod';
import { charsets } from './protocol/charset.ts';

/**
 * How to reach a SIP2 system and how to read it, as it stands in a file. The bot's own password is no
 * part of it. README.md says for each what to ask the vendor.
 */
export const sip2Settings = z.strictObject({
  host: z.string().min(1),
  port: z.number().int().min(1).max(65_535).default(6001),
  /** `false`: in the clear, only for a VPN, stunnel or the machine itself. */
  tls: z
    .union([
      z.boolean(),
      z.strictObject({ ca: z.string().optional(), servername: z.string().optional() }),
    ])
    .default(false),
  /** `AO`. */
  institution: z.string().default(''),
  /** The SIP2 account of the bot, where the system wants a login. */
  login: z.strictObject({ user: z.string().min(1), location: z.string().default('') }).optional(),
  charset: z.enum(charsets).default('utf-8'),
  verify: z.enum(['strict', 'warn', 'off']).default('strict'),
  message: z.enum(['patronInformation', 'patronStatus']).default('patronInformation'),
  summary: z.enum(['none', 'charged', 'overdue', 'fines']).default('none'),
  connections: z.number().int().min(1).max(32).default(1),
  connectMs: z.number().int().min(1).default(3_000),
  readMs: z.number().int().min(1).default(8_000),
  restAfterFailures: z.number().int().min(1).default(3),
  restMs: z.number().int().min(1).default(15_000),
  /**
   * The whole shape of a card number. Keep it as narrow as the library's cards are: a system that
   * takes `0042` for `42` would give one reader two keys.
   */
  cardPattern: z
    .string()
    .refine(isPattern, 'write a regular expression such as [0-9]{6}')
    .default('[0-9A-Z]{1,32}'),
  /** `upper` writes letters of a card in capitals, because many systems do not tell them apart. */
  cardLetters: z.enum(['upper', 'asTyped']).default('upper'),
  currency: z.string().default('PLN'),
  /** What no `BV` means: nothing owed if the system counts no fines, nothing owed, or not known. */
  absentBalance: z.enum(['zeroWithoutFines', 'zero', 'unknown']).default('zeroWithoutFines'),
  /**
   * Where the library extends a card by so many months when it confirms the reader's data: the day of
   * confirmation is that long before the card expires. Without it SIP2 cannot tell.
   */
  monthsConfirmed: z.number().int().min(1).max(120).optional(),
  /** Whether a blocked, lost or expired card may not sign in. */
  refuseBlocked: z.boolean().default(true),
  /**
   * Whether to ask a second time with an invented password: systems accept any for a card without
   * one. Turn it off only when the vendor confirms that every card has a password.
   */
  refuseWithoutPassword: z.boolean().default(true),
});

/** As it is written, with defaults left out. */
export type Sip2SettingsInput = z.input<typeof sip2Settings>;
export type Sip2Settings = z.output<typeof sip2Settings>;

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u') !== null;
  } catch {
    return false;
  }
}
