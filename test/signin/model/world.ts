import type { Chat } from '../../../src/signin/index.ts';
import type { LoginResponse } from '../../../src/signin/loginResponse.ts';
import type { ProviderVisit } from '../../../src/signin/oidc/identityProvider.ts';
import type { SignInProof } from '../../../src/signin/signInProof.ts';
import type { MemorySnapshot } from '../../support/memoryRecords.ts';
import { codeOn, tokenOf } from '../support/testBrowser.ts';
import { kowalska, mallory } from '../support/testLibrary.ts';
import { playedProvider } from './playedProvider.ts';
import { chat, openSignInInMemory } from '../support/signInInMemory.ts';

export type Person = 'reader' | 'attacker';
export const people: readonly Person[] = ['reader', 'attacker'];

/** A code that a page has shown, in whose browser, and for whose link. */
type SeenCode = { readonly in: Person; readonly code: string; readonly of: Person };

/** Everything there is at one moment: what the server keeps, and what each of the two has seen. */
export type World = {
  readonly records: MemorySnapshot;
  readonly cookies: Readonly<Record<Person, ReadonlyMap<string, string>>>;
  /** Links that were given in each one's chat, oldest first. */
  readonly links: Readonly<Record<Person, readonly string[]>>;
  readonly codes: readonly SeenCode[];
};

const credentials = { reader: kowalska, attacker: mallory };
const addresses = { reader: '192.0.2.1', attacker: '198.51.100.1' };
const publicUrl = 'https://czat.example.org';

/** The moves that are possible in a world, each made with the real sign-in code. */
export type Moves = {
  start(): Promise<World>;
  askForLink(world: World, who: Person): Promise<World | null>;
  /** `who` opens the newest link of `of` and comes to stand on the sign-in page. */
  openLink(world: World, who: Person, of: Person): Promise<World | null>;
  signIn(world: World, who: Person): Promise<World | null>;
  cancel(world: World, who: Person): Promise<World | null>;
  /** `who` types, in the own chat, the code that was shown last in the browser of `seenIn`. */
  typeCode(world: World, who: Person, seenIn: Person): Promise<World | null>;
  crawl(world: World, of: Person): Promise<World | null>;
  /** Whose account each chat is signed in to. */
  signedIn(world: World): Promise<Record<Person, Person | null>>;
};

/** How readers prove who they are. */
export type Check = 'password' | 'provider';

/** `makeProof` gets a look-up of the chat that a code was shown for, for designs that need one. */
export async function moves(
  ingress: 'directline' | 'messenger',
  makeProof: (chatOfCode: (code: string) => Chat | undefined) => SignInProof,
  check: Check = 'password',
): Promise<Moves> {
  const chatOfCode = new Map<string, Chat>();
  const { signIn, records } = await openSignInInMemory({
    publicUrl,
    proof: makeProof((code) => chatOfCode.get(code)),
    options: { provider: check === 'provider' ? playedProvider(credentials) : null },
  });
  const chats = {
    reader: chat(ingress, ingress, 'conversation-of-reader', 'reader'),
    attacker: chat(ingress, ingress, 'conversation-of-attacker', 'attacker'),
  };

  const requestOf = (who: Person, cookies: ReadonlyMap<string, string>) => ({
    headers: {
      cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      origin: publicUrl,
      'sec-fetch-site': 'same-origin',
    },
    address: addresses[who],
  });

  /** The world after `who` got an answer: cookies are kept, a code that is shown is seen. */
  async function after(world: World, who: Person, answer: LoginResponse): Promise<World> {
    const own = new Map(world.cookies[who]);
    const [name, value] = answer.headers['Set-Cookie']?.split(';')[0]?.split('=') ?? [];
    if (name !== undefined && value !== undefined) own.set(name, value);
    const cookies = { ...world.cookies, [who]: own };
    const shown = codeOn((await signIn.pages.show(requestOf(who, own))).body);
    const isNew = shown !== null && !world.codes.some(({ code }) => code === shown);
    const codes = isNew
      ? [...world.codes, { in: who, code: shown, of: ownerOf(world, own) }]
      : world.codes;
    const latest = codes.at(-1);
    if (isNew && latest) chatOfCode.set(latest.code, chats[latest.of]);
    return { ...world, cookies, codes, records: records.snapshot() };
  }

  /** Runs a move in the world's own copy of the server's memory. */
  async function inside<Result>(world: World, move: () => Promise<Result>): Promise<Result> {
    records.restore(world.records);
    return move();
  }

  async function formToken(world: World, who: Person): Promise<string | null> {
    const page = await signIn.pages.show(requestOf(who, world.cookies[who]));
    return tokenOf(page.body) || null;
  }

  /** With a provider the form only leads there; `who` signs in, and comes back with the answer. */
  async function provedElsewhere(
    world: World,
    who: Person,
    sent: LoginResponse,
  ): Promise<LoginResponse> {
    const { provider: visits } = signIn.pages;
    const [name, value] = sent.headers['Set-Cookie']?.split(';')[0]?.split('=') ?? [];
    if (!visits || name === undefined || value === undefined) return sent;
    const { visit } = JSON.parse(Buffer.from(value, 'base64url').toString()) as {
      readonly visit: ProviderVisit | null;
    };
    if (!visit) return sent;
    const own = new Map(world.cookies[who]).set(name, value);
    const { state, nonce } = visit;
    const answer = new URLSearchParams({ state, code: `${who} ${nonce}` });
    return visits.comeBack(requestOf(who, own), answer);
  }

  return {
    async start() {
      records.restore(new Map());
      const cookies = { reader: new Map<string, string>(), attacker: new Map<string, string>() };
      for (const who of people) {
        const response = {
          appendHeader(_name: string, line: string) {
            const [name = '', value = ''] = line.split(';')[0]!.split('=');
            cookies[who].set(name, value);
          },
        };
        // Of request and response only what is given here is used.
        const browser = signIn.ensureBrowser({ headers: {} } as never, response as never);
        await signIn.bindBrowser(chats[who].conversationId, browser);
      }
      return {
        records: records.snapshot(),
        cookies,
        links: { reader: [], attacker: [] },
        codes: [],
      };
    },

    askForLink: (world, who) =>
      inside(world, async () => {
        const link = await signIn.createLink(chats[who]);
        if (link.outcome === 'tooMany') return null;
        const links = { ...world.links, [who]: [...world.links[who], link.url] };
        return { ...world, links, records: records.snapshot() };
      }),

    openLink: (world, who, of) =>
      inside(world, async () => {
        const url = world.links[of].at(-1);
        if (url === undefined) return null;
        const request = requestOf(who, world.cookies[who]);
        return after(world, who, await signIn.pages.open(request, secretOf(url)));
      }),

    signIn: (world, who) =>
      inside(world, async () => {
        const token = await formToken(world, who);
        if (token === null) return null;
        const form = new URLSearchParams({ token, ...credentials[who] });
        const sent = await signIn.pages.submit(requestOf(who, world.cookies[who]), form);
        return after(world, who, await provedElsewhere(world, who, sent));
      }),

    cancel: (world, who) =>
      inside(world, async () => {
        const token = await formToken(world, who);
        if (token === null) return null;
        const form = new URLSearchParams({ token });
        return after(
          world,
          who,
          await signIn.pages.cancel(requestOf(who, world.cookies[who]), form),
        );
      }),

    typeCode: (world, who, seenIn) =>
      inside(world, async () => {
        const seen = world.codes.filter((one) => one.in === seenIn).at(-1);
        if (!seen) return null;
        await signIn.submitCode(chats[who], seen.code);
        return { ...world, records: records.snapshot() };
      }),

    crawl: (world, of) =>
      inside(world, async () => {
        const url = world.links[of].at(-1);
        if (url === undefined) return null;
        const request = { headers: {}, address: '203.0.113.1' };
        await signIn.pages.open(request, secretOf(url));
        await signIn.pages.show(request);
        return { ...world, records: records.snapshot() };
      }),

    signedIn: (world) =>
      inside(world, async () => {
        const ownerIn = async (who: Person): Promise<Person | null> => {
          const session = await signIn.readerOf(chats[who]);
          return people.find((one) => credentials[one].card === session?.card) ?? null;
        };
        return { reader: await ownerIn('reader'), attacker: await ownerIn('attacker') };
      }),
  };
}

export function secretOf(url: string): string {
  return url.slice(url.lastIndexOf('/') + 1);
}

/** In whose chat the link was given that a browser has open. */
function ownerOf(world: World, cookies: ReadonlyMap<string, string>): Person {
  const value = cookies.get('__Host-login') ?? '';
  const { secret } = JSON.parse(Buffer.from(value, 'base64url').toString()) as { secret: string };
  return world.links.reader.some((url) => secretOf(url) === secret) ? 'reader' : 'attacker';
}
