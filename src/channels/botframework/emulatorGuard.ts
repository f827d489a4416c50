import type { IncomingMessage } from 'node:http';
import { isLoopback } from '../../http/index.ts';
import { refuseUnusual, type Guard, type Refusal } from './guard.ts';

const localHosts = ['localhost', '127.0.0.1', '[::1]'];
const connectorHosts = ['localhost', '127.0.0.1'];
/** The Emulator's connector stands at the root, that of the Agents Playground at `/_connector`. */
const connectorPaths = ['/', '/_connector'];

/**
 * Without an app id nothing proves who sends, so only the Emulator or the Agents Playground on this
 * machine is let in: no other peer, no name that DNS could point here, no web page, no proxy, and
 * replies go to a connector on this machine only.
 */
export function createEmulatorGuard(): Guard {
  return {
    admitRequest: refuseStrangers,
    async admitActivity(_req, activity) {
      if (activity.channelId !== 'emulator') return { status: 403, reason: 'ChannelNotAllowed' };
      const serviceUrl = localConnector(activity.serviceUrl);
      if (serviceUrl === null) return { status: 403, reason: 'ServiceUrlNotAllowed' };
      return refuseUnusual(activity) ?? { serviceUrl };
    },
  };
}

function refuseStrangers(req: IncomingMessage): Refusal | null {
  if (!isLoopback(req.socket.remoteAddress ?? '')) return { status: 403, reason: 'PeerNotLocal' };
  const host = (req.headers.host ?? '').toLowerCase().replace(/:\d+$/, '');
  if (!localHosts.includes(host)) return { status: 403, reason: 'HostNotLocal' };
  // Every browser names the origin of a POST; the Emulator and the Playground send none.
  if (req.headers.origin !== undefined) return { status: 403, reason: 'FromBrowser' };
  if (Object.keys(req.headers).some(isProxyHeader)) return { status: 403, reason: 'Forwarded' };
  return null;
}

function isProxyHeader(name: string): boolean {
  return name.startsWith('x-forwarded-') || ['forwarded', 'via', 'x-real-ip'].includes(name);
}

/** The address rebuilt from its checked parts, without query, credentials or odd spelling. */
function localConnector(serviceUrl: string): string | null {
  if (!URL.canParse(serviceUrl)) return null;
  const url = new URL(serviceUrl);
  const isLocal =
    url.protocol === 'http:' &&
    connectorHosts.includes(url.hostname) &&
    connectorPaths.includes(url.pathname) &&
    url.href === url.origin + url.pathname;
  return isLocal ? url.origin + url.pathname.replace(/\/$/, '') : null;
}
