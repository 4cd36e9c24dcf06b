import { parseTestGuid } from '../../domain/index.ts';
import type { AtomicTest, TestDependency } from '../../domain/index.ts';
import { partsOf, spanOf } from './sections.ts';
import type { Section, SectionPart } from './sections.ts';
import { readInputs } from './test-inputs.ts';

const TITLE = /^Atomic Test #(\d+)\s*[-–:]?\s*(.*)$/i;
const PLATFORMS = /^\*\*Supported Platforms:\*\*[ \t]*(.*)$/im;
/** The headings that the generator writes; any other belongs to the author's description. */
const GENERATED = /^(?:inputs|attack commands|run it with these steps|cleanup commands|dependencies)\b/i;
const GUID = /^\*\*auto_generated_guid:\*\*[ \t]*(\S*)/im;

/** Whether a heading, as written, begins an atomic test. */
export function isTestTitle(title: string): boolean {
  return TITLE.test(title);
}

/**
 * Reads one `## Atomic Test #N - Name` section in the shape that Atomic Red Team generates from its YAML; what is
 * missing is undefined or empty. Source: atomic-red-team, atomic_doc_template.md.erb.
 */
export function readTestSection(section: Section, title: string, text: string): AtomicTest {
  const parts = partsOf(section, text);
  const first = parts.findIndex((part) => GENERATED.test(part.title ?? ''));
  const reader = new PartReader(first === -1 ? [] : parts.slice(first), text);
  const preface = text.slice(spanOf(section.heading).end, parts.at(first === -1 ? -1 : first - 1)?.span.end);
  const [, number, name] = TITLE.exec(title) ?? [];
  const run = reader.find(/^attack commands\b/i);
  const manual = run === undefined ? reader.find(/^run it with these steps\b/i) : undefined;
  return {
    number: number === undefined ? undefined : Number(number),
    name: name === undefined || name === '' ? title : name,
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
}

/** What stands between a test's heading and the first that the generator writes. */
function prefaceFacts(preface: string): Pick<AtomicTest, 'guid' | 'description' | 'platforms'> {
  const platforms = PLATFORMS.exec(preface);
  const guid = GUID.exec(preface);
  const end = Math.min(platforms?.index ?? preface.length, guid?.index ?? preface.length);
  const names = (platforms?.[1] ?? '').split(',').map((name) => name.trim());
  return {
    guid: parseTestGuid(guid?.[1] ?? ''),
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

  /** The commands of a part. A command that holds a fence itself is cut into several blocks: it is put together again. */
  codeOf({ nodes }: SectionPart): string | undefined {
    const blocks = nodes.filter((node) => node.type === 'code');
    const [first, ...others] = blocks;
    const last = others.at(-1);
    if (first === undefined || last === undefined) return first?.value;
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
