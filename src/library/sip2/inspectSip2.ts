import type { SystemProblem } from '../readerAccounts.ts';
import type { Sip2Client } from './client/sip2Client.ts';
import type { SystemStatus } from './protocol/systemStatus.ts';
import { Sip2Error } from './sip2Error.ts';
import type { Sip2Settings } from './sip2Settings.ts';

/**
 * Asks the system about itself and holds the settings against the answer. Nothing comes back when
 * nothing is amiss. Never throws.
 */
export async function inspectSip2(
  client: Pick<Sip2Client, 'status'>,
  settings: Sip2Settings,
): Promise<readonly SystemProblem[]> {
  const open = isInTheClear(settings)
    ? [
        {
          code: 'SIP2_IN_THE_CLEAR',
          message:
            'Passwords of readers cross the network in the clear. Set "tls: true", or lead the ' +
            'connection through a VPN or stunnel.',
        },
      ]
    : [];
  try {
    return [...open, ...problemsOf(await client.status(), settings)];
  } catch (error) {
    if (!(error instanceof Sip2Error)) throw error;
    return [...open, { code: error.code, message: error.message }];
  }
}

function problemsOf(status: SystemStatus, settings: Sip2Settings): SystemProblem[] {
  const { isOnline, institution, protocol, servesPatronInformation } = status;
  const problems: (SystemProblem | false)[] = [
    !isOnline && { code: 'SIP2_OFFLINE', message: 'The system says it is off-line.' },
    protocol !== '2.00' && {
      code: 'SIP2_VERSION',
      message: `The system speaks version "${protocol}". Ask the vendor for SIP 2.00.`,
    },
    institution !== null &&
      institution !== settings.institution && {
        code: 'SIP2_INSTITUTION',
        message:
          `The system calls the library "${institution}". Write it as "institution:", or readers ` +
          'may not be found.',
      },
    settings.message === 'patronInformation' &&
      servesPatronInformation === false && {
        code: 'SIP2_NO_PATRON_INFORMATION',
        message:
          'The system does not serve message 63. Ask the vendor for it, or write "message: ' +
          'patronStatus"; overdue items stay unknown then.',
      },
  ];
  return problems.filter((problem) => problem !== false);
}

function isInTheClear({ tls, host }: Sip2Settings): boolean {
  return tls === false && !/^(localhost|127\.[\d.]+|::1)$/.test(host);
}
