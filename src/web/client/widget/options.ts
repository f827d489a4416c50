// Only while the script runs does it know its own tag.
const chosen = document.currentScript?.dataset ?? {};

/** What the library's page chose by data attributes of the script's tag. */
export const options = {
  colour: /^#[\da-f]{6}$/i.test(chosen['colour'] ?? '') ? chosen['colour'] : undefined,
  label: chosen['label'],
  isLeft: chosen['position'] === 'left',
  greeting: chosen['greeting'],
  // A bare attribute is enough.
  isKiosk: chosen['kiosk'] !== undefined,
};
