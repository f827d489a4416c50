import type { MappedText } from './mappedText.ts';

/** A longer message is cut here: the recogniser's worst case grows with the square of the length. */
export const maximumLength = 500;

const invisible = /^[\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u2064\uFE00-\uFE0F\uFEFF]$/;

/**
 * The message in composed letters (a Mac may send "ó" as two characters), without invisible
 * characters, and with each run of blanks written as one space. A line break stays: no date runs
 * over it.
 */
export function plainText(source: string): MappedText {
  let text = '';
  const origins: number[] = [];
  for (const { 0: cluster, index } of source
    .slice(0, maximumLength)
    .matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) {
    const plain = plainCluster(cluster);
    if (plain === '' || (plain === ' ' && /(?:^|[ \n])$/.test(text.slice(-1)))) continue;
    for (const character of plain.split('')) {
      text += character;
      origins.push(index);
    }
  }
  return { text, origins: [...origins, Math.min(source.length, maximumLength)] };
}

function plainCluster(cluster: string): string {
  if (/[\r\n]/.test(cluster)) return '\n';
  if (/^\s/.test(cluster)) return ' ';
  return invisible.test(cluster) ? '' : cluster.normalize('NFC');
}
