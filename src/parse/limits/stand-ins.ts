import type { Root } from 'mdast';

/** Private characters that stand for ASCII ones which the Markdown parser is not to see. */
export interface StandIns {
  /** The character that stands for an ASCII one. */
  readonly hide: (character: string) => string;
  /** Puts the characters back into every value of a tree, in place. */
  readonly restore: (tree: Root) => void;
}

const FIRST = 0xe000;
const LAST = 0xf800;

/** Chooses stand-ins that do not occur in a text: a block of 128 private characters. */
export function createStandIns(text: string): StandIns {
  let base = FIRST;
  while (base < LAST && block(base).test(text)) base += 128;
  return {
    hide: (character) => String.fromCharCode(base + character.charCodeAt(0)),
    restore: (tree) => restoreAll(tree, base),
  };
}

function block(base: number): RegExp {
  return new RegExp(`[${String.fromCharCode(base)}-${String.fromCharCode(base + 127)}]`, 'g');
}

function restoreAll(tree: Root, base: number): void {
  const hidden = block(base);
  const restored = (value: string): string =>
    value.replace(hidden, (standIn) => String.fromCharCode(standIn.charCodeAt(0) - base));
  const stack: object[] = [tree];
  for (let object = stack.pop(); object !== undefined; object = stack.pop()) {
    const entries: [string, unknown][] = Object.entries(object);
    for (const [key, value] of entries) {
      if (typeof value === 'string') Reflect.set(object, key, restored(value));
      else if (typeof value === 'object' && value !== null && key !== 'position') stack.push(value);
    }
  }
}
