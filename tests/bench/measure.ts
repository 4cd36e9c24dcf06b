/** What some runs of the same work took, each figure the median of its own. */
export interface Measured {
  /** Milliseconds of CPU, all threads of this process. */
  readonly cpu: number;
  /** Milliseconds on the clock. */
  readonly wall: number;
  readonly runs: number;
}

/** What is measured, and how often. */
export interface Work<T> {
  readonly runs: number;
  /** Makes what one run works on; not measured. */
  readonly prepare: () => T;
  readonly run: (prepared: T) => void;
}

/** Runs the work once to warm up, then so many times; the figures are medians. */
export function measure<T>({ runs, prepare, run }: Work<T>): Measured {
  run(prepare());
  const cpu: number[] = [];
  const wall: number[] = [];
  for (let count = 0; count < runs; count += 1) {
    const prepared = prepare();
    const before = process.cpuUsage();
    const start = performance.now();
    run(prepared);
    wall.push(performance.now() - start);
    const { user, system } = process.cpuUsage(before);
    cpu.push((user + system) / 1000);
  }
  return { cpu: median(cpu), wall: median(wall), runs };
}

/** `35 ms CPU, 36 ms wall (median of 5)` */
export function printMeasured({ cpu, wall, runs }: Measured): string {
  return `${printTime(cpu)} CPU, ${printTime(wall)} wall (median of ${runs})`;
}

function printTime(milliseconds: number): string {
  return milliseconds < 10 ? `${milliseconds.toFixed(1)} ms` : `${Math.round(milliseconds).toLocaleString('en')} ms`;
}

/** The middle value; 0 of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** The middle of the ratios of figures to others of the same run. */
export function medianRatio(figures: readonly number[], to: readonly number[]): number {
  return median(figures.map((figure, run) => figure / (to[run] ?? Number.NaN)));
}
