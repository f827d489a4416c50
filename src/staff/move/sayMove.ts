import type { Month } from '../../rules/index.ts';
import type { Say } from '../../text/index.ts';
import type { MovePreview } from './moveLedger.ts';

type Ready = Extract<MovePreview, { outcome: 'ready' }>;

/** A line a month, and what goes with them. */
export function sayMovePreview(say: Say, { copy, pause }: Ready): string {
  const months = [...copy].map(([month, { state, changes, events }]) =>
    say('staffMove.month', {
      month,
      codes: state.codes.length,
      claims: state.claims.size,
      waiting: state.waiting.size,
      rows: changes.length + events.length,
    }),
  );
  const paused = pause === null ? [] : [say('staffMove.paused', { text: pause })];
  return [...months, ...paused, say('staffMove.stays')].join('\n');
}

/** Why nothing is moved. */
export function sayMoveRefusal(say: Say, preview: Exclude<MovePreview, Ready>): string {
  switch (preview.outcome) {
    case 'nothing':
      return say('staffMove.nothing');
    case 'targetUsed':
      return say('staffMove.targetUsed', { months: preview.months.join(', ') });
    case 'auditDiffers':
      return say('staffMove.auditDiffers', { months: preview.months.join(', ') });
  }
}

/** The target was written and is wrong. */
export function sayMoveFailed(say: Say, months: readonly Month[]): string {
  return say('staffMove.failed', { months: months.join(', ') });
}
