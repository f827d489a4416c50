import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

/**
 * Who may import whom. A room is a folder or a file of `src`, or `dialogs`. `rooms` are the rooms it
 * may enter (through their index), `packages` the packages it may use beside Node's own modules.
 */
type Law = {
  readonly rooms: readonly string[];
  readonly packages: readonly string[];
  /** Pure rooms may not use Node's modules either, but for these. */
  readonly node?: readonly string[];
};

const anyNode = ['*'];

const laws: Readonly<Record<string, Law>> = {
  'src/rules': { rooms: [], packages: ['temporal-polyfill'], node: [] },
  'src/understanding': {
    rooms: [],
    packages: [
      '@microsoft/recognizers-text',
      '@microsoft/recognizers-text-date-time',
      '@microsoft/recognizers-text-number',
    ],
    node: ['node:crypto'],
  },
  'src/clock.ts': { rooms: [], packages: [], node: [] },
  'src/keyedQueue.ts': { rooms: [], packages: [], node: [] },
  'src/yamlFile.ts': { rooms: [], packages: ['yaml', 'zod'], node: anyNode },
  'src/text': {
    rooms: ['src/rules', 'src/yamlFile.ts'],
    packages: ['zod', 'intl-messageformat', '@formatjs/icu-messageformat-parser'],
    node: anyNode,
  },
  'src/training': {
    rooms: ['src/understanding', 'src/yamlFile.ts'],
    packages: ['zod', 'yaml'],
    node: anyNode,
  },
  'src/manifest': { rooms: ['src/rules', 'src/yamlFile.ts'], packages: ['zod'], node: anyNode },
  'src/storage': {
    rooms: ['src/clock.ts', 'src/keyedQueue.ts'],
    packages: ['lowdb', 'zod', 'botbuilder', 'pg'],
    node: anyNode,
  },
  'src/library': {
    rooms: ['src/rules', 'src/clock.ts', 'src/storage'],
    packages: ['lowdb', 'zod', 'iconv-lite'],
    node: anyNode,
  },
  'src/codes': {
    rooms: ['src/rules', 'src/library', 'src/clock.ts', 'src/storage', 'src/keyedQueue.ts'],
    packages: ['lowdb', 'zod'],
    node: anyNode,
  },
  'src/eligibility': {
    rooms: ['src/rules', 'src/library', 'src/codes', 'src/clock.ts'],
    packages: [],
    node: [],
  },
  'src/privacy': {
    rooms: ['src/rules', 'src/library', 'src/codes', 'src/clock.ts'],
    packages: [],
    node: [],
  },
  dialogs: {
    rooms: [
      'src/privacy',
      'src/rules',
      'src/understanding',
      'src/text',
      'src/library',
      'src/codes',
      'src/signin',
      'src/eligibility',
      'src/manifest',
    ],
    packages: ['botbuilder', 'botbuilder-dialogs'],
    node: [],
  },
  'src/log.ts': { rooms: [], packages: ['pino'], node: anyNode },
  'src/http': { rooms: ['src/log.ts'], packages: ['restify', 'zod', 'ws'], node: anyNode },
  'src/codedError.ts': { rooms: [], packages: [], node: [] },
  'src/startFailure.ts': {
    rooms: ['src/codedError.ts', 'src/storage'],
    packages: [],
    node: [],
  },
  'src/server.ts': { rooms: ['src/log.ts', 'src/http'], packages: ['restify'], node: anyNode },
  'src/signin': {
    rooms: ['src/library', 'src/clock.ts', 'src/text', 'src/http', 'src/log.ts', 'src/storage'],
    packages: ['openid-client', 'restify', 'zod'],
    node: anyNode,
  },
  'src/codePage': {
    rooms: ['src/signin', 'src/clock.ts', 'src/text', 'src/http', 'src/storage'],
    packages: ['restify'],
    node: ['node:crypto'],
  },
  'src/channels': {
    rooms: [
      'src/signin',
      'src/clock.ts',
      'src/http',
      'src/log.ts',
      'src/storage',
      'src/server.ts',
      'src/keyedQueue.ts',
    ],
    packages: ['botbuilder', 'botframework-connector', 'restify', 'zod', 'jose', 'ws'],
    node: anyNode,
  },
  'src/web': {
    rooms: ['src/text', 'src/http', 'src/log.ts', 'src/manifest'],
    packages: ['restify', 'zod'],
    node: anyNode,
  },
  'src/staff': {
    rooms: [
      'src/privacy',
      'src/signin',
      'src/rules',
      'src/library',
      'src/codes',
      'src/storage',
      'src/text',
      'src/clock.ts',
      'src/understanding',
      'src/training',
      'src/unanswered',
      'src/manifest',
      'src/config',
      'src/channels',
      'src/yamlFile.ts',
      'src/log.ts',
      'src/codedError.ts',
    ],
    packages: ['commander', 'csv-parse', 'iconv-lite', 'yaml', 'zod'],
    node: anyNode,
  },
  'src/unanswered': {
    rooms: ['src/storage', 'src/understanding', 'src/clock.ts'],
    packages: ['lowdb', 'zod'],
    node: ['node:path'],
  },
  'src/metrics': { rooms: ['src/codes', 'src/log.ts'], packages: ['prom-client'], node: anyNode },
  'src/bot': {
    rooms: ['dialogs', 'src/signin', 'src/log.ts', 'src/keyedQueue.ts'],
    packages: ['botbuilder'],
    node: [],
  },
  'src/config': {
    rooms: ['src/rules', 'src/log.ts', 'src/http'],
    packages: ['zod'],
    node: anyNode,
  },
};

/** The place where everything meets; everything may be imported there. */
const meetingPlaces = ['src/compose', 'src/index.ts'];

const files = [...sourcesOf('src'), ...sourcesOf('dialogs')].filter(
  (file) => !file.startsWith(join('src', 'web', 'client')),
);

describe('architecture', () => {
  test('every source file lives in a room with a law, or where everything meets', () => {
    const homeless = files.filter(
      (file) => !meetingPlaces.includes(roomOf(file)) && !laws[roomOf(file)],
    );
    expect(homeless).toEqual([]);
  });

  test('every law has a room', () => {
    const rooms = new Set(files.map(roomOf));
    expect(Object.keys(laws).filter((room) => !rooms.has(room))).toEqual([]);
  });

  test.each(Object.entries(laws))('%s imports only what it may', (room, law) => {
    const trespasses = files
      .filter((file) => roomOf(file) === room)
      .flatMap((file) =>
        importsOf(file)
          .filter((name) => !isAllowed(name, file, room, law))
          .map((name) => `${file} imports ${name}`),
      );
    expect(trespasses).toEqual([]);
  });

  test('a part is entered through its index only', () => {
    const backDoors = files
      .filter((file) => !meetingPlaces.includes(roomOf(file)))
      .flatMap((file) =>
        neighboursOf(file)
          .filter((target) => roomOf(target) !== roomOf(file) && isFolder(roomOf(target)))
          .filter((target) => !isDoor(target))
          .map((target) => `${file} enters ${target}`),
      );
    expect(backDoors).toEqual([]);
  });

  test('no files import each other in a circle', () => {
    const importsIn = new Map(files.map((file) => [file, neighboursOf(file)]));
    const reach = (from: string, seen: Set<string> = new Set()): Set<string> => {
      for (const next of importsIn.get(from) ?? [])
        if (!seen.has(next)) reach(next, seen.add(next));
      return seen;
    };
    expect(files.filter((file) => reach(file).has(file))).toEqual([]);
  });

  test('only a start hands the environment over and only clock.ts reads the time', () => {
    const readers = (pattern: RegExp, allowed: string[]): string[] =>
      files.filter((file) => !allowed.includes(file) && pattern.test(codeOf(file)));
    expect(readers(/process\.env/, ['src/index.ts', 'src/staff/cli.ts'])).toEqual([]);
    expect(readers(/Date\.now|new Date\(\)|Temporal\.Now/, ['src/clock.ts'])).toEqual([]);
  });

  test('no Polish sentence stands in the code', () => {
    const polish = files.filter(
      (file) => !isPolishByTrade(file) && /[ąćęłńóśźż]/i.test(codeOf(file)),
    );
    expect(polish).toEqual([]);
  });
});

/** Names of fictional readers, spelling tables of the language, and what Polish files look like. */
function isPolishByTrade(file: string): boolean {
  return [
    join('src', 'understanding'),
    join('src', 'library', 'demo'),
    join('src', 'text', 'polishFormats.ts'),
  ].some((place) => file.startsWith(place));
}

function isAllowed(name: string, file: string, room: string, law: Law): boolean {
  if (name.startsWith('.')) {
    const target = roomOf(normalize(join(dirname(file), name)));
    return target === room || law.rooms.includes(target);
  }
  if (name.startsWith('node:')) {
    return law.node?.includes('*') === true || law.node?.includes(name) === true;
  }
  return law.packages.some((allowed) => name === allowed || name.startsWith(`${allowed}/`));
}

/** `src/rules/decide.ts` is in `src/rules`; `src/bot.ts` is a room of its own. */
function roomOf(file: string): string {
  const [first = '', second = ''] = file.split(sep);
  return first === 'dialogs' ? 'dialogs' : `${first}/${second}`;
}

function isFolder(room: string): boolean {
  return !room.endsWith('.ts');
}

/** The channel port and each channel's own index are doors of `channels`. */
function isDoor(target: string): boolean {
  return target.endsWith(`${sep}index.ts`) || target === join('src', 'channels', 'channel.ts');
}

function neighboursOf(file: string): string[] {
  return importsOf(file)
    .filter((name) => name.startsWith('.'))
    .map((name) => normalize(join(dirname(file), name)));
}

function importsOf(file: string): string[] {
  return ts
    .preProcessFile(readFileSync(file, 'utf8'), true, true)
    .importedFiles.map(({ fileName }) => fileName);
}

/** The code without its comments. */
function codeOf(file: string): string {
  return readFileSync(file, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '');
}

function sourcesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => relative('.', join(folder, file)));
}
