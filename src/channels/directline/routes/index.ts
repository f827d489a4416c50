import type { Server } from 'restify';
import { answering, type Handle } from '../answer.ts';
import { DirectLineError, type Refusal } from '../directLineError.ts';
import { basePath, type Endpoint } from '../endpoint.ts';
import { generateToken } from './generateToken.ts';
import { getActivities } from './getActivities.ts';
import { postActivity } from './postActivity.ts';
import { reconnect } from './reconnect.ts';
import { refreshToken } from './refreshToken.ts';
import { startConversation } from './startConversation.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD';

const methods: readonly Method[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'];
const tokenPath = `${basePath}/tokens/generate`;

/** Registers every route of the endpoint, its refusals and its CORS headers. */
export function mountRoutes(server: Server, endpoint: Endpoint): void {
  const routes: readonly [path: string, handlers: Partial<Record<Method, Handle>>][] = [
    ['/tokens/generate', { POST: generateToken(endpoint) }],
    ['/tokens/refresh', { POST: refreshToken(endpoint) }],
    ['/conversations', { POST: startConversation(endpoint) }],
    ['/conversations/:id', { GET: reconnect(endpoint) }],
    [
      '/conversations/:id/activities',
      { GET: getActivities(endpoint), POST: postActivity(endpoint) },
    ],
    // 403 would end Web Chat.
    ['/conversations/:id/upload', { POST: refusing('uploadRefused', { Allow: 'OPTIONS' }) }],
  ];

  // Before routing, so that no answer under this path lacks them, not even one restify makes itself.
  server.on('request', (request, response) => {
    const [path = ''] = (request.url ?? '').split('?', 1);
    if (path.startsWith(`${basePath}/`)) {
      endpoint.cors.setHeaders(request, response, path === tokenPath);
    }
  });
  for (const [path, handlers] of routes) {
    const allow = [...Object.keys(handlers), 'OPTIONS'].join(', ');
    for (const method of methods) {
      const handle = handlers[method] ?? refusing('methodRefused', { Allow: allow });
      register(server, method, `${basePath}${path}`, handle, endpoint);
    }
  }
  for (const method of methods) {
    register(server, method, `${basePath}/*`, refusing('routeUnknown'), endpoint);
  }
  server.opts(`${basePath}/*`, async (_request, response) => {
    response.send(204);
  });
}

function refusing(refusal: Refusal, headers: Readonly<Record<string, string>> = {}): Handle {
  return (_request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    return Promise.reject(new DirectLineError(refusal));
  };
}

function register(
  server: Server,
  method: Method,
  path: string,
  handle: Handle,
  endpoint: Endpoint,
): void {
  const handler = answering(handle, endpoint.log);
  switch (method) {
    case 'GET':
      return void server.get(path, handler);
    case 'POST':
      return void server.post(path, handler);
    case 'PUT':
      return void server.put(path, handler);
    case 'PATCH':
      return void server.patch(path, handler);
    case 'DELETE':
      return void server.del(path, handler);
    case 'HEAD':
      return void server.head(path, handler);
  }
}
