import { diagnose } from '../../diagnostics/index.ts';
import type { Report } from '../../diagnostics/index.ts';
import { compareTactics, findTactic, passedOverRules, readSigmaRule } from '../../domain/index.ts';
import type { SigmaRule } from '../../domain/index.ts';
import { createReporter, listOf, offsetInNote, textOf, visibleText } from '../../parse/index.ts';
import type { ParsedNote } from '../../parse/index.ts';
import { fileStart } from '../../source/index.ts';
import type { RuleNode } from '../nodes.ts';
import { sectionTitled, spanOf } from './sections.ts';
import { sigmaBlocksOf } from './sigma-block.ts';
import type { SigmaBlock } from './sigma-block.ts';
import { tagTexts, techniquesIn } from './technique-ids.ts';
import { shortTitle } from './titles.ts';

/** What a rule's note says of the rule. */
export type RuleFacts = Pick<RuleNode, 'sigma' | 'techniques' | 'tactics' | 'yaml'>;

/**
 * Reads the facts of a rule's note: its Sigma block first, its properties and the section Description filling
 * in. Techniques and tactics come from Sigma's tags and the note's. Reports `sigma/…` at their places.
 */
export function ruleFacts(note: ParsedNote, report: Report): RuleFacts {
  const blocks = sigmaBlocksOf(note);
  const [block] = blocks;
  const sigma = block === undefined ? ruleWithoutBlock(note, report) : ruleIn(block, note, report);
  reportOtherRules(blocks, note, report);
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
  return readSigmaRule('', () => undefined);
}

function ruleIn(block: SigmaBlock, { file }: ParsedNote, report: Report): SigmaRule {
  const reporter = createReporter(file);
  const inNote = (offset: number): number => offsetInNote(block, offset) ?? block.span.start;
  const rule = readSigmaRule(block.source, (code, { start, end }, facts) => {
    reporter.report(code, { start: inNote(start), end: inNote(end) }, facts);
  });
  for (const diagnostic of reporter.diagnostics) report(diagnostic);
  return rule;
}

/** A note has one page, so it holds one rule. */
function reportOtherRules(blocks: readonly SigmaBlock[], { file }: ParsedNote, report: Report): void {
  const reporter = createReporter(file);
  for (const { text, span, rule } of passedOverRules(blocks.map(({ source }) => source))) {
    const block = blocks[text];
    const start = block && offsetInNote(block, span.start);
    const end = block && offsetInNote(block, span.end);
    if (start === undefined || end === undefined) continue;
    reporter.report('sigma/several-rules', { start, end }, { rule: rule && shortTitle(rule) });
  }
  for (const diagnostic of reporter.diagnostics) report(diagnostic);
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
  return visibleText(note).slice(spanOf(section.heading).end, end).trim() || undefined;
}
