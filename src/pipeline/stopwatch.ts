/** Adds up the wall-clock seconds of named stages. */
export interface Stopwatch {
  /** Runs a stage, gives its result and adds its seconds to the stage's name. */
  time<T>(stage: string, run: () => T): T;
  /** As {@link time}, for work that is awaited. */
  timeAsync<T>(stage: string, run: () => Promise<T>): Promise<T>;
  /** Stages with their seconds, in the order in which they first ran. */
  stages(): readonly { readonly stage: string; readonly seconds: number }[];
}

/** A stopwatch at zero. `now` gives milliseconds. */
export function createStopwatch(now: () => number = () => performance.now()): Stopwatch {
  const totals = new Map<string, number>();
  const add = (stage: string, from: number): void => {
    totals.set(stage, (totals.get(stage) ?? 0) + (now() - from) / 1000);
  };
  return {
    time: (stage, run) => {
      const from = now();
      try {
        return run();
      } finally {
        add(stage, from);
      }
    },
    timeAsync: async (stage, run) => {
      const from = now();
      try {
        return await run();
      } finally {
        add(stage, from);
      }
    },
    stages: () => [...totals].map(([stage, seconds]) => ({ stage, seconds })),
  };
}
