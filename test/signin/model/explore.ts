import { createHash } from 'node:crypto';
import { people, secretOf, type Moves, type Person, type World } from './world.ts';

/** What the reader may do wrong. The careful one opens any link, and types any code in the own chat. */
export type Reader = 'careful' | 'givesCodeAway' | 'leaksOwnLink';

/** Who ended up where: `attacker's chat = reader` is the theft, the other way round is the trap. */
export type Ending = `${Person}'s chat = ${Person}`;

export type Explored = {
  readonly endings: ReadonlySet<Ending>;
  readonly worlds: number;
};

type Move = {
  readonly name: string;
  readonly make: (world: World) => Promise<World | null>;
  /** Fetching a page must leave the server as it was. */
  readonly isRead: boolean;
};

/**
 * Plays every order of moves up to `steps`. Worlds that differ in nothing but the names of their
 * random values are played on once. Throws when a mere GET changed what the server keeps.
 */
export async function explore(moves: Moves, reader: Reader, steps: number): Promise<Explored> {
  const possible = movesOf(moves, reader);
  const endings = new Set<Ending>();
  const seen = new Set<string>();
  let front = [await moves.start()];

  for (let step = 0; step <= steps; step += 1) {
    const next: World[] = [];
    for (const world of front) {
      const key = keyOf(world);
      if (seen.has(key)) continue;
      seen.add(key);
      const signedIn = await moves.signedIn(world);
      for (const who of people) {
        const owner = signedIn[who];
        if (owner) endings.add(`${who}'s chat = ${owner}`);
      }
      if (step === steps) continue;
      for (const { name, make, isRead } of possible) {
        const after = await make(world);
        if (!after) continue;
        if (isRead && textOf(after.records) !== textOf(world.records)) {
          throw new Error(`"${name}" changed the server`);
        }
        next.push(after);
      }
    }
    front = next;
  }
  return { endings, worlds: seen.size };
}

function movesOf(moves: Moves, reader: Reader): readonly Move[] {
  const read = (name: string, make: Move['make']): Move => ({ name, make, isRead: true });
  const write = (name: string, make: Move['make']): Move => ({ name, make, isRead: false });
  return [
    ...people.flatMap((who) => [
      write(`${who} asks for a link`, (world) => moves.askForLink(world, who)),
      read(`${who} opens the own link`, (world) => moves.openLink(world, who, who)),
      write(`${who} signs in`, (world) => moves.signIn(world, who)),
      write(`${who} says "not me"`, (world) => moves.cancel(world, who)),
      write(`${who} types the own code`, (world) => moves.typeCode(world, who, who)),
      read(`a crawler opens the link of the ${who}`, (world) => moves.crawl(world, who)),
    ]),
    read("reader opens the attacker's link", (world) =>
      moves.openLink(world, 'reader', 'attacker'),
    ),
    write("reader types the attacker's code", (world) =>
      moves.typeCode(world, 'reader', 'attacker'),
    ),
    ...(reader === 'givesCodeAway'
      ? [
          write("attacker types the reader's code", (world) =>
            moves.typeCode(world, 'attacker', 'reader'),
          ),
        ]
      : []),
    ...(reader === 'leaksOwnLink'
      ? [
          read("attacker opens the reader's link", (world) =>
            moves.openLink(world, 'attacker', 'reader'),
          ),
        ]
      : []),
  ];
}

/** A text that is equal for worlds that differ in random values only. */
function keyOf(world: World): string {
  let text = JSON.stringify({
    cookies: people.map((who) => [...world.cookies[who]].map(readable)),
    codes: world.codes,
    records: textOf(world.records),
    links: world.links,
  });
  const names = new Map<string, string>();
  for (const who of people) {
    for (const [index, url] of world.links[who].entries()) {
      const secret = secretOf(url);
      const name = `<${who} ${index}>`;
      names.set(secret, name);
      // What the server keeps of the link; without this the two would look unrelated.
      names.set(createHash('sha256').update(secret).digest('base64url'), `<hash of ${name}>`);
    }
  }
  for (const { code, of, in: where } of world.codes) names.set(code, `<code ${of} ${where}>`);
  for (const [value, name] of names) text = text.replaceAll(value, name);
  text = text.replace(/\\*"pairingNumber\\*":\\*"\d\d\\*"/g, '');
  const others = new Map<string, string>();
  return text.replace(/[\w-]{22,}/g, (value) => {
    const name = others.get(value) ?? `<${others.size}>`;
    others.set(value, name);
    return name;
  });
}

function readable([name, value]: readonly [string, string]): string {
  return name.endsWith('login') ? Buffer.from(value, 'base64url').toString() : value;
}

function textOf(records: World['records']): string {
  return JSON.stringify([...records].map(([name, entries]) => [name, [...entries]]));
}
