/** Red, green and blue, each 0 to 1. */
type Rgb = readonly [number, number, number];

/** A colour that can be read on the page's background, and the colour of text on it. */
export type Accent = { readonly accent: string; readonly onAccent: string };

export const defaultColour = '#1f5b4e';

/** Backgrounds of the chat page in `chat.css`, on which the accent must be readable as text. */
const background = { light: '#faf6ef', dark: '#1c1917' } as const;

/** WCAG 2.1, success criterion 1.4.3: the least contrast of text. */
const leastContrast = 4.5;
/** What the accent gets: by night a shade that only just suffices looks muddy. */
const aimedContrast = { light: leastContrast, dark: 7.5 } as const;
const steps = 40;
const black: Rgb = [0, 0, 0];
const white: Rgb = [1, 1, 1];

/** A colour as a library writes it, or null when it is none: `#rrggbb`. */
export function readColour(text: string | undefined): string | null {
  return text && /^#[\da-f]{6}$/i.test(text) ? text.toLowerCase() : null;
}

/**
 * The nearest shade of `colour` that has a contrast of 4.5:1 with the page's background, so that any
 * colour of a library gives a readable chat by day and by night.
 */
export function accentFor(colour: string, scheme: 'light' | 'dark'): Accent {
  let shade = colour;
  for (let step = 0; step <= steps; step += 1) {
    shade = hex(shadeOf(rgb(colour), scheme, step / steps));
    if (contrast(shade, background[scheme]) >= aimedContrast[scheme]) break;
  }
  return { accent: shade, onAccent: textOn(shade, background[scheme]) };
}

/** On the way to black; or to white by way of a vivid shade, because plain white greys a colour. */
function shadeOf(colour: Rgb, scheme: 'light' | 'dark', way: number): Rgb {
  if (scheme === 'light') return mix(colour, black, way);
  const strongest = Math.max(...colour);
  const bright = strongest === 0 ? white : mix(black, colour, 1 / strongest);
  const vivid = mix(bright, white, 0.5);
  return way < 0.5 ? mix(colour, vivid, way * 2) : mix(vivid, white, way * 2 - 1);
}

/** Contrast of two colours by WCAG 2.1, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(rgb(one)), luminance(rgb(other))].sort(
    (a, b) => a - b,
  );
  return (lighter + 0.05) / (darker + 0.05);
}

/** The page's own background where it can be read on the accent, else black or white. */
function textOn(accent: string, preferred: string): string {
  if (contrast(accent, preferred) >= leastContrast) return preferred;
  return contrast(accent, '#ffffff') >= leastContrast ? '#ffffff' : '#000000';
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  ) as [number, number, number]; // map keeps the length, which its type does not say
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function mix(one: Rgb, other: Rgb, share: number): Rgb {
  const part = (index: 0 | 1 | 2): number => one[index] + (other[index] - one[index]) * share;
  return [part(0), part(1), part(2)];
}

function rgb(colour: string): Rgb {
  const part = (start: number): number => parseInt(colour.slice(start, start + 2), 16) / 255;
  return [part(1), part(3), part(5)];
}

function hex(colour: Rgb): string {
  const part = (value: number): string =>
    Math.round(value * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${colour.map(part).join('')}`;
}
