import { z } from 'zod';
import { calendarDay, instantAt } from '../rules/index.ts';
import { ConfigError } from './configError.ts';

const demoLibraries = ['direct', 'sip2'] as const;

/** How the demo is rehearsed. */
export type DemoConfig = {
  /** The moment at which the rehearsal clock starts; `null` for the real time. */
  readonly demoNow: Date | null;
  /** Whether the demo's readers are asked directly, or over SIP2 from a server in this process. */
  readonly demoLibrary: (typeof demoLibraries)[number];
};

export const demoVariables = {
  DEMO_NOW: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'write YYYY-MM-DDTHH:MM, the time in the library')
    .optional(),
  DEMO_LIBRARY: z.enum(demoLibraries).default('direct'),
};

type Variables = z.output<z.ZodObject<typeof demoVariables>>;

/** Throws a `ConfigError` for a moment that never was. */
export function demoConfig({ DEMO_NOW: now, DEMO_LIBRARY: demoLibrary }: Variables): DemoConfig {
  return { demoNow: now ? momentOf(now) : null, demoLibrary };
}

/** Throws a `ConfigError` when a library with real readers is told to rehearse. */
export function refuseRehearsal({ DEMO_NOW: now, DEMO_LIBRARY: demoLibrary }: Variables): void {
  if (now) {
    throw new ConfigError(
      'CONFIG_DEMO_CLOCK',
      'DEMO_NOW: a real library keeps the real time. Take the variable out.',
    );
  }
  if (demoLibrary !== 'direct') {
    throw new ConfigError(
      'CONFIG_DEMO_LIBRARY',
      'DEMO_LIBRARY: the demo has no place beside real readers. Take the variable out, and name the ' +
        'library system in manifest/library.yml.',
    );
  }
}

function momentOf(wallTime: string): Date {
  const [day = '', time = ''] = wallTime.split('T');
  try {
    return instantAt(calendarDay(day), time);
  } catch (cause) {
    throw new ConfigError('CONFIG_INVALID', `DEMO_NOW: there is no ${wallTime}.`, { cause });
  }
}
