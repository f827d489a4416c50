/** The server shows a message to its own sender at once, or, when they come thick and fast, in ten seconds. */
const patience = 12_000;

/** Notices when the reader says something and nothing comes back. */
export type Silence = {
  said(): void;
  heard(): void;
};

/**
 * Calls `onSilence` when nothing was heard for 12 seconds after something was said. A router that forgot
 * the connection tells nobody, and messages still go out by another way.
 */
export function createSilence(onSilence: () => void): Silence {
  let timer: ReturnType<typeof setTimeout> | undefined;

  function heard(): void {
    clearTimeout(timer);
    timer = undefined;
  }

  return {
    said() {
      timer ??= setTimeout(() => {
        heard();
        onSilence();
      }, patience);
    },
    heard,
  };
}
