import type { TestGuid } from './ids.ts';

/** An input of an atomic test: a value that fills `#{name}` in its commands. */
export interface TestInput {
  readonly name: string;
  readonly description: string;
  readonly type: string;
  readonly defaultValue: string;
}

/** Something that must be there before the test runs. Commands are as written. */
export interface TestDependency {
  readonly description: string;
  readonly checkCommand: string | undefined;
  readonly getCommand: string | undefined;
}

/** One atomic test. Source: the Markdown that Atomic Red Team generates from its YAML. */
export interface AtomicTest {
  /** The number in its heading, from 1. */
  readonly number: number | undefined;
  readonly name: string;
  readonly guid: TestGuid | undefined;
  /** Markdown, as written. */
  readonly description: string;
  readonly platforms: readonly string[];
  readonly inputs: readonly TestInput[];
  /** `powershell`, `command_prompt`, `sh`, `bash` or `manual`; undefined when the note does not say. */
  readonly executor: string | undefined;
  readonly elevationRequired: boolean;
  readonly command: string | undefined;
  readonly cleanupCommand: string | undefined;
  /** What a person does by hand, for the executor `manual`. */
  readonly steps: string | undefined;
  readonly dependencyExecutor: string | undefined;
  readonly dependencies: readonly TestDependency[];
}
