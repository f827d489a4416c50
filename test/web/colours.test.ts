import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accentFor, contrast, defaultColour, readColour } from '../../src/web/colours.ts';

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);
const paper = { light: '#faf6ef', dark: '#1c1917' } as const;

describe('colours', () => {
  test('contrast is that of WCAG', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#ffffff', '#767676')).toBeCloseTo(4.54, 2);
    expect(contrast('#777777', '#777777')).toBe(1);
  });

  test.each(['light', 'dark'] as const)('any colour of a library can be read by %s', (scheme) => {
    fc.assert(
      fc.property(colour, (chosen) => {
        const { accent, onAccent } = accentFor(chosen, scheme);
        expect(contrast(accent, paper[scheme])).toBeGreaterThanOrEqual(4.5);
        expect(contrast(accent, onAccent)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  test('a colour that can be read already stays as it is', () => {
    expect(accentFor(defaultColour, 'light').accent).toBe(defaultColour);
  });

  test.each(['red', '#abc', '#12345g', '', 'url(x)', '#123456;}', undefined])(
    '%j is no colour',
    (text) => {
      expect(readColour(text)).toBeNull();
    },
  );
});
