import { deserialize, serialize } from 'node:v8';
import type { DerivedValues } from '../parse/index.ts';

/** Derived values that stay bytes until somebody asks for one of them: most runs do not. */
export class KeptValues implements DerivedValues {
  readonly #bytes: Uint8Array;
  #values: Map<string, unknown> | undefined;
  /** Whether there are values that the bytes do not hold. */
  isChanged = false;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
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
    return this.isChanged ? serialize(this.#values) : this.#bytes;
  }

  #all(): Map<string, unknown> {
    // The cache vouches for the bytes, and the program's digest for their shape.
    return (this.#values ??= deserialize(this.#bytes) as Map<string, unknown>);
  }
}

/** Values of a note that nothing is kept of. */
export function noValues(): KeptValues {
  return new KeptValues(EMPTY);
}

const EMPTY = serialize(new Map());
