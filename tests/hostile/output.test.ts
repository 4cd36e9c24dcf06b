import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { allCases, rootFiles } from './cases/index.ts';
import { readPage } from './dangers.ts';

const out = inject('out');
const files = readdirSync(out, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.relative(out, path.join(entry.parentPath, entry.name)))
  .sort();
const readings = new Map(
  files
    .filter((name) => name.endsWith('.html'))
    .map((name) => [name, readPage(readFileSync(path.join(out, name), 'utf8'))]),
);

interface GraphNode {
  readonly path?: string;
  readonly url?: string;
  readonly kind: string;
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(path.join(out, name), 'utf8'));
}

const { nodes } = readJson('api/graph.json') as { readonly nodes: readonly GraphNode[] };
const { diagnostics } = readJson('api/diagnostics.json') as {
  readonly diagnostics: readonly { readonly code: string; readonly path: string }[];
};
const addressOf = new Map(
  nodes.flatMap((node) =>
    node.path === undefined || node.url === undefined || node.kind === 'test' ? [] : [[node.path, node.url] as const],
  ),
);

function textOfPage(note: string): string | undefined {
  const url = addressOf.get(note);
  return url === undefined ? undefined : readings.get(`${url.slice(1)}index.html`)?.text;
}

describe('the site of a hostile vault', () => {
  it('holds nothing that runs, loads from elsewhere or leads astray', () => {
    const found = [...readings].flatMap(([name, { dangers }]) => dangers.map((danger) => `${name}: ${danger}`));
    expect(found).toEqual([]);
    expect(readings.size).toBeGreaterThan(300);
  });

  it('holds JSON that can be read, and nothing of it that has changed how objects work', () => {
    for (const name of files.filter((file) => file.endsWith('.json') && !file.startsWith('files/cases/')))
      expect(() => readJson(name), name).not.toThrow();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('gives every note an address of its own', () => {
    const addresses = [...addressOf.values()].map((url) => url.toLowerCase());
    expect(addresses.filter((url, index) => addresses.indexOf(url) !== index)).toEqual([]);
    const missing = [...addressOf].filter(([, url]) => !readings.has(`${url.slice(1)}index.html`));
    expect(missing).toEqual([]);
  });

  it('has the notes whose names are those of its own addresses', () => {
    const missing = Object.keys(rootFiles).filter(
      (name) => name.endsWith('.md') && !name.startsWith('.') && textOfPage(name)?.includes('The end.') !== true,
    );
    expect(missing).toEqual([]);
  });
});

describe.each(allCases)('$name', ({ name, codes = [], pages = {} }) => {
  it('costs itself only, and is told', () => {
    for (const [file, texts] of Object.entries(pages)) {
      const text = textOfPage(`cases/${name}/${file}`);
      expect(text, file).toBeDefined();
      for (const wanted of texts) expect(text, file).toContain(wanted);
    }
    const found = diagnostics
      .filter((diagnostic) => diagnostic.path.startsWith(`cases/${name}/`))
      .map(({ code }) => code);
    for (const code of codes) expect(found).toContain(code);
  });
});
