import { truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadVault } from '../../../src/pipeline/index.ts';
import { makeSiteContent } from '../../../src/site/content.ts';
import { publicAddress } from '../../../src/site/hosting/public-address.ts';
import { temporaryVault } from '../vault/temporary-vault.ts';

// A known one, so that the site has a sitemap and whole addresses too.
const address = publicAddress({ site: 'https://detections.example/' });

/** Everything that a vault's site holds: page models, data files, with addresses decoded too. */
function outputOf(root: string): string {
  const { site, files } = makeSiteContent(loadVault(root), { address, isDev: false });
  const pages = site.routes.map(({ url }) => JSON.stringify([url, site.page(url)]));
  const whole = [...pages, JSON.stringify(site.frame), ...files().map((file) => `${file.path}\n${file.text}`)].join(
    '\n',
  );
  return `${whole}\n${whole.replace(/(?:%[0-9a-f]{2})+/gi, (code) => Buffer.from(code.replaceAll('%', ''), 'hex').toString())}`;
}

/** Words of the kept-out notes alone; each part of a name by itself, as a slug would leave it. */
const CANARIES = /zebra|quagga|okapi|lemur|axolotl/i;

const keptOut = {
  'detectionary.yaml': "publish: '-tag:private'\n",
  'Plans/Operation Zebra.md':
    '---\ntags: [private, axolotl]\ntitle: Quagga\naliases: [Lemur, okapi_plan, "*Okapi* plan"]\n---\n# Okapi\n\n## Lemur\n\n![[okapi.png]] [x](okapi.pdf)\n',
  'okapi.png': 'PNG',
  'okapi.pdf': 'PDF',
  'Other.md': '# Other\n\nNothing here.\n',
};

describe('a note that is kept out', () => {
  test.each([
    ['[[Operation Zebra]]'],
    ['[[Plans/Operation Zebra#Lemur]]'],
    ['[[operation zebra.md#^okapi]]'],
    ['![[Operation Zebra]]'],
    ['![[Operation Zebra#Lemur|300]]'],
    ['[[Operation Zebra|Operation Zebra, part two]]'],
    ['[[Operation Zebra|the Quagga]]'],
    ['| a |\n|---|\n| [[Operation Zebra\\|Okapi]] |'],
    ['[plan](Plans/Operation%20Zebra.md)'],
    ['[plan](<Plans/Operation Zebra.md> "Okapi")'],
    ['[**Operation Zebra**](./Plans/Operation%20Zebra.md#lemur)'],
    ['![Quagga](Plans/Operation%20Zebra.md)'],
    ['[the plan][p] and [p]\n\n[p]: Plans/Operation%20Zebra.md "Okapi"'],
    ['[Operation Zebra]\n\n[Operation Zebra]: <Plans/Operation Zebra.md>'],
    ['<a href="Plans/Operation Zebra.md">plan</a> <img src=\'Operation Zebra.md\'> <a href=Operation%20Zebra.md>x</a>'],
    [
      '<a href="Operation Zebra.md" title="Okapi">the **Quagga**</a>\n\n<p><img src="Operation Zebra.md" alt="Okapi"></p>',
    ],
    ['[[Operation Zebra|our Lemur]] [[Operation Zebra#Lemur|Lemur]] [**Okapi**](Operation%20Zebra.md)'],
    ['[the Okapi][p] [Okapi][]\n\n[p]: <Operation Zebra.md>\n\n[Okapi]: <Operation Zebra.md>'],
    ['[r][Operation Zebra] ![r][Okapi]\n\n[Operation Zebra]: <Operation Zebra.md>\n[Okapi]: <Operation Zebra.md>'],
    ['[[Quagga]] [[lemur]] ![[Okapi]] [x](Lemur)'],
    ['# See [[Operation Zebra]]'],
    ['> [!info] [[Operation Zebra]]\n> x'],
    ['%%[[Operation Zebra]]%%'],
    ['- [ ] [[Operation Zebra]] #todo'],
    ['[[../Operation Zebra]] [[Elsewhere/Operation Zebra.md]] [x](gone/Operation%20Zebra.md)'],
    ['[[Operation Zebra|the plan]] [[Operation Zebra|Zebra]] [zebra operation, the zebra](Operation%20Zebra.md)', true],
    ['[[okapi_plan]] [[*Okapi* plan]]'],
    ['<details><summary>[[Operation Zebra]]</summary>\n\n[[Operation Zebra|Okapi]]\n\n</details>'],
    ['<A HREF="Operation Zebra.md">Okapi</A>'],
    ['```sh\n[[Operation Zebra]]\n```\n\n`[[Quagga|x]]` $[[lemur]]$'],
    [
      '[x](obsidian://open?vault=v&file=Plans%2FOperation%20Zebra) [Okapi](obsidian://open?path=%2Fa%2FOperation%20Zebra.md)',
    ],
    ['<a href="obsidian://vault/v/Plans/Operation Zebra">Okapi</a> [x](obsidian://vault/v/Quagga)'],
    ['[[Operation Zebar]]', true],
    ['![[okapy.png]]', true],
  ])('is named nowhere in the site: %s', (markdown, isOnesOwnWord = false) => {
    const files = {
      'Public.md': `Start.\n\n${markdown}\n`,
      'Hub.md': '```query\nfile:Public\n```\n\n```query\nsee OR start\n```\n',
    };
    const output = outputOf(temporaryVault({ ...keptOut, ...files }));
    const shown = isOnesOwnWord ? output.replaceAll(/Operation Zebar|zebra operation, the zebra|okapy/g, '') : output;
    expect(shown.match(new RegExp(`.{0,60}(?:${CANARIES.source}).{0,60}`, 'i'))?.[0]).toBeUndefined();
    expect(output).toContain('/public/');
  });

  const COMPOSED = 'Op\u00e9ration Z\u00e8bre';
  const DECOMPOSED = COMPOSED.normalize('NFD');
  const NAMED = /op.{1,2}ration|z.{1,2}bre/i;
  const links = (name: string) =>
    `[[${name}]] [[Plans/${name}|${name}, part two]] [x](<${name}.md>) [x](${encodeURI(name)}.md) \`[[${name}]]\``;

  test.each([
    ['written in NFC, named in NFD', COMPOSED, DECOMPOSED],
    ['written in NFD, named in NFC', DECOMPOSED, COMPOSED],
    ['written in NFD, named in capitals', DECOMPOSED, COMPOSED.toUpperCase()],
    ['named with a no-break space', COMPOSED, COMPOSED.replace(' ', '\u00a0')],
    ['named with a narrow no-break space', COMPOSED, COMPOSED.replace(' ', '\u202f')],
    ['named with two spaces', COMPOSED, COMPOSED.replace(' ', '  ')],
    ['written with two spaces', COMPOSED.replace(' ', '  '), COMPOSED],
    ['written with a no-break space', COMPOSED.replace(' ', '\u00a0'), COMPOSED],
  ])('is named nowhere in another form: %s', (_, written, named) => {
    const files = {
      [`Plans/${written}.md`]: '---\ntags: [private]\n---\nx\n',
      'Public.md': `${links(named)}\n`,
      'Board.canvas': JSON.stringify({ nodes: [{ type: 'text', text: `[[${named}]]` }] }),
    };
    const root = temporaryVault({ 'detectionary.yaml': keptOut['detectionary.yaml'], ...files });
    expect(outputOf(root).match(new RegExp(`.{0,60}(?:${NAMED.source}).{0,60}`, 'i'))?.[0]).toBeUndefined();
    const { diagnostics, graph } = loadVault(root);
    expect(diagnostics.filter(({ code }) => code !== 'graph/orphan').map(({ code }) => code)).toEqual(
      Array.from({ length: 4 }, () => 'links/kept-out'),
    );
    expect(graph.attachments).toEqual([]);
  });

  test.each([
    ['by its title', '---\ntags: [private]\ntitle: Cafe\u0301 Noir\n---\nx\n'],
    ['by an alias', '---\ntags: [private]\naliases: [caf\u00e9\u00a0noir]\n---\nx\n'],
    ['by its heading', '---\ntags: [private]\n---\n# Cafe\u0301  Noir\n'],
  ])('is named nowhere in another form %s', (_, text) => {
    const files = { 'Secret.md': text, 'Public.md': '[[Secret|the Caf\u00e9 Noir]] [[CAF\u00c9 NOIR]]\n' };
    const output = outputOf(temporaryVault({ 'detectionary.yaml': keptOut['detectionary.yaml'], ...files }));
    expect(output).not.toMatch(/noir/i);
  });

  test('is named nowhere by properties', () => {
    const files = {
      'Public.md':
        '---\nsee: "[[Operation Zebra]]"\nalso: ["[[Operation Zebra|x]]", "\\x5b[Operation Zebra]]"]\n---\nx\n',
    };
    expect(outputOf(temporaryVault({ ...keptOut, ...files }))).not.toMatch(CANARIES);
  });

  test('is shown as what it is', () => {
    const root = temporaryVault({ ...keptOut, 'Public.md': 'a [[Operation Zebra]] b [[Operation Zebra|c]]\n' });
    const { site, model } = makeSiteContent(loadVault(root), { address, isDev: false });
    const page = site.page('/public/');
    const span = '<span class="broken-link" title="This note is not published">';
    expect(page.kind === 'note' && page.html).toBe(`<p>a ${span}not published</span> b ${span}c</span></p>`);
    const ofLinks = model.diagnostics.filter(({ code }) => code !== 'graph/orphan');
    expect(ofLinks.map(({ code, severity, place }) => [code, severity, place.start.column])).toEqual([
      ['links/kept-out', 'info', 3],
      ['links/kept-out', 'info', 25],
    ]);
  });

  test('gives way to a published note of its name', () => {
    const root = temporaryVault({
      ...keptOut,
      'Private/Home.md': '---\ntags: [private]\n---\nx\n',
      'Home.md': 'x\n',
      'Private/a.md': '[[Home]]\n',
    });
    const { graph, diagnostics } = loadVault(root);
    expect(graph.edges.filter(({ kind }) => kind === 'note-link').map(({ to }) => to)).toEqual(['page:home']);
    expect(diagnostics.filter(({ code }) => code !== 'graph/orphan')).toEqual([]);
  });

  test.each([
    ['Board.canvas', '{"nodes":[{"type":"file","file":"Plans/Operation Zebra.md"}]}', false],
    ['Board.canvas', '{"nodes":[{"type":"file","file":"Plans\\/Operation \\u005aebra.md"}]}', false],
    ['Board.canvas', '{"nodes":[{"type":"text","text":"see [[operation zebra|x]]"}]}', false],
    ['List.base', 'filters: file.name == "Operation Zebra"\n', false],
    ['Board.canvas', '{"nodes":[{"type":"file","file":"Other.md"}]}', true],
    ['Words.txt', 'Operation Zebra', true],
  ])('is not told of by %s: %s', (name, text, isPublished) => {
    const root = temporaryVault({ ...keptOut, 'Public.md': `![[${name}]]\n`, [name]: text });
    expect(loadVault(root).graph.attachments).toEqual(isPublished ? [name] : []);
    expect(loadVault(temporaryVault({ 'Public.md': `![[${name}]]\n`, [name]: text })).graph.attachments).toEqual([
      name,
    ]);
  });

  test('keeps a canvas out that is too large to be looked into, which is told', () => {
    const root = temporaryVault({ ...keptOut, 'Board.canvas': '{}' });
    truncateSync(path.join(root, 'Board.canvas'), 3e8); // takes no room on the disk
    const { graph, diagnostics } = loadVault(root);
    expect(graph.attachments).toEqual([]);
    expect(diagnostics.map(({ code, place }) => [code, place.path])).toContainEqual([
      'vault/unreadable',
      'Board.canvas',
    ]);
  });

  test('is told of nowhere when it cannot be read', () => {
    const root = temporaryVault(keptOut);
    writeFileSync(path.join(root, 'Axolotl.md'), Buffer.alloc(64));
    writeFileSync(
      path.join(root, 'Plans/Operation Zebra.md'),
      Buffer.from('---\ntags: [private]\n---\n\xff', 'latin1'),
    );
    expect(outputOf(root)).not.toMatch(CANARIES);
    expect(loadVault(root).diagnostics.map(({ code, place }) => [code, place.path])).toEqual([
      ['vault/unreadable', 'Axolotl.md'],
    ]);
  });
});

test('what stands in comments is nowhere in the site', () => {
  const root = temporaryVault({
    'Page.md': '# Page\n\nopen %%zebra C:\\a\\quagga.exe%% <!-- okapi -->\n\n%%\nlemur\n%%\n',
    'Rule.md': '---\ntags: [detection_rule]\n---\n## Description\n\nText %%zebra%% more. <!-- okapi -->\n',
    'Book.md':
      '---\ntags: [atomic_test]\n---\n## Atomic Test #1 - Name %%zebra%%\nText %%okapi%%\n\n#### Attack Commands: Run with `sh`!\n```sh\necho <!-- %%\n```\n',
    'Hub.md': '```query\nzebra OR okapi OR lemur OR open\n```\n',
  });
  const output = outputOf(root).replaceAll('zebra OR okapi OR lemur OR open', '');
  expect(output.match(new RegExp(`.{0,60}(?:${CANARIES.source}).{0,60}`, 'i'))?.[0]).toBeUndefined();
  expect(output).toContain('echo <!-- %%');
});
