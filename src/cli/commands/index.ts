import type { Command } from '../command.ts';

/** Every command by its name, in the order of the help. Only the one that runs is loaded, with what it stands on. */
const loaders = {
  build: async () => (await import('./build.ts')).build,
  dev: async () => (await import('./dev.ts')).dev,
  preview: async () => (await import('./preview.ts')).preview,
  check: async () => (await import('./check.ts')).check,
  query: async () => (await import('./query.ts')).query,
  blocks: async () => (await import('./blocks.ts')).blocks,
  coverage: async () => (await import('./coverage.ts')).coverage,
  graph: async () => (await import('./graph.ts')).graph,
  init: async () => (await import('./init.ts')).init,
} as const satisfies Record<string, () => Promise<Command>>;

/** The names of all commands, in the order of the help. */
export const commandNames: readonly string[] = Object.keys(loaders);

/** Loads a command; undefined when there is none of that name. */
export async function loadCommand(name: string): Promise<Command | undefined> {
  return Object.hasOwn(loaders, name) ? loaders[name as keyof typeof loaders]() : undefined; // it is a key
}

/** Loads all commands, in the order of the help. */
export async function loadCommands(): Promise<readonly Command[]> {
  return Promise.all(Object.values(loaders).map((load) => load()));
}
