import { diagnose } from '../../diagnostics/index.ts';
import type { Report } from '../../diagnostics/index.ts';
import { compareTactics, findTactic, readSigmaRule } from '../../domain/index.ts';
import type { SigmaRule } from '../../domain/index.ts';
import { listOf, offsetInNote, textOf } from '../../parse/index.ts';
import type { ParsedNote } from '../../parse/index.ts';
import { fileStart, placeOf } from '../../source/index.ts';
import type { Place } from '../../source/index.ts';
import type { RuleNode } from '../nodes.ts';
import { sectionTitled, spanOf } from './sections.ts';
import { sigmaBlockOf } from './sigma-block.ts';
import type { SigmaBlock } from './sigma-block.ts';
import { tagTexts, techniquesIn } from './technique-ids.ts';

/** What a rule's note says of the rule. */
export type RuleFacts = Pick<RuleNode, 'sigma' | 'techniques' | 'tactics' | 'yaml'>;

/**
 * Reads the facts of a rule's note: its Sigma block first, its properties and the section Description filling
 * in. Techniques and tactics come from Sigma's tags and the note's. Reports `sigma/…` at their places.
 */
export function ruleFacts(note: ParsedNote, report: Report): RuleFacts {
  const block = sigmaBlockOf(note);
  const sigma = block === undefined ? ruleWithoutBlock(note, report) : ruleIn(block, note, report);
  const tags = [...sigma.tags.map((tag) => tag.replace(/^attack\./i, '')), ...tagTexts(note)];
  const tactics = new Set(tags.flatMap((tag) => findTactic(tag)?.name ?? []));
  return {
    sigma: filledIn(sigma, note),
    techniques: techniquesIn(tags),
    tactics: [...tactics].sort(compareTactics),
    yaml: block && { text: block.source, span: block.span },
  };
}

function ruleWithoutBlock(note: ParsedNote, report: Report): SigmaRule {
  report(diagnose('sigma/missing', fileStart(note.file.path), {}));
  return readSigmaRule('').rule;
}

function ruleIn(block: SigmaBlock, { file }: ParsedNote, report: Report): SigmaRule {
  const { rule, problems } = readSigmaRule(block.source);
  const place = (offset: number, length: number): Place => {
    const start = offsetInNote(block, offset) ?? block.span.start;
    return placeOf(file, { start, end: start + length });
  };
  for (const { message, offset } of problems) {
    report(diagnose('sigma/invalid-yaml', place(offset, 0), { problem: message }));
  }
  const { id, idText } = rule;
  if (id === undefined && idText !== undefined) {
    const key = /^[ \t]*id[ \t]*:[ \t]*["']?/m.exec(block.source);
    const offset = key === null ? 0 : key.index + key[0].length;
    report(diagnose('sigma/invalid-id', place(offset, idText.length), { id: idText }));
  }
  return rule;
}

function filledIn(sigma: SigmaRule, note: ParsedNote): SigmaRule {
  const property = (name: string): string | undefined => textOf(note.frontmatter, name);
  const { product, category, service } = sigma.logSource;
  return {
    ...sigma,
    title: sigma.title ?? property('title'),
    status: sigma.status ?? property('status'),
    level: sigma.level ?? property('level'),
    description: sigma.description ?? descriptionIn(note),
    author: sigma.author ?? property('author'),
    date: sigma.date ?? property('created'),
    modified: sigma.modified ?? property('last_modified') ?? property('modified'),
    references: sigma.references.length > 0 ? sigma.references : listOf(note.frontmatter, 'references'),
    logSource: {
      product: product ?? property('logsrc_product'),
      category: category ?? property('logsrc_category'),
      service: service ?? property('logsrc_service'),
    },
  };
}

/** The section Description as written, up to its first code block or lower heading. */
function descriptionIn(note: ParsedNote): string | undefined {
  const section = sectionTitled(note, 'description');
  if (section === undefined) return undefined;
  const stop = section.nodes.find(({ type }) => type === 'code' || type === 'heading');
  const end = stop === undefined ? section.span.end : spanOf(stop).start;
  return note.file.text.slice(spanOf(section.heading).end, end).trim() || undefined;
}
