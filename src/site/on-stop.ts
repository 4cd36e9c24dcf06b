const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Has `clean` called when this process is asked to end, which then ends as it would have. It is asked between two pieces of work
 * only, so what keeps the process busy for long should wait at times. Gives what takes this back.
 */
export function onStop(clean: () => void): () => void {
  const takeBack = (): void => {
    for (const signal of SIGNALS) process.off(signal, stop);
  };
  const stop = (signal: NodeJS.Signals): void => {
    takeBack();
    clean();
    process.kill(process.pid, signal);
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  return takeBack;
}
