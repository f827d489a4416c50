import type { Behaviour } from './behaviour.ts';
import type { Received } from './received.ts';
import type { ServedPatron } from './servedPatron.ts';

export type ServerIdentity = {
  readonly institution: string;
  /** The SIP2 account; `null` lets anybody in. */
  readonly login: { readonly user: string; readonly password: string } | null;
  /** `YYYYMMDD    HHMMSS`. */
  readonly time: () => string;
};

/** The text of an answer, without error detection; `null` closes the connection. */
export function answerTo(
  request: Received,
  patrons: ReadonlyMap<string, ServedPatron>,
  { institution, login, time }: ServerIdentity,
  behaviour: Behaviour,
): string | null {
  const order = (institutionField: string, patronField: string, rest: string): string =>
    behaviour.profile === 'a'
      ? `${institutionField}${patronField}${rest}`
      : `${patronField}${rest}${institutionField}`;

  function about(code: '64' | '24'): string {
    const asked = behaviour.answersAbout ?? request.field('AA') ?? '';
    const patron = patrons.get(asked);
    const password = request.field('AD');
    const status = patron && !patron.isBlocked ? ' '.repeat(14) : `YYYY${' '.repeat(10)}`;
    const counts = code === '64' ? countsOf(patron) : '';
    const known = patron ? knownFields(patron, password, code) : 'AE|BLN|';
    return (
      `${code}${status}000${time()}${counts}` + order(`AO${institution}|`, `AA${asked}|`, known)
    );
  }

  switch (request.code) {
    case '93': {
      const isRight =
        login === null ||
        (request.field('CN') === login.user && request.field('CO') === login.password);
      return `94${isRight ? '1' : '0'}`;
    }
    case '99':
      return (
        `98${behaviour.isOnline ? 'Y' : 'N'}NNYNN600003${time()}2.00` +
        `AO${institution}|BXYYYYYYYYYNYNYYYY|`
      );
    case '63':
      return about('64');
    case '23':
      return about('24');
    default:
      return null;
  }
}

function countsOf(patron: ServedPatron | undefined): string {
  const four = (count: number | null): string =>
    count === null ? '    ' : String(count).padStart(4, '0');
  const { overdue = 0, charged = 0, fines = 0 } = patron ?? {};
  return `0000${four(overdue)}${four(charged)}${four(fines)}00000000`;
}

/** A missing password is told in a 24 only, and a card without password takes any. */
function knownFields(
  { name, address, balance, password, expires, isBlocked, more }: ServedPatron,
  given: string | undefined,
  code: '64' | '24',
): string {
  const money = balance === null ? '' : `BHPLN|BV${balance}|`;
  const isRight = password === null || given === password;
  const saysPassword = given !== undefined || code === '24';
  const valid = `BLY|${saysPassword ? `CQ${isRight && given !== undefined ? 'Y' : 'N'}|` : ''}`;
  const blocked = isBlocked ? 'AFBlocked|' : '';
  return code === '64'
    ? `AE${name}|${money}${optional('BD', address)}${valid}${optional('PA', expires)}${more}${blocked}`
    : `AE${name}|${valid}${money}${blocked}`;
}

function optional(id: string, value: string): string {
  return value === '' ? '' : `${id}${value}|`;
}
