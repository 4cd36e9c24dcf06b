import { deserialize, serialize } from 'node:v8';
import type { DerivedValues } from '../parse/index.ts';

/** Derived values that are read when somebody asks for one of them: most runs do not. */
export class KeptValues implements DerivedValues {
  readonly #read: () => Uint8Array | undefined;
  #values: Map<string, unknown> | undefined;
  /** Whether there are values that were not read. */
  isChanged = false;

  /** `read` gives the bytes of the values, once; undefined where none are kept. */
  constructor(read: () => Uint8Array | undefined) {
    this.#read = read;
  }

  has(name: string): boolean {
    return this.#all().has(name);
  }

  get(name: string): unknown {
    return this.#all().get(name);
  }

  set(name: string, value: unknown): void {
    this.#all().set(name, value);
    this.isChanged = true;
  }

  /** All values as bytes, to be kept. */
  toBytes(): Uint8Array {
    return serialize(this.#all());
  }

  #all(): Map<string, unknown> {
    return (this.#values ??= valuesOf(this.#read()));
  }
}

function valuesOf(bytes: Uint8Array | undefined): Map<string, unknown> {
  // The cache vouches for the bytes, and the program's digest for their shape.
  return bytes === undefined ? new Map<string, unknown>() : (deserialize(bytes) as Map<string, unknown>);
}
