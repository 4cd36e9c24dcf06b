import { cpSync, existsSync, globSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Code as CodeBlock, Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/diagnostics/index.ts';
import type { Code } from '../../src/diagnostics/index.ts';
import { exitCodeOf } from '../../src/cli/report.ts';
import { checkVault } from '../../src/site/index.ts';
import { temporaryVault } from '../unit/vault/temporary-vault.ts';

const PAGES = path.join(import.meta.dirname, '../../docs/diagnostics');
const CASES = path.join(import.meta.dirname, 'diagnostics');

const codes = Object.keys(catalogue).toSorted() as readonly Code[]; // its keys are the codes
const nameOf = (code: string): string => code.replace('/', '-');
const pageOf = (code: string): string => readFileSync(path.join(PAGES, `${code}.md`), 'utf8');

/** Vaults that cannot stand among text files: links, bytes that are no UTF-8, a line of a thousand signs. */
const madeHere: Partial<Record<Code, () => string>> = {
  'vault/unreadable': () => {
    const root = temporaryVault({ 'T1204 - User Execution.md': 'Somebody opens a file.\n' });
    symlinkSync('User Execution.md', path.join(root, 'Execution.md'));
    return root;
  },
  'vault/outside': () => {
    const root = temporaryVault({ 'vault/Home.md': 'Welcome.\n', 'private/Contacts.md': 'Whom to call.\n' });
    symlinkSync('../private/Contacts.md', path.join(root, 'vault/Contacts.md'));
    return path.join(root, 'vault');
  },
  'vault/repository': () => temporaryVault({ 'Playbooks/.git/config': '[core]\n', 'Playbooks/Home.md': 'Welcome.\n' }),
  'vault/encoding': () =>
    temporaryVault({ 'Targets.md': Buffer.from('# Targets\n\nGesch\x84ftsf\x81hrer\n', 'latin1') }),
  'parse/too-deep': () => temporaryVault({ 'Thread.md': `# Thread\n\n${'> '.repeat(101)}The first mail\n` }),
  'parse/too-many-containers': () => temporaryVault({ 'Export.md': `# Export\n\n${'> one\n\n'.repeat(1_500)}` }),
  'parse/too-long': () => temporaryVault({ 'Hosts.md': `# Hosts\n\n| a |\n| - |\n${'| b |\n'.repeat(12_000)}` }),
  'parse/too-many-marks': () => temporaryVault({ 'Blob.md': `# Blob\n\n${'['.repeat(1_100)}\n` }),
  'graph/too-many-names': () => {
    const tags = Array.from({ length: 1_001 }, (_, index) => `#host-${index.toString()}`);
    return temporaryVault({ 'Hosts.md': `# Hosts\n\n${tags.join('\n\n')}\n` });
  },
  'query/too-many-results': () => {
    const notes = Array.from({ length: 100 }, (_, index): [string, string] => [
      `Note ${index.toString()}.md`,
      'Text.\n',
    ]);
    const blocks = '```query\npath:Note\n```\n\n'.repeat(1_001);
    return temporaryVault({ ...Object.fromEntries(notes), 'Hub.md': `# Hub\n\n${blocks}` });
  },
  'query/too-deep': () => {
    const search = `${'('.repeat(501)}lsass${')'.repeat(501)}`;
    return temporaryVault({ 'Hub.md': `# Hub\n\n\`\`\`query\n${search}\n\`\`\`\n` });
  },
};
/**
 * What no vault triggers: what catches a fault of a library, as the fuzz tests of parse assert, and
 * what is wrong with the input of a command, whose own tests show it.
 */
const untriggered: ReadonlySet<Code> = new Set(['parse/unreadable', 'query/not-json']);
/** Pages whose example is a command, not text of a note. */
const shownAsCommands: ReadonlySet<Code> = new Set([
  'config/misnamed',
  'vault/unreadable',
  'vault/outside',
  'vault/repository',
  'vault/encoding',
  'vault/runnable',
  'graph/duplicate-address',
]);

const triggered = codes.filter((code) => !untriggered.has(code));

interface Found {
  readonly code: string;
  readonly severity: string;
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** What is found, orphans only where they are asked for: most notes of so small vaults stand alone. */
async function check(root: string, areOrphansAsked = false): Promise<readonly Found[]> {
  const { diagnostics } = await checkVault(root);
  const asked = diagnostics.filter(({ code }) => areOrphansAsked || code !== 'graph/orphan');
  return asked.map(({ code, severity, place }) => {
    const { line, column } = place.start;
    return { code, severity, path: place.path, line, column };
  });
}

/** The rows of an expected.json; UPDATE=1 writes what was found in their place. */
function expectedOf(code: Code, found: readonly Found[]): unknown {
  const file = path.join(CASES, nameOf(code), 'expected.json');
  const rows = found.map(({ code: name, severity, ...place }) => {
    const pairs = Object.entries({ code: name, severity, ...place });
    return `  { ${pairs.map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`).join(', ')} }`;
  });
  if (process.env['UPDATE'] === '1') writeFileSync(file, `[\n${rows.join(',\n')}\n]\n`);
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** The blocks of code of a page, in order. */
function blocksOf(page: string): readonly CodeBlock[] {
  const tree: Root = unified().use(remarkParse).parse(page);
  return tree.children.filter((node) => node.type === 'code');
}

describe('codes, pages and cases', () => {
  it('have a page in docs/diagnostics each, and no page has no code', () => {
    const pages = globSync('**/*.md', { cwd: PAGES }).map((file) => file.replaceAll(path.sep, '/').replace('.md', ''));
    expect(pages.toSorted()).toEqual(codes);
  });

  it('have a case in this folder each, and no case has no code', () => {
    const cases = readdirSync(CASES).filter((name) => existsSync(path.join(CASES, name, 'expected.json')));
    expect(cases.toSorted()).toEqual(triggered.map(nameOf).toSorted());
  });

  it('have a vault each, on disk or made here', () => {
    const onDisk = codes.filter((code) => existsSync(path.join(CASES, nameOf(code), 'vault')));
    expect([...onDisk, ...Object.keys(madeHere)].toSorted()).toEqual(triggered);
  });
});

describe.each(codes)('%s', (code) => {
  const vault = path.join(CASES, nameOf(code), 'vault');
  const make = madeHere[code] ?? ((): string => vault);

  it.skipIf(untriggered.has(code))(
    'is found in its case, with nothing else than what is expected',
    { timeout: 20_000 },
    async () => {
      const found = await check(make(), code === 'graph/orphan');
      expect(found).toEqual(expectedOf(code, found));
      expect(found.map((one) => one.code)).toContain(code);
    },
  );

  // Where there is a detectionary.yaml, a file with nearly its name is no mistake.
  it.skipIf(untriggered.has(code) || code === 'config/misnamed')(
    'matters as much as the configuration says, or not at all',
    { timeout: 60_000 },
    async () => {
      const root = make();
      const copy = root === vault ? temporaryVault({}) : root;
      if (root === vault) cpSync(vault, copy, { recursive: true });
      const file = path.join(copy, 'detectionary.yaml');
      const settings = existsSync(file) ? readFileSync(file, 'utf8') : '';
      for (const severity of ['error', 'warning', 'info', 'off']) {
        writeFileSync(file, `diagnostics: { ${code}: ${severity} }\n${settings}`);
        const { diagnostics } = await checkVault(copy);
        const own = diagnostics.filter((one) => one.code === code);
        expect([...new Set(own.map((one) => one.severity))]).toEqual(severity === 'off' ? [] : [severity]);
        if (severity !== 'off') expect(exitCodeOf(own, false)).toBe(severity === 'error' ? 1 : 0);
        if (severity !== 'off') expect(exitCodeOf(own, true)).toBe(severity === 'info' ? 0 : 1);
      }
    },
  );

  it('has a page with its severity and two examples', () => {
    const page = pageOf(code);
    expect(page.split('\n').slice(0, 3)).toEqual([`# ${code}`, '', `**${catalogue[code].severity}**`]);
    expect(blocksOf(page)).toHaveLength(2);
  });

  it.skipIf(shownAsCommands.has(code) || code in madeHere || untriggered.has(code))(
    'is repaired as its page says',
    { timeout: 20_000 },
    async () => {
      const [broken, repaired] = blocksOf(pageOf(code)).map(({ value }) => value);
      const copy = temporaryVault({});
      cpSync(vault, copy, { recursive: true });
      const file = globSync('**/*.{md,yaml}', { cwd: copy })
        .map((name) => path.join(copy, name))
        .find((name) => readFileSync(name, 'utf8').includes(broken ?? ''));
      expect(file, 'the example stands in the case').toBeDefined();
      const text = readFileSync(file ?? '', 'utf8');
      writeFileSync(
        file ?? '',
        text.replace(broken ?? '', () => repaired ?? ''),
      );
      expect(await check(copy, code === 'graph/orphan')).toEqual([]);
    },
  );
});
