import { setTimeout as pause } from 'node:timers/promises';

/** Whether the database takes part. Who asks it again and again need not wait each time. */
export type Outage = {
  /** Gone for longer than a restart takes: nobody asks until it is back. */
  isLong(): boolean;
  /** A connection was lost, or none could be made. */
  noticed(): void;
  /** The database answered. */
  isOver(): void;
  close(): void;
};

export type OutageOptions = {
  /** Rejects while nobody answers. */
  readonly probe: () => Promise<unknown>;
  /** Milliseconds for which a lost connection may be a restart that readers need not notice. */
  readonly patience: number;
  /** Told when an outage has become long, and when it is over. */
  readonly onChange: (isLong: boolean) => void;
};

const probeEvery = 500;

/** Watches over one outage at a time, from the first lost connection to the first answer. */
export function watchOutages({ probe, patience, onChange }: OutageOptions): Outage {
  let state: 'here' | 'gone' | 'longGone' = 'here';
  let waiting: NodeJS.Timeout | undefined;
  let isClosed = false;

  function isOver(): void {
    if (state === 'here') return;
    clearTimeout(waiting);
    const wasLong = state === 'longGone';
    state = 'here';
    if (wasLong) onChange(false);
  }

  async function probeUntilBack(): Promise<void> {
    while (state !== 'here' && !isClosed) {
      await pause(probeEvery, undefined, { ref: false });
      if (isClosed) return;
      await probe().then(isOver, () => undefined);
    }
  }

  return {
    isLong: () => state === 'longGone',
    noticed() {
      if (state !== 'here' || isClosed) return;
      state = 'gone';
      waiting = setTimeout(() => {
        state = 'longGone';
        onChange(true);
      }, patience).unref();
      void probeUntilBack();
    },
    isOver,
    close() {
      isClosed = true;
      clearTimeout(waiting);
    },
  };
}
