const fullScreen = matchMedia('(max-width: 520px), (max-height: 480px)');

/**
 * Shows the dialog as the screen allows: a phone's whole screen is a modal dialog; on a desk the page
 * beside the chat stays usable. Returns what unfolds it; an open one follows a screen that changes.
 */
export function unfolding(place: HTMLElement, dialog: HTMLDialogElement): () => void {
  function unfold(): void {
    dialog.close();
    if (fullScreen.matches) dialog.showModal();
    else dialog.show();
    fit();
  }

  /** A phone's keyboard covers a part of the page without making it smaller: the rest is the chat's. */
  function fit(): void {
    const { visualViewport: seen } = window;
    // Who has enlarged the page with two fingers looks at a part of it on purpose.
    const isCovered = seen && fullScreen.matches && Math.round(seen.scale * 100) === 100;
    place.style.setProperty('--seen', isCovered ? `${seen.height}px` : '');
    place.style.setProperty('--above', isCovered ? `${seen.offsetTop}px` : '');
  }

  for (const change of ['resize', 'scroll']) visualViewport?.addEventListener(change, fit);
  fullScreen.addEventListener('change', () => {
    if (dialog.open) unfold();
  });
  return unfold;
}
