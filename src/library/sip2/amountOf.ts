/** A comma or a point, and two places; `12.500000` and `12.5` exist, too. */
const amount = /^([+-]?)(\d+)(?:[.,](\d{1,2}|\d{4,}))?$/;

/**
 * The grosze of an amount as systems write it (`12.50`, `-3,00`, `0`), rounded; `null` when it cannot
 * be read for sure. Three places are no amount: `1,250` is one zloty here and a thousand there.
 */
export function amountOf(text: string): number | null {
  const [, sign, whole = '', fraction = ''] = amount.exec(text.trim()) ?? [];
  if (sign === undefined) return null;
  const grosze = Math.round(Number(`${whole}.${fraction || '0'}`) * 100);
  if (!Number.isSafeInteger(grosze)) return null;
  return sign === '-' && grosze !== 0 ? -grosze : grosze;
}
