import type { ShownActivity, WireBody } from './directLineClient.ts';
import type { Breakage, ProxiedAnswer, ProxiedRequest } from './directLineProxy.ts';
import { serverSecret } from './directLineServer.ts';
import type { Fault } from './directLineWorld.ts';

/** A server mistake made on purpose, and the check that must notice it. */
export type Mistake = { readonly fault: Fault; readonly noticedBy: string };

type Hands = Parameters<NonNullable<Fault['wire']>>[0];

const wire = (breakage: Breakage | ((hands: Hands) => Breakage)): Fault => ({
  wire: (hands) => (typeof breakage === 'function' ? breakage(hands) : breakage),
});

const isPoll = ({ method, path }: ProxiedRequest): boolean =>
  method === 'GET' && path.includes('/activities');
const isPost = ({ method, path }: ProxiedRequest): boolean =>
  method === 'POST' && path.endsWith('/activities');
const isReconnect = ({ method, path }: ProxiedRequest): boolean =>
  method === 'GET' && /\/conversations\/[\w-]+(\?|$)/.test(path);
const isRefresh = ({ path }: ProxiedRequest): boolean => path.endsWith('/tokens/refresh');
const isGenerate = ({ path }: ProxiedRequest): boolean => path.endsWith('/tokens/generate');
const isStart = ({ path }: ProxiedRequest): boolean =>
  path.endsWith('/v3/directline/conversations');

const bearer = ({ headers }: ProxiedRequest): string =>
  (headers.authorization ?? '').replace('Bearer ', '');
const withToken = (request: ProxiedRequest, token: string): ProxiedRequest => ({
  ...request,
  headers: { ...request.headers, authorization: `Bearer ${token}` },
});

/** The secret opens every conversation. */
const asServer = (request: ProxiedRequest): ProxiedRequest => {
  const headers = { ...withToken(request, serverSecret).headers };
  delete headers.origin;
  return { ...request, headers };
};

const withoutHeaders = (answer: ProxiedAnswer, pattern: RegExp): ProxiedAnswer => ({
  ...answer,
  headers: Object.fromEntries(
    Object.entries(answer.headers).filter(([name]) => !pattern.test(name)),
  ),
});

const changed = (
  which: (request: ProxiedRequest) => boolean,
  change: (answer: ProxiedAnswer, request: ProxiedRequest) => ProxiedAnswer,
): Fault =>
  wire({ answer: (answer, request) => (which(request) ? change(answer, request) : answer) });

const body = (answer: ProxiedAnswer, change: Partial<WireBody>): ProxiedAnswer => ({
  ...answer,
  body: { ...answer.body, ...change },
});

const redirected = (
  which: (request: ProxiedRequest) => boolean,
  path: (path: string) => string,
): Fault =>
  wire({
    request: (request) => (which(request) ? { ...request, path: path(request.path) } : request),
  });

const shown = (activity: (activity: ShownActivity) => ShownActivity | null): Fault =>
  wire({ activity });

/** Lets an expired token through by renewing it on the way. */
const takingExpired = (which: (request: ProxiedRequest) => boolean): Fault =>
  wire(({ changedToken }) => ({
    request: async (request) =>
      which(request) ? withToken(request, await changedToken(bearer(request), {})) : request,
  }));

/** Opens a stream that the server refused, if `when` holds, with a ticket of the server's own. */
const admitting = (
  when: (path: string, seen: ReadonlySet<string>, hands: Hands) => boolean,
): Fault =>
  wire((hands) => {
    const tickets = new Map<string, string>();
    return {
      answer(answer, request) {
        const { streamUrl } = answer.body;
        if (streamUrl) tickets.set(new URL(streamUrl).search, answer.body.token ?? bearer(request));
        return answer;
      },
      async refusedStream(path) {
        const { pathname, search } = new URL(path, 'http://x');
        if (!when(search, new Set(tickets.keys()), hands)) return null;
        const token = tickets.get(search) ?? [...tickets.values()].at(-1) ?? '';
        const conversation = pathname.replace(/\/stream$/, '');
        const answer = await fetch(`${hands.server.url}${conversation}`, {
          headers: { authorization: `Bearer ${await hands.changedToken(token, {})}` },
        });
        const { streamUrl } = (await answer.json()) as WireBody;
        const { pathname: opened, search: ticket } = new URL(streamUrl);
        return opened + ticket;
      },
    };
  });

const onlyOwn = (activity: ShownActivity): boolean => activity.from?.role === 'user';
const number = (id: string): number => Number(id.split('|')[1]);

/** The list of what has gone wrong in Direct Line servers, by its name. */
export const mistakes: Readonly<Record<string, Mistake>> = {
  'no CORS on success': {
    fault: changed(
      () => true,
      (answer) => (answer.status < 400 ? withoutHeaders(answer, /^access-control/) : answer),
    ),
    noticedBy: 'answers that succeed may be read by the page',
  },
  'no CORS on errors': {
    fault: changed(
      () => true,
      (answer) => (answer.status >= 400 ? withoutHeaders(answer, /^access-control/) : answer),
    ),
    noticedBy: 'refusals may be read by the page',
  },
  'x-requested-with missing in the preflight': {
    fault: changed(
      ({ method }) => method === 'OPTIONS',
      (answer) => ({
        ...answer,
        headers: {
          ...answer.headers,
          'access-control-allow-headers': 'authorization, content-type, x-ms-bot-agent',
        },
      }),
    ),
    noticedBy: 'a preflight allows x-requested-with',
  },
  'own activity not echoed': {
    fault: shown((activity) => (onlyOwn(activity) ? null : activity)),
    noticedBy: 'the reader sees the own message, with the mark of its client',
  },
  'clientActivityID lost': {
    fault: shown((activity) => ({ ...activity, channelData: {} })),
    noticedBy: 'the reader sees the own message, with the mark of its client',
  },
  'no replay when a stream opens': {
    fault: wire({ frame: (frame, first) => (first ? { ...frame, activities: [] } : frame) }),
    noticedBy: 'a stream begins with what was said before it',
  },
  'watermark ignored': {
    fault: redirected(isPoll, (path) => path.replace(/watermark=\d+/, 'watermark=')),
    noticedBy: 'a poll brings only what is newer than its watermark',
  },
  'reconnect watermark one too low': {
    fault: redirected(isReconnect, (path) =>
      path.replace(/watermark=(\d+)/, (_all, at: string) => `watermark=${Number(at) - 1}`),
    ),
    noticedBy: 'a reconnect goes on exactly behind its watermark',
  },
  'reconnect watermark one too high': {
    fault: redirected(isReconnect, (path) =>
      path.replace(/watermark=(\d+)/, (_all, at: string) => `watermark=${Number(at) + 1}`),
    ),
    noticedBy: 'a reconnect goes on exactly behind its watermark',
  },
  'duplicates after a reconnect': {
    fault: redirected(isReconnect, (path) => path.replace(/watermark=\d+/, 'watermark=')),
    noticedBy:
      'WebSocket: after a lost connection the client misses nothing and sees nothing twice',
  },
  'what was said during a lost connection is lost': {
    fault: redirected(isReconnect, (path) => path.replace(/\?watermark=\d+/, '')),
    noticedBy: 'a reconnect goes on exactly behind its watermark',
  },
  'expired token taken for a poll': {
    fault: takingExpired(isPoll),
    noticedBy: 'an expired token is refused for a poll',
  },
  'expired token taken for a message': {
    fault: takingExpired(isPost),
    noticedBy: 'an expired token is refused for a message',
  },
  'expired token taken for a refresh': {
    fault: takingExpired(isRefresh),
    noticedBy: 'an expired token is refused for a refresh',
  },
  'expired token taken for a reconnect': {
    fault: takingExpired(isReconnect),
    noticedBy: 'an expired token is refused for a reconnect',
  },
  'token of another conversation taken': {
    fault: wire({
      request: (request) =>
        isPoll(request) || isPost(request) || isReconnect(request) ? asServer(request) : request,
    }),
    noticedBy: 'the token of another conversation is refused',
  },
  'user of the token not enforced': {
    fault: wire(() => {
      let claimed: string | undefined;
      return {
        request(request) {
          if (isPost(request)) claimed = (JSON.parse(request.body) as ShownActivity).from?.id;
          return request;
        },
        activity: (activity) =>
          onlyOwn(activity) && claimed !== undefined
            ? { ...activity, from: { ...activity.from, id: claimed } }
            : activity,
      };
    }),
    noticedBy: 'a message comes from the user of its token, whatever it says',
  },
  'user of a start honoured from a page': {
    fault: wire(({ changedToken }) => ({
      async request(request) {
        if (!isStart(request) || bearer(request) === serverSecret) return request;
        const { user } = JSON.parse(request.body) as { user?: { id?: string } };
        if (user?.id === undefined) return request;
        return withToken(request, await changedToken(bearer(request), { userId: user.id }));
      },
    })),
    noticedBy: 'a page cannot name its user when it starts',
  },
  'user of a start ignored from a server': {
    fault: wire({
      request: (request) => (isStart(request) ? { ...request, body: '{}' } : request),
    }),
    noticedBy: 'a server with the secret can name its user when it starts',
  },
  'language of a start honoured': {
    fault: {
      bot: (runTurn) => (context, chat) => {
        context.activity.locale = 'en-US';
        return runTurn(context, chat);
      },
    },
    noticedBy: 'the bot hears Polish whatever language a start asks for',
  },
  'two welcomes': {
    fault: {
      bot: (runTurn) => async (context, chat) => {
        await runTurn(context, chat);
        if (context.activity.type === 'conversationUpdate') await runTurn(context, chat);
      },
    },
    noticedBy: 'a reader is greeted once, before the first message',
  },
  'no welcome before the first message': {
    fault: {
      bot: (runTurn) => async (context, chat) => {
        if (context.activity.type !== 'conversationUpdate') await runTurn(context, chat);
      },
    },
    noticedBy: 'a reader is greeted once, before the first message',
  },
  'second start answers 201': {
    fault: changed(isStart, (answer) => ({ ...answer, status: 201 })),
    noticedBy: 'a second start answers 200 with the same conversation',
  },
  'second start answers another id': {
    fault: changed(isStart, (answer) =>
      answer.status === 200 ? body(answer, { conversationId: 'another' }) : answer,
    ),
    noticedBy: 'a second start answers 200 with the same conversation',
  },
  'refresh returns the same token': {
    fault: changed(isRefresh, (answer, request) => body(answer, { token: bearer(request) })),
    noticedBy: 'a refresh brings another token',
  },
  'stream in tokens/generate': {
    fault: changed(isGenerate, (answer) => body(answer, { streamUrl: 'ws://127.0.0.1/' })),
    noticedBy: 'a new token comes without a stream',
  },
  'used ticket taken': {
    fault: admitting((ticket, seen) => seen.has(ticket)),
    noticedBy: 'a stream opens once for a ticket',
  },
  'late ticket taken': {
    fault: admitting((ticket, seen) => seen.has(ticket)),
    noticedBy: 'a stream opens within a minute only',
  },
  'forged ticket taken': {
    fault: admitting((ticket, seen) => !seen.has(ticket)),
    noticedBy: 'a stream opens for no forged ticket',
  },
  'ids of six digits': {
    fault: shown((activity) => ({ ...activity, id: activity.id.replace('|0', '|') })),
    noticedBy: 'ids have seven digits and no gaps',
  },
  'ids with gaps': {
    fault: shown((activity) => ({
      ...activity,
      id: activity.id.replace(/\d{7}$/, String(number(activity.id) * 2).padStart(7, '0')),
    })),
    noticedBy: 'ids have seven digits and no gaps',
  },
  'replyToId missing': {
    fault: shown(({ replyToId: _replyToId, ...activity }) => activity),
    noticedBy: 'a reply names the message it answers',
  },
  '500 on a poll': {
    fault: failingPolls(500),
    noticedBy: 'polling: a burst of polls is never refused',
  },
  '429 on a poll': {
    fault: failingPolls(429),
    noticedBy: 'polling: a burst of polls is never refused',
  },
  'upload taken': {
    fault: changed(isUpload, () => ({ status: 200, headers: {}, body: { id: 'x' } })),
    noticedBy: 'an upload is answered with 405',
  },
  'upload refused with 403': {
    fault: changed(isUpload, (answer) => ({ ...answer, status: 403 })),
    noticedBy: 'an upload is answered with 405',
  },
  'error body without a code': {
    fault: changed(
      () => true,
      (answer) =>
        answer.status >= 400
          ? body(answer, { error: { message: 'no' } as WireBody['error'] })
          : answer,
    ),
    noticedBy: 'a refusal has a code',
  },
  'activities out of order': {
    fault: wire({
      answer: (answer) =>
        body(answer, {
          ...(answer.body.activities ? { activities: [...answer.body.activities].reverse() } : {}),
        }),
    }),
    noticedBy: 'polling: the client sees each activity once and in order',
  },
  'an activity sent twice on a stream': {
    fault: wire({
      frame: (frame) => ({ ...frame, activities: [...frame.activities, ...frame.activities] }),
    }),
    noticedBy: 'WebSocket: the client sees each activity once and in order',
  },
};

function isUpload({ path }: ProxiedRequest): boolean {
  return path.endsWith('/upload');
}

/** The fifth poll fails, as a server under load would. */
function failingPolls(status: number): Fault {
  return wire(() => {
    let polls = 0;
    return {
      answer(answer, request) {
        if (isPoll(request)) polls += 1;
        return isPoll(request) && polls === 5 ? { ...answer, status } : answer;
      },
    };
  });
}
