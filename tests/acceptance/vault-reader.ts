import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBody } from './markdown-body.ts';
import type { Body } from './markdown-body.ts';

/** The kinds of note, named as the nodes of the graph. */
export type NoteKind = 'technique' | 'rule' | 'runbook' | 'page';

/** A note, read without anything of the product. */
export interface Note extends Body {
  /** Relative to the vault, with `/`. */
  readonly path: string;
  /** The file name without `.md`. */
  readonly name: string;
  readonly kind: NoteKind;
  /** The tags that searches see, in lower case: none when the YAML is invalid. */
  readonly tags: readonly string[];
  readonly hasInvalidYaml: boolean;
  /** The frontmatter's single-line properties, unquoted. */
  readonly properties: ReadonlyMap<string, string>;
}

interface Frontmatter {
  readonly properties: ReadonlyMap<string, string>;
  /** The words of the `tags` property, whatever the YAML around them. */
  readonly tagWords: readonly string[];
  readonly hasInvalidYaml: boolean;
  /** The index of the first line after it. */
  readonly end: number;
}

/** Every note below `folder`, in the order of the paths; dot files are no notes. */
export function readVault(folder: string): readonly Note[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md') && !path.split('/').some((part) => part.startsWith('.')))
    .sort()
    .map((path) => readNote(path, decode(readFileSync(join(folder, path)))));
}

function readNote(path: string, text: string): Note {
  const lines = text.split('\n');
  const { properties, tagWords, hasInvalidYaml, end } = readFrontmatter(lines);
  return {
    path,
    name: path.replace(/^.*\//, '').replace(/\.md$/, ''),
    kind: kindOf(tagWords),
    tags: hasInvalidYaml ? [] : tagWords,
    hasInvalidYaml,
    properties,
    ...readBody(lines, end),
  };
}

function kindOf(tagWords: readonly string[]): NoteKind {
  if (tagWords.includes('techniques')) return 'technique';
  if (tagWords.includes('detection_rule')) return 'rule';
  return tagWords.includes('atomic_test') ? 'runbook' : 'page';
}

function readFrontmatter(lines: readonly string[]): Frontmatter {
  const close = lines[0] === '---' ? lines.indexOf('---', 1) : -1;
  const block = lines.slice(1, Math.max(close, 1));
  const pairs = block.flatMap((line) => {
    const match = /^(\w+):\s*(.*)$/.exec(line);
    return match === null ? [] : [[match[1] ?? '', unquote((match[2] ?? '').trim())] as const];
  });
  const properties = new Map(pairs);
  const inline = properties.get('tags') ?? '';
  const listed = block.flatMap((line) => /^\s*-\s+(\S+)\s*$/.exec(line)?.[1] ?? []);
  const tagWords = inline === '' ? listed : inline.replace(/^\[|\]$/g, '').split(/[\s,]+/);
  return {
    properties,
    tagWords: tagWords.filter((word) => word !== '').map((word) => word.toLowerCase()),
    hasInvalidYaml: /^\[\s*,/.test(inline),
    end: close + 1,
  };
}

/** UTF-8, or the two bytes of code page 437 that the vault's other notes hold. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const codePage437: Readonly<Record<number, string>> = { 0x84: 'ä', 0xff: '\u00a0' };
    const character = (byte: number): string =>
      byte < 0x80 ? String.fromCharCode(byte) : (codePage437[byte] ?? '\ufffd');
    return Array.from(bytes, character).join('');
  }
}

/** A YAML scalar on one line without its quotes. */
export function unquote(value: string): string {
  if (/^'.*'$/.test(value)) return value.slice(1, -1).replaceAll("''", "'");
  if (/^".*"$/.test(value)) return value.slice(1, -1).replaceAll('\\"', '"');
  return value;
}
