/** Black or white, whichever is easier to read on the colour: the better one always has 4.5:1. */
export function textOn(colour: string): string {
  const light = (start: number): number => {
    const part = parseInt(colour.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * light(1) + 0.7152 * light(3) + 0.0722 * light(5) > 0.179 ? '#000' : '#fff';
}
