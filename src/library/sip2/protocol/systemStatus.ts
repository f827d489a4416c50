import { Sip2Error } from '../sip2Error.ts';
import type { Answer } from './answer.ts';
import type { Charset } from './charset.ts';
import { readFields } from './fields.ts';

/** What the system says about itself. */
export type SystemStatus = {
  readonly isOnline: boolean;
  /** For example `2.00`. */
  readonly protocol: string;
  /** `AO`, which questions about readers must name. */
  readonly institution: string | null;
  /** Whether it serves 23 and 63, from `BX`; `null` when it does not tell. */
  readonly servesPatronStatus: boolean | null;
  readonly servesPatronInformation: boolean | null;
};

const fieldsStart = 36;
/** Places in `BX`. */
const patronStatusPlace = 0;
const patronInformationPlace = 7;

/** Reads a 98. Throws `SIP2_BAD_ANSWER` when it is shorter than its fixed places. */
export function readSystemStatus({ body }: Answer, charset: Charset): SystemStatus {
  if (body.length < fieldsStart) {
    throw new Sip2Error('SIP2_BAD_ANSWER', 'The system sent a 98 that is too short.');
  }
  const fixed = body.toString('latin1', 0, fieldsStart);
  const fields = readFields(body, fieldsStart, charset);
  const served = fields.value('BX');
  const serves = (place: number) => (served === null ? null : served[place] === 'Y');
  return {
    isOnline: fixed[2] === 'Y',
    protocol: fixed.slice(32, 36),
    institution: fields.value('AO'),
    servesPatronStatus: serves(patronStatusPlace),
    servesPatronInformation: serves(patronInformationPlace),
  };
}
