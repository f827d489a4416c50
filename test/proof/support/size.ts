/** Set to `long` by `npm run proof`. */
const isLong = process.env['PROOF_SIZE'] === 'long';

/** How much of a proof is run. */
export function sizeOf<Size>(sizes: { readonly short: Size; readonly long: Size }): Size {
  return isLong ? sizes.long : sizes.short;
}

/** Says what was proved, where it can be copied from. The short run is silent. */
export function tell(line: string): void {
  if (isLong) process.stdout.write(`proved: ${line}\n`);
}
