const examplesShown = 4;
const exampleLength = 300;

/** Where assertions are recorded: each prints one line, and a failure stops nothing. */
export interface Report {
  /** Holds when the two are the same primitive value; a number is shown. */
  readonly same: (name: string, actual: Primitive, expected: Primitive) => void;
  /** Holds when there is no problem; else the first few are shown as examples. */
  readonly none: (name: string, problems: readonly string[]) => void;
  /** Runs a group of assertions; one that throws is a failure of the group, not the end of the run. */
  readonly attempt: (name: string, group: () => void | Promise<void>) => Promise<void>;
  /** The counts so far. */
  readonly totals: () => { readonly passed: number; readonly failed: number };
}

type Primitive = string | number | boolean | null | undefined;

/** A report that writes each line through `print`. */
export function createReport(print: (line: string) => void): Report {
  const totals = { passed: 0, failed: 0 };
  const none = (name: string, problems: readonly string[]): void => {
    if (problems.length === 0) {
      totals.passed += 1;
      print(`ok ${name}`);
      return;
    }
    totals.failed += 1;
    print(`FAIL ${name}: ${describe(problems)}`);
  };
  return {
    none,
    same: (name, actual, expected) => {
      const shown = typeof expected === 'number' ? `${name}: ${expected}` : name;
      if (actual === expected) none(shown, []);
      else none(name, [`expected ${String(expected)}, found ${String(actual)}`]);
    },
    attempt: async (name, group) => {
      try {
        await group();
      } catch (error) {
        none(name, [`could not be asserted: ${messageOf(error)}`]);
      }
    },
    totals: () => ({ ...totals }),
  };
}

/** The first line of an error's message, or the thrown value as text. */
export function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n')[0] ?? message;
}

function describe(problems: readonly string[]): string {
  const shown = problems.slice(0, examplesShown).map(shorten).join('; ');
  const rest = problems.length - examplesShown;
  return rest > 0 ? `${shown}; and ${rest} more` : shown;
}

function shorten(problem: string): string {
  return problem.length > exampleLength ? `${problem.slice(0, exampleLength)}…` : problem;
}
