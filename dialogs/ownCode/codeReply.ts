import type { Claim } from '../../src/codes/index.ts';
import type { Policy } from '../../src/rules/index.ts';
import { formatMonth } from '../../src/text/index.ts';
import { accessValues } from './accessValues.ts';
import { activateByValues } from './activateByValues.ts';
import { buttonsOf } from '../conversation.ts';
import type { Reply, ShownCode } from '../reply.ts';
import type { Services } from '../services.ts';

/** The claim's code with both clocks: activate by the last day of the month, then the days of reading. */
export function codeReply(
  id: 'claimCode.issued' | 'claimCode.alreadyClaimed' | 'remindCode.reminded',
  claim: Claim,
  policy: Policy,
  services: Services,
): Reply {
  const code = shownCode(claim.code);
  return {
    id,
    code,
    text: services.texts.say(id, {
      code: code.grouped,
      month: formatMonth(claim.month),
      ...activateByValues(claim.month, services.clock()),
      ...accessValues(claim.month, policy),
      devices: policy.devices,
      registrationPage: services.library.pages.registration,
    }),
    buttons: buttonsOf(services, 'faq.activation', 'faq.devices', 'control.signOut'),
  };
}

/** The code in groups of four, as it is read aloud. */
export function shownCode(code: string): ShownCode {
  const plain = code.replace(/[\s-]/g, '');
  return { plain: code, grouped: plain.match(/.{1,4}/g)?.join(' ') ?? plain };
}
