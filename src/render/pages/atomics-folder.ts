import type { AtomicTest } from '../../domain/index.ts';

/** How Atomic Red Team's commands name the folder in which its tests lie; its executor puts in where that is on the machine. */
const NAME = 'PathToAtomicsFolder';

/** The name of that folder where commands of some tests hold it, or defaults of their inputs; undefined where none does. */
export function atomicsFolderIn(tests: readonly AtomicTest[]): string | undefined {
  return tests.some((test) => textsOf(test).some((text) => text?.toLowerCase().includes(NAME.toLowerCase())))
    ? NAME
    : undefined;
}

function textsOf({ inputs, command, cleanupCommand, dependencies }: AtomicTest): readonly (string | undefined)[] {
  return [
    command,
    cleanupCommand,
    ...inputs.map(({ defaultValue }) => defaultValue),
    ...dependencies.flatMap(({ checkCommand, getCommand }) => [checkCommand, getCommand]),
  ];
}
