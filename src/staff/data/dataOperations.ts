import type { AuditVerdict, CodeLedger } from '../../codes/index.ts';
import type { CardNumber } from '../../library/index.ts';
import type { Erasure, PersonalData, Privacy } from '../../privacy/index.ts';
import { maskPersonalData } from '../../understanding/index.ts';

/** What staff can do with what is kept about readers. */
export type DataOperations = {
  personalData(card: CardNumber): Promise<PersonalData>;
  /** Personal data in the reason is masked: it stays in the audit. */
  erase(card: CardNumber, reason: string): Promise<Erasure>;
  verifyAudit(): Promise<readonly AuditVerdict[]>;
};

export function dataOperations(
  privacy: Privacy,
  ledger: Pick<CodeLedger, 'verifyAudit'>,
): DataOperations {
  return {
    personalData: (card) => privacy.dataOf(card, 'staff'),
    erase: (card, reason) => privacy.erase(card, 'staff', maskPersonalData(reason)),
    verifyAudit: () => ledger.verifyAudit(),
  };
}
