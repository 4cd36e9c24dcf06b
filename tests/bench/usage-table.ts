import { median, medianRatio } from './measure.ts';
import { measureTree } from './tree-usage.ts';
import type { Command, TreeUsage } from './tree-usage.ts';

/** What some commands took, a row each, as often as they were run. */
export interface UsageTable {
  /** Runs commands one after the other and adds what they took together to a row. Throws where one of them fails. */
  take(row: string, commands: readonly Command[]): Promise<void>;
  /** The seconds of CPU of a row, round by round. */
  cpu(row: string): readonly number[];
  /** The rows as Markdown, each a median of its rounds, with the ratio of its CPU to that of the row `to`. */
  print(to: string): string;
  /** Forgets all rows: those of a round that only warmed the machine. */
  clear(): void;
}

/** An empty table. */
export function createUsageTable(): UsageTable {
  const rows = new Map<string, TreeUsage[]>();
  const cpu = (row: string): readonly number[] => (rows.get(row) ?? []).map((usage) => usage.cpu);
  return {
    take: async (row, commands) => {
      const taken: TreeUsage[] = [];
      for (const command of commands) taken.push(await measureTree(command));
      rows.set(row, [...(rows.get(row) ?? []), sum(taken)]);
    },
    cpu,
    print: (to) => {
      const lines = [...rows].map(([name, usages]) =>
        line([name, ...figures(usages), medianRatio(cpu(name), cpu(to)).toFixed(2)]),
      );
      return [
        `Medians of ${(rows.get(to) ?? []).length} runs; ratio: its CPU to that of the ${to} in the same run.`,
        '',
        line(['what', 'CPU s', 'wall s', 'memory MB', 'largest process MB', 'ratio']),
        line(Array.from({ length: 6 }, () => '---')),
        ...lines,
      ].join('\n');
    },
    clear: () => rows.clear(),
  };
}

function sum(taken: readonly TreeUsage[]): TreeUsage {
  return {
    cpu: taken.reduce((all, { cpu }) => all + cpu, 0),
    wall: taken.reduce((all, { wall }) => all + wall, 0),
    peak: Math.max(...taken.map(({ peak }) => peak)),
    largest: Math.max(...taken.map(({ largest }) => largest)),
  };
}

function figures(usages: readonly TreeUsage[]): readonly string[] {
  const of = (key: keyof TreeUsage, digits: number): string =>
    median(usages.map((usage) => usage[key])).toFixed(digits);
  return [of('cpu', 1), of('wall', 1), of('peak', 0), of('largest', 0)];
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
