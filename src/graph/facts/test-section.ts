import type { Code } from 'mdast';
import { parseTestGuid } from '../../domain/index.ts';
import type { AtomicTest, TestDependency } from '../../domain/index.ts';
import type { Span } from '../../source/index.ts';
import { partsOf, spanOf } from './sections.ts';
import type { Section, SectionPart } from './sections.ts';
import { readInputs } from './test-inputs.ts';

const TITLE = /^Atomic Test #(\d+)\s*[-–:]?\s*(.*)$/i;
const PLATFORMS = /^\*\*Supported Platforms:\*\*[ \t]*(.*)$/im;
/** The headings that the generator writes; any other belongs to the author's description. */
const GENERATED = /^(?:inputs|attack commands|run it with these steps|cleanup commands|dependencies)\b/i;
const GUID = /^(\*\*auto_generated_guid:\*\*[ \t]*`?)([^\s`]*)/im;

/** An atomic test as its section tells it. */
export interface ReadTest {
  readonly test: AtomicTest;
  /** Where something stands that is written for its guid; undefined where nothing is. */
  readonly guidSpan: Span | undefined;
}

/** Whether a heading, as written, begins an atomic test. */
export function isTestTitle(title: string): boolean {
  return TITLE.test(title);
}

/**
 * Reads one `## Atomic Test #N - Name` section in the shape that Atomic Red Team generates from its YAML; what is
 * missing is undefined or empty. Source: atomic-red-team, atomic_doc_template.md.erb.
 */
export function readTestSection(section: Section, title: string, text: string): ReadTest {
  const parts = partsOf(section, text);
  const first = parts.findIndex((part) => GENERATED.test(part.title ?? ''));
  const reader = new PartReader(first === -1 ? [] : parts.slice(first), text);
  const start = spanOf(section.heading).end;
  const preface = text.slice(start, parts.at(first === -1 ? -1 : first - 1)?.span.end);
  const guid = guidIn(preface);
  const [, number, name] = TITLE.exec(title) ?? [];
  const run = reader.find(/^attack commands\b/i);
  const manual = run === undefined ? reader.find(/^run it with these steps\b/i) : undefined;
  const test = {
    number: number === undefined ? undefined : Number(number),
    name: name === undefined || name === '' ? title : name,
    guid: guid === undefined ? undefined : parseTestGuid(guid.text),
    ...prefaceFacts(preface),
    inputs: reader.inputs(),
    executor: manual === undefined ? executorIn(run?.title) : 'manual',
    elevationRequired: /elevation required/i.test((run ?? manual)?.title ?? ''),
    command: run && reader.codeOf(run),
    cleanupCommand: reader.code(/^cleanup commands\b/i),
    steps: manual && withoutLastBreaks(reader.textOf(manual)).trim(),
    dependencyExecutor: executorIn(reader.find(/^dependencies\b/i)?.title),
    dependencies: reader.dependencies(),
  };
  return { test, guidSpan: guid && { start: start + guid.start, end: start + guid.start + guid.text.length } };
}

/** What is written for the guid, letter for letter. */
function guidIn(preface: string): { readonly text: string; readonly start: number } | undefined {
  const found = GUID.exec(preface);
  const [, label = '', text = ''] = found ?? [];
  return found === null || text === '' ? undefined : { text, start: found.index + label.length };
}

/** What stands between a test's heading and the first that the generator writes. */
function prefaceFacts(preface: string): Pick<AtomicTest, 'description' | 'platforms'> {
  const platforms = PLATFORMS.exec(preface);
  const guid = GUID.exec(preface);
  const end = Math.min(platforms?.index ?? preface.length, guid?.index ?? preface.length);
  const names = (platforms?.[1] ?? '').split(',').map((name) => name.trim());
  return {
    description: preface.slice(0, end).trim(),
    platforms: names.filter((name) => name !== ''),
  };
}

function executorIn(title: string | undefined): string | undefined {
  return /run with\s+`?([\w-]+)/i.exec(title ?? '')?.[1];
}

/** Without the `<br/>` lines that the generator puts between tests. Steps backwards, so that it takes linear time. */
function withoutLastBreaks(text: string): string {
  let rest = text.trimEnd();
  for (;;) {
    const lastBreak = /<br\s?\/?>$/i.exec(rest.slice(-6));
    if (lastBreak === null) return rest;
    rest = rest.slice(0, -lastBreak[0].length).trimEnd();
  }
}

class PartReader {
  readonly #parts: readonly SectionPart[];
  readonly #text: string;

  constructor(parts: readonly SectionPart[], text: string) {
    this.#parts = parts;
    this.#text = text;
  }

  find(title: RegExp): SectionPart | undefined {
    return this.#parts.find((part) => title.test(part.title ?? ''));
  }

  textOf({ span }: SectionPart): string {
    return this.#text.slice(span.start, span.end);
  }

  inputs(): AtomicTest['inputs'] {
    const part = this.find(/^inputs\b/i);
    return part === undefined ? [] : readInputs(this.textOf(part));
  }

  code(title: RegExp): string | undefined {
    const part = this.find(title);
    return part && this.codeOf(part);
  }

  /**
   * The commands of a part. A command that holds a fence itself is cut into several blocks: it is put together again. What names a
   * language begins a block of its own, for no fence that does can end one.
   */
  codeOf({ nodes }: SectionPart): string | undefined {
    const blocks: Code[][] = [];
    for (const node of nodes) {
      if (node.type !== 'code') continue;
      const last = blocks.at(-1);
      if (last === undefined || node.lang) blocks.push([node]);
      else last.push(node);
    }
    return blocks.length === 0 ? undefined : blocks.map((pieces) => this.#joined(pieces)).join('\n');
  }

  #joined(pieces: readonly Code[]): string {
    const [first, ...others] = pieces;
    const last = others.at(-1);
    if (first === undefined || last === undefined) return first?.value ?? '';
    const lines = this.#text.slice(spanOf(first).start, spanOf(last).end).split('\n');
    return lines.slice(1, -1).join('\n');
  }

  dependencies(): readonly TestDependency[] {
    const found: { description: string; checkCommand: string | undefined; getCommand: string | undefined }[] = [];
    for (const part of this.#parts) {
      const description = /^description:\s*(.*)$/i.exec(part.title ?? '')?.[1];
      const isCheck = /^check prereq commands\b/i.test(part.title ?? '');
      const isGet = /^get prereq commands\b/i.test(part.title ?? '');
      if (description !== undefined) {
        const text = `${description}${this.textOf(part)}`.trim();
        found.push({ description: text, checkCommand: undefined, getCommand: undefined });
      }
      const last = found.at(-1);
      if (isCheck && last !== undefined) last.checkCommand = this.codeOf(part);
      if (isGet && last !== undefined) last.getCommand = this.codeOf(part);
    }
    return found;
  }
}
