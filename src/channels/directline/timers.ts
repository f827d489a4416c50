/** The passing of time, handed in so that tests can make it pass. Each call returns its own undo. */
export type Timers = {
  every(milliseconds: number, task: () => void): () => void;
  after(milliseconds: number, task: () => void): () => void;
};

/** Real timers that never keep the process alive by themselves. */
export const systemTimers: Timers = {
  every(milliseconds, task) {
    const timer = setInterval(task, milliseconds);
    timer.unref();
    return () => clearInterval(timer);
  },
  after(milliseconds, task) {
    const timer = setTimeout(task, milliseconds);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
