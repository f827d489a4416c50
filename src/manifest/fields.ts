import { z } from 'zod';
import { calendarDay, type CalendarDay } from '../rules/index.ts';

/** Kinds of values an operator writes in a manifest. Each says what to write when it is wrong. */

export const line = z.string().trim().min(1, 'Write something here, or take the key out');

export const httpsAddress = z.url({
  protocol: /^https$/,
  error: 'Write a full address, for example https://www.example.org/page',
});

/** Scheme, host and port, as a browser sends it in the `Origin` header. */
export const httpsOrigin = z.string().refine(isHttpsOrigin, {
  error: 'Write the https:// origin only, no path or slash at the end: https://www.example.org',
});

function isHttpsOrigin(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { origin, protocol } = new URL(address);
  return origin === address && protocol === 'https:';
}

/** An origin of a system in the library's own network; without https only on this very machine. */
export const systemAddress = z.string().refine(isSystemAddress, {
  error: 'Write the https:// origin only, without a path: https://koha.example.org',
});

function isSystemAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { origin, protocol, hostname } = new URL(address);
  const isHere = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  return origin === address && (protocol === 'https:' || (protocol === 'http:' && isHere));
}

export const path = z
  .string()
  .regex(/^\/[a-z0-9/-]*$/, 'Write a path of this server in small letters, for example /privacy');

export const machineName = z
  .string()
  .regex(/^[a-z][a-z0-9]*$/, 'Write the machine name in small letters, for example demo');

const colourHint = "Write a colour as '#rrggbb', in quotes, for example '#1f5b4e'";
/** Without quotes YAML reads it as a comment. */
export const colour = z.string(colourHint).regex(/^#[\da-f]{6}$/i, colourHint);

export const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write the time as HH:MM, from 00:00 to 23:59');

export const day = z.string().transform((text, context): CalendarDay => {
  try {
    return calendarDay(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'Write a day of the calendar as YYYY-MM-DD' });
    return z.NEVER;
  }
});

/** `MM-DD`. Read in a leap year, so that 02-29 may be written. */
export const dayOfYear = z.string().refine(
  (text) => {
    try {
      return calendarDay(`2024-${text}`) !== null;
    } catch {
      return false;
    }
  },
  { error: 'Write a day of the year as MM-DD, for example 01-31' },
);

export const count = z.int('Write a whole number').min(0, 'Write 0 or more');
export const positive = z.int('Write a whole number').min(1, 'Write 1 or more');
