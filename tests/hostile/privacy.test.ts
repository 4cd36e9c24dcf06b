import { mkdtempSync, rmSync } from 'node:fs';
import { homedir, hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { CANARY } from './canary.ts';
import { runCommand } from './command.ts';
import type { CommandRun } from './command.ts';
import { writeTree } from './make-vault.ts';
import { holdersOf, textsOf } from './texts-of.ts';

describe('the machine that builds', () => {
  it('is not told of: no path, no environment, nothing from outside the vault or from what is never read', () => {
    const texts = textsOf(inject('out'));
    const names = [inject('vault'), inject('out'), path.resolve(import.meta.dirname, '../..'), homedir(), hostname()];
    const isTelling = (name: string): boolean => name.length > 5;
    expect(holdersOf(texts, [CANARY, 'root:x:0:0', ...names.filter(isTelling)])).toEqual([]);
  });

  it('is told of to the person who builds without what files outside hold', () => {
    expect(inject('printed')).not.toContain(CANARY);
  });
});

/** Words that stand in notes which are kept out alone, one for each place that could show them. */
const SECRETS = Object.fromEntries(
  [
    'name',
    'title',
    'alias',
    'body',
    'tag',
    'heading',
    'block',
    'folder',
    'image',
    'property',
    'sigma',
    'author',
    'technique',
    'tactic',
    'platform',
    'source',
    'test',
    'input',
    'search',
    'footnote',
    'link',
    'value',
    'product',
  ].map((place, index) => [place, `zqx${place}${(index + 11).toString(36)}vk`]),
);
const S = (place: string): string => SECRETS[place] ?? '';

const PUBLISHED = [
  `[[${S('name')}]] [[${S('folder')}/${S('name')}|shown]] [[${S('name')}#${S('heading')}]] [[${S('name')}#^${S('block')}]] ![[${S('name')}]] ![[${S('name')}#${S('heading')}]]`,
  `[text](${S('folder')}/${S('name')}.md) [text](<${S('folder')}/${S('name')}.md#${S('heading')}> "${S('name')}") ![text](${S('folder')}/${S('name')}.md) [r][${S('name')}]`,
  `<a href="${S('folder')}/${S('name')}.md">x</a>`,
  '> [!note] a\n> [[' + S('name') + ']]',
  `| a |\n|---|\n| [[${S('name')}\\|b]] |`,
  `x[^1]\n\n[^1]: [[${S('name')}]]`,
  '```query\ntag:ok OR file:e OR "the"\n```',
  '```query\n-tag:ok\n```',
  '```query\nsection:(the)\n```',
  `[${S('name')}]: ${S('folder')}/${S('name')}.md`,
  `[[../${S('name')}]] [[gone/${S('name')}.md|${S('title')}]] \`[[${S('name')}]]\` $[[${S('name')}]]$`,
  `<details><summary>[[${S('name')}]]</summary>\n\n[[${S('alias')}]]\n\n</details>`,
  `<A HREF="${S('name')}.md">${S('title')}</A> [${S('title')}](obsidian://open?vault=v&file=${S('folder')}%2F${S('name')})`,
  '![[Board.canvas]]',
].join('\n\n');

const VAULT = {
  'detectionary.yaml': "publish: '-tag:private'\n",
  'Open.md': `---\ntags: [ok]\nup: "[[${S('name')}]]"\nlist: ["[[${S('folder')}/${S('name')}|x]]"]\n---\n# Open\n\nthe\n\n${PUBLISHED}\n`,
  'Open rule.md': `---\ntags: [detection_rule]\n---\n# Rule\n\n${PUBLISHED}\n\n\`\`\`yaml\ntitle: Rule\nid: 11111111-2222-4333-8444-555555555555\nlogsource: {product: windows, category: process_creation}\ndetection:\n  a: {b: c}\n  condition: a\ntags: [attack.t1003]\n\`\`\`\n`,
  'Board.canvas': JSON.stringify({ nodes: [{ type: 'file', file: `${S('folder')}/${S('name')}.md` }] }),
  ...Object.fromEntries(
    [
      '---\ntags: [private\n---\n',
      '---\ntags: [private]\n\n',
      '---json\n{"tags": ["private"]}\n---\n',
      `${'\n'.repeat(20_001)}#private `,
    ].map((top, index) => [`Broken ${index.toString()}.md`, `${top}# ${S('body')}\n\n${S('title')}\n`]),
  ),
  'T1003.md': `---\ntags: [techniques]\n---\n# T1003 Dumping\n\n${PUBLISHED}\n`,
  [`${S('folder')}/${S('name')}.md`]: `---\ntitle: ${S('title')}\naliases: [${S('alias')}]\ntags: [private, ${S('tag')}]\n${S('property')}: ${S('value')}\n---\n# ${S('title')}\n\nthe ${S('body')} [[${S('link')}]] [[Open]] ![[${S('image')}.png]] [^${S('footnote')}]\n\n## ${S('heading')}\n\nthe ${S('body')} ^${S('block')}\n\n\`\`\`query\n${S('search')}\n\`\`\`\n\n[^${S('footnote')}]: ${S('footnote')}\n`,
  [`${S('folder')}/${S('image')}.png`]: S('image'),
  [`${S('folder')}/rule.md`]: `---\ntags: [private, detection_rule]\n---\n# ${S('sigma')}\n\n\`\`\`yaml\ntitle: ${S('sigma')}\nid: 11111111-2222-4333-8444-555555555555\nauthor: ${S('author')}\nlogsource: {product: ${S('product')}, category: process_creation}\ntags: [attack.t1003]\ndetection:\n  a: {b: c}\n  condition: a\n\`\`\`\n`,
  [`${S('folder')}/T1999.md`]: `---\ntags: [private, techniques]\n---\n# T1003 ${S('technique')}\n\n## Tactics\n- ${S('tactic')}\n\n**Platforms**: ${S('platform')}\n\n**Data Sources**: ${S('source')}: x\n`,
  [`${S('folder')}/book.md`]: `---\ntags: [private, atomic_test]\n---\n# T1003 - ${S('test')}\n\n## Atomic Test #1 - ${S('test')}\n\n**auto_generated_guid:** 22222222-2222-4333-8444-555555555555\n\n#### Inputs:\n| Name | Description | Type | Default Value |\n|---|---|---|---|\n| ${S('input')} | x | x | x |\n\n#### Attack Commands: Run with \`sh\`!\n\n\`\`\`sh\n#{${S('input')}}\n\`\`\`\n`,
};

describe('notes that are kept out', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kept-out-'));
  const [vault, out] = [path.join(folder, 'vault'), path.join(folder, 'out')];
  const runs: CommandRun[] = [];
  beforeAll(() => {
    writeTree(vault, VAULT);
    runs.push(runCommand(['build', '--vault', vault, '--out', out, '--no-cache']));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('stand in no file of the site, compressed or not, nor in its name', () => {
    expect(runs[0]?.status).toBe(0);
    const texts = textsOf(out);
    expect(texts.size).toBeGreaterThan(50);
    expect(holdersOf(texts, Object.values(SECRETS))).toEqual([]);
  });

  it('would be found there, were they published', () => {
    const all = path.join(folder, 'all');
    writeTree(vault, { 'detectionary.yaml': '' });
    runCommand(['build', '--vault', vault, '--out', all, '--no-cache']);
    const found = new Set(
      holdersOf(textsOf(all), Object.values(SECRETS)).map((holder) => holder.replace(/^.*: /s, '')),
    );
    // What a property is called, and what it says, is shown nowhere.
    expect(Object.values(SECRETS).filter((word) => !found.has(word))).toEqual([S('property'), S('value')]);
  });
});
