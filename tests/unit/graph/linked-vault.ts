import { readConfig } from '../../../src/domain/index.ts';
import { buildGraph } from '../../../src/graph/index.ts';
import type { BuiltGraph, RuleNode, TestNode } from '../../../src/graph/index.ts';
import { createCorpus } from '../../../src/query/index.ts';
import { notesOf } from '../query/notes.ts';

/** The graph of notes given as path and text, and its diagnostics. */
export function linkedVault(files: Readonly<Record<string, string>>): BuiltGraph {
  const notes = notesOf(files).toSorted((a, b) => (a.file.path < b.file.path ? -1 : 1));
  const corpus = createCorpus(notes);
  return buildGraph({ ...readConfig(undefined), notes, attachments: [], corpus, kindCorpus: corpus });
}

/** A guid or a Sigma id, the same for the same number. */
export function uuid(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

interface RuleText {
  readonly id?: number;
  /** By tag of the note. */
  readonly techniques?: readonly string[];
  /** Lines of the Sigma block beside the id and the title. */
  readonly sigma?: string;
  /** What stands under the block. */
  readonly body?: string;
  readonly frontmatter?: string;
}

/** The text of a rule's note. */
export function ruleText({ id, techniques = [], sigma = '', body = '', frontmatter = '' }: RuleText): string {
  const tags = ['detection_rule', ...techniques.map((technique) => technique.replace('.', '_'))].join(', ');
  const idLine = id === undefined ? '' : `id: ${uuid(id)}\n`;
  return `---\ntags: [${tags}]\n${frontmatter}---\n\n\`\`\`yml\ntitle: Rule\n${idLine}${sigma}\ndetection: {}\n\`\`\`\n\n${body}\n`;
}

interface TestText {
  readonly name: string;
  readonly guid?: number;
  /** As written; Windows where it is left out. */
  readonly platforms?: string;
}

interface TechniqueText {
  readonly tactics?: string;
  readonly platforms?: string;
  /** Such as `Process: Process Creation`. */
  readonly components?: readonly string[];
  readonly body?: string;
}

/** The text of a technique's note. */
export function techniqueText(
  id: string,
  { tactics, platforms, components = [], body = '' }: TechniqueText = {},
): string {
  const properties = [
    `tags: [techniques, ${id.replace('.', '_')}]`,
    ...(tactics === undefined ? [] : [`tactics: ${tactics}`]),
    ...(platforms === undefined ? [] : [`platforms: ${platforms}`]),
  ];
  const list = components.map((component) => `- ${component}\n`).join('');
  return `---\n${properties.join('\n')}\n---\n# ${id}\n\n### Data Sources\n\n${list}\n### Detection Rule\n\n${body}\n`;
}

/** The text of a runbook's note. */
export function runbookText(techniques: readonly string[], tests: readonly TestText[]): string {
  const tags = ['atomic_test', ...techniques.map((technique) => technique.replace('.', '_'))].join(', ');
  const sections = tests.map(({ name, guid, platforms = 'Windows' }, index) => {
    const line = guid === undefined ? '' : `**auto_generated_guid:** ${uuid(guid)}\n\n`;
    return `## Atomic Test #${index + 1} - ${name}\n\n**Supported Platforms:** ${platforms}\n\n${line}`;
  });
  return `---\ntags: [${tags}]\n---\n# ${techniques.join(', ')}\n\n${sections.join('')}`;
}

/** The rule of a note; throws when there is none. */
export function ruleAt({ graph }: BuiltGraph, path: string): RuleNode {
  const found = graph.ofKind('rule').find((node) => node.path === path);
  if (found === undefined) throw new Error(`no rule at ${path}`);
  return found;
}

/** The test of a name; throws when there is none. */
export function testNamed({ graph }: BuiltGraph, name: string): TestNode {
  const found = graph.ofKind('test').find((node) => node.title === name);
  if (found === undefined) throw new Error(`no test ${name}`);
  return found;
}
