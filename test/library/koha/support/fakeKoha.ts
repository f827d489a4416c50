import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pass } from 'node:timers/promises';

/** A loan as Koha keeps it. `returned` ones may have lost their reader. */
export type FakeLoan = {
  readonly checkout_date: string;
  readonly due_date: string;
  readonly returned?: boolean;
  readonly onsite?: boolean;
  readonly anonymised?: boolean;
};

export type FakePatron = {
  readonly patron_id: number;
  readonly cardnumber: string;
  readonly userid: string;
  readonly password: string;
  readonly balance?: number;
  readonly loans?: readonly FakeLoan[];
  readonly attributes?: readonly { readonly type: string; readonly value: string }[];
  readonly privacy?: number;
  readonly restricted?: boolean;
  readonly patron_card_lost?: boolean;
  readonly expiry_date?: string;
  readonly date_renewed?: string | null;
  readonly date_enrolled?: string;
};

/** What happens to the next requests. */
export type Trouble =
  | 'none'
  /** Takes the request and never answers. */
  | 'silent'
  /** Nobody listens there. */
  | 'down'
  /** Answers each request after `slowMs`. */
  | 'slow'
  /** A proxy's page: the Koha behind it is being restarted. */
  | 'restarting'
  /** Answers questions about one reader with somebody else's. */
  | 'othersRecords'
  /** Not of the documented form. */
  | 'nonsense'
  /** The bot's patron lost its permissions. */
  | 'noPermission';

export type FakeKoha = {
  readonly address: string;
  readonly clientId: string;
  readonly clientSecret: string;
  trouble: Trouble;
  /** Trouble with routes that contain this text only. */
  troubleAt: string;
  slowMs: number;
  /** What `nonsense` answers, with its status. */
  nonsense: { status: number; body: unknown };
  /** Ends the requests that `silent` kept. */
  release(): void;
  /** Takes a parameter out of the description, as an older Koha has it. */
  isOld: boolean;
  readonly patrons: FakePatron[];
  /** Method and path of each request so far. */
  readonly requests: string[];
  /** Every token given so far is refused from now on. */
  forgetTokens(): void;
  close(): Promise<void>;
};

const prefix = '/api/v1';

/**
 * A Koha over HTTP, written from its documented REST API (Swagger 2.0, base path `/api/v1`): OAuth2
 * client credentials, exact status codes, field names, and filters by `q`.
 */
export async function startFakeKoha(patrons: readonly FakePatron[]): Promise<FakeKoha> {
  const tokens = new Set<string>();
  const held = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  const koha: FakeKoha = {
    address: `http://127.0.0.1:${port}`,
    clientId: 'bot-id',
    clientSecret: 'bot-secret',
    trouble: 'none',
    troubleAt: '',
    slowMs: 0,
    nonsense: { status: 200, body: { ok: true } },
    release() {
      for (const response of held) response.destroy();
      held.clear();
    },
    isOld: false,
    patrons: [...patrons],
    requests: [],
    forgetTokens: () => tokens.clear(),
    async close() {
      koha.release();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', koha.address);
    const path = url.pathname.slice(prefix.length);
    koha.requests.push(`${request.method} ${path}`);
    const body = await bodyOf(request);
    const trouble = path.includes(koha.troubleAt) ? koha.trouble : 'none';
    if (trouble === 'silent') return void held.add(response);
    if (trouble === 'down') return void response.destroy();
    if (trouble === 'slow') await pass(koha.slowMs);
    if (trouble === 'restarting') return send(response, 503, '<html>Service Unavailable</html>');
    if (path === '/oauth/token') return sendToken(new URLSearchParams(body), response);
    const bearer = (request.headers.authorization ?? '').replace('Bearer ', '');
    if (!tokens.has(bearer)) return send(response, 401, { error: 'Expired token' });
    if (trouble === 'noPermission') return send(response, 403, { error: 'Authorization failure.' });
    if (trouble === 'nonsense') return send(response, koha.nonsense.status, koha.nonsense.body);
    const found = route(path, url.searchParams, body, trouble === 'othersRecords');
    send(response, found.status, found.body);
  }

  function sendToken(form: URLSearchParams, response: ServerResponse): void {
    const isRight =
      form.get('grant_type') === 'client_credentials' &&
      form.get('client_id') === koha.clientId &&
      form.get('client_secret') === koha.clientSecret;
    if (!isRight) return send(response, 403, { error: 'unauthorized_client' });
    const token = `token-${tokens.size}-${koha.requests.length}`;
    tokens.add(token);
    send(response, 200, { access_token: token, token_type: 'Bearer', expires_in: 3600 });
  }

  function route(path: string, query: URLSearchParams, body: string, liesAboutWhom: boolean) {
    const [, patronId, part] = /^\/patrons\/(\d+)(?:\/(\w+))?$/.exec(path) ?? [];
    const asked = koha.patrons.find((one) => String(one.patron_id) === patronId);
    const patron = liesAboutWhom ? koha.patrons.find((one) => one !== asked) : asked;
    if (path === '/') return { status: 200, body: description(koha.isOld) };
    if (path === '/libraries')
      return { status: 200, body: [{ library_id: 'F1', name: 'Filia 1' }] };
    if (path === '/auth/password/validation') return validate(JSON.parse(body));
    if (path === '/patrons') return { status: 200, body: search(query, liesAboutWhom) };
    if (path === '/checkouts') return { status: 200, body: loansOf(query, liesAboutWhom) };
    if (!patron) return { status: 404, body: { error: 'Patron not found.' } };
    switch (part) {
      case undefined:
        return { status: 200, body: asPatron(patron) };
      case 'account':
        return { status: 200, body: accountOf(patron) };
      case 'extended_attributes':
        return {
          status: 200,
          body: (patron.attributes ?? []).map((one, index) => ({
            extended_attribute_id: index,
            ...one,
          })),
        };
      default:
        return { status: 404, body: { error: 'Not found' } };
    }
  }

  function validate(given: { identifier?: string; userid?: string; password?: string }) {
    const keys = Object.keys(given).sort().join();
    if (keys !== 'identifier,password' && keys !== 'password,userid') {
      return { status: 400, body: { error: 'Bad request' } };
    }
    const who = given.identifier ?? given.userid;
    const patron = koha.patrons.find((one) => one.userid === who || one.cardnumber === who);
    if (!patron || patron.password !== given.password) {
      return { status: 400, body: { error: 'Validation failed' } };
    }
    const { cardnumber, patron_id, userid } = patron;
    return { status: 201, body: { cardnumber, patron_id, userid } };
  }

  function search(query: URLSearchParams, isIgnored: boolean) {
    const asked = JSON.parse(query.get('q') ?? '{}') as { cardnumber?: string };
    return koha.patrons
      .filter((one) => isIgnored || one.cardnumber === asked.cardnumber)
      .map(asPatron);
  }

  function loansOf(query: URLSearchParams, isIgnored: boolean) {
    const id = Number(query.get('patron_id'));
    const isReturned = query.get('checked_in') === 'true';
    const since = (JSON.parse(query.get('q') ?? '{}') as { checkout_date?: { '>=': string } })
      .checkout_date?.['>='];
    const all = koha.patrons.flatMap((patron) =>
      (patron.loans ?? []).map((loan) => ({ loan, patron })),
    );
    return all
      .filter(({ loan, patron }) => {
        const isTheirs = patron.patron_id === id && loan.anonymised !== true;
        const isInTime = since === undefined || loan.checkout_date >= since;
        return (isIgnored || isTheirs) && (loan.returned ?? false) === isReturned && isInTime;
      })
      .slice(0, Number(query.get('_per_page') ?? 20))
      .map(({ loan, patron }, index) => ({
        checkout_id: index,
        patron_id: patron.patron_id,
        checkout_date: loan.checkout_date,
        due_date: loan.due_date,
        checkin_date: isReturned ? loan.due_date : null,
        last_renewed_date: null,
        onsite_checkout: loan.onsite ?? false,
      }));
  }

  return koha;
}

function asPatron(patron: FakePatron) {
  return {
    patron_id: patron.patron_id,
    cardnumber: patron.cardnumber,
    userid: patron.userid,
    surname: 'Testowa',
    library_id: 'F1',
    category_id: 'D',
    date_enrolled: patron.date_enrolled ?? '2019-05-06',
    date_renewed: patron.date_renewed ?? null,
    expiry_date: patron.expiry_date ?? '2030-12-31',
    restricted: patron.restricted ?? false,
    patron_card_lost: patron.patron_card_lost ?? false,
    privacy: patron.privacy ?? 1,
    // The last change by anything at all: nobody may take it for a confirmation.
    updated_on: '2026-11-20T08:00:00+01:00',
  };
}

function accountOf({ balance = 0 }: FakePatron) {
  return {
    balance,
    outstanding_credits: { total: balance < 0 ? balance : 0, lines: [] },
    outstanding_debits: { total: balance > 0 ? balance : 0, lines: [] },
  };
}

function description(isOld: boolean) {
  const named = (...names: readonly string[]) => ({ parameters: names.map((name) => ({ name })) });
  return {
    swagger: '2.0',
    basePath: prefix,
    paths: {
      '/auth/password/validation': { post: named('body') },
      '/patrons': { get: named('cardnumber', 'q') },
      '/patrons/{patron_id}': { get: named('patron_id') },
      '/patrons/{patron_id}/account': { get: named('patron_id') },
      '/patrons/{patron_id}/extended_attributes': { get: named('patron_id') },
      '/checkouts': { get: named('patron_id', isOld ? 'checkedin' : 'checked_in', 'q') },
      '/libraries': { get: named() },
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}
