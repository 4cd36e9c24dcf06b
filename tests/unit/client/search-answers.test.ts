import { describe, expect, test } from 'vitest';
import { excerptRuns } from '../../../src/site/client/search/excerpt.ts';
import { kindWords, toHit } from '../../../src/site/client/search/hits.ts';
import { IdIndex } from '../../../src/site/client/search/id-index.ts';
import { exactFirst, holdsWords, isNearTo } from '../../../src/site/client/search/likeness.ts';
import { idShardOf, idShardPath } from '../../../src/site/id-shards.ts';

describe('excerptRuns', () => {
  test.each([
    ['plain', [{ text: 'plain', isMarked: false }]],
    [
      'a <mark>b</mark> c',
      [
        { text: 'a ', isMarked: false },
        { text: 'b', isMarked: true },
        { text: ' c', isMarked: false },
      ],
    ],
    ['&lt;script&gt; & co', [{ text: '<script> & co', isMarked: false }]],
    ['<mark>open', [{ text: 'open', isMarked: true }]],
    ['', []],
  ])('%j', (excerpt, expected) => {
    expect(excerptRuns(excerpt)).toEqual(expected);
  });
});

describe('IdIndex', () => {
  const rows = [
    ['t1059.001', 'PowerShell', '/techniques/T1059.001/', 'technique'],
    ['t1059.001', 'PowerShell', '/tests/T1059.001/', 'runbook'],
    ['powershell', 'PowerShell', '/techniques/T1059.001/', 'technique'],
    ['t1086', 'PowerShell', '/techniques/T1059.001/', 'technique', 'took the place of T1086'],
    ['broken'],
    null,
  ];

  test.each([
    ['one key', ['t1059.001'], ['/techniques/T1059.001/', '/tests/T1059.001/']],
    ['two keys for one page', ['powershell', 't1059.001'], ['/techniques/T1059.001/', '/tests/T1059.001/']],
    ['an unknown key', ['t1059'], []],
    ['no key', [], []],
  ])('finds pages by %s', async (_name, keys, urls) => {
    const index = new IdIndex(1, () => Promise.resolve(rows));
    expect((await index.find(keys)).map(({ url }) => url)).toEqual(urls);
  });

  test('says why an id leads to a page that is not its own', async () => {
    const [hit] = await new IdIndex(1, () => Promise.resolve(rows)).find(['t1086']);
    expect(hit).toMatchObject({ url: '/techniques/T1059.001/', reason: 'took the place of T1086' });
  });

  test('loads the file of a key once, and no other', async () => {
    const loaded: string[] = [];
    const index = new IdIndex(64, (path) => {
      loaded.push(path);
      return Promise.resolve(rows);
    });
    await Promise.all([index.find(['t1059.001']), index.find(['t1059.001'])]);
    expect(loaded).toEqual([idShardPath(idShardOf('t1059.001', 64))]);
  });

  test('finds nothing in what is no list of rows', async () => {
    expect(await new IdIndex(1, () => Promise.resolve({ error: 'x' })).find(['t1059'])).toEqual([]);
  });

  test('tries a file again that could not be had', async () => {
    const answers = [Promise.reject(new Error('offline')), Promise.resolve(rows)];
    const index = new IdIndex(1, () => answers.shift() ?? Promise.resolve([]));
    expect(await index.find(['powershell'])).toEqual([]);
    expect(await index.find(['powershell'])).toHaveLength(1);
  });
});

describe('toHit', () => {
  const page = {
    url: '/rules/a/',
    content: '',
    excerpt: 'x',
    meta: { title: 'A', id: '1' },
    filters: { kind: ['rule'], level: ['high'] },
  };
  const part = (title: string): { title: string; url: string; excerpt: string } => ({
    title,
    url: `/rules/a/#${title}`,
    excerpt: '',
  });
  test.each([
    ['no part', [], []],
    ['one part says nothing that the hit does not', [part('b')], []],
    ['the page itself is no part', [{ ...part('A'), url: '/rules/a/' }, part('b')], []],
    ['parts', [part('b'), part('c')], ['b', 'c']],
    ['three at most', [part('b'), part('c'), part('d'), part('e')], ['b', 'c', 'd']],
  ])('%s', (_, parts, titles) => {
    expect(toHit({ ...page, sub_results: parts }).parts.map(({ title }) => title)).toEqual(titles);
  });

  test('the one test of a runbook that matches is a part, for it may stand far down', () => {
    const runbook = { ...page, filters: { kind: ['runbook'] } };
    expect(toHit({ ...runbook, sub_results: [part('b')] }).parts).toEqual([{ title: 'b', href: '/rules/a/#b' }]);
  });

  test('a page without a title shows its address', () => {
    expect(toHit({ ...page, meta: {}, sub_results: [] })).toMatchObject({ title: '/rules/a/', id: undefined });
  });

  test('a rule says its kind and level', () => {
    expect(toHit({ ...page, sub_results: [] })).toMatchObject({ kind: 'Detection rule', level: 'high' });
  });

  test('a revoked technique says so', () => {
    const filters = { kind: ['technique'], fate: ['revoked by ATT&CK'] };
    expect(toHit({ ...page, meta: {}, filters, sub_results: [] }).kind).toBe('Technique, revoked by ATT&CK');
  });

  test.each([
    ['technique', 'T1059', 'Technique'],
    ['technique', 'T1059.001', 'Sub-technique'],
    ['page', undefined, 'Note'],
    ['playbook', undefined, 'playbook'],
    [undefined, undefined, undefined],
  ])('kind %s with id %s is %s', (kind, id, words) => {
    expect(kindWords(kind, id)).toBe(words);
  });
});

describe('holdsWords', () => {
  const page = {
    content: 'Detects a dump of lsass via "comsvcs.dll", EventID=4688 under HKLM\\Software\\Run by PoC code.',
    meta: { title: 'Dump', aka: 'T1003 T1003.001' },
  };
  test.each([
    ['lsass', true],
    ['detect dump', true],
    ['detecting dumps', false],
    ['poc', true],
    ['comsvcs.dll', true],
    ['COMSVCS', true],
    ['4688', true],
    ['HKLM\\Software', true],
    ['T1003.001', true],
    ['T1003.004', false],
    ['4689', false],
    ['poershell', false],
    ['lsass poershell', false],
    ['lsass_dump', false],
    ['', true],
  ])('%j: %s', (text, expected) => {
    expect(holdsWords(page, text)).toBe(expected);
  });
});

describe('holdsWords of a short number', () => {
  test.each([
    ['EventID: 4104', true],
    ['EventID=4104,', true],
    ['id: 558eebe5-f2ba-4104-b339-36f7902bcc1a', false],
    ['port 41041', false],
    ['sha a4104f', false],
  ])('in %j: %s', (content, expected) => {
    expect(holdsWords({ content, meta: {} }, '4104')).toBe(expected);
  });
});

describe('isNearTo', () => {
  const page = { content: 'Dumps lsass with the Z flag', meta: { aka: 'T1003 T1003.001' } };
  test.each([
    ['lsass poershell', true],
    ['T1003.009', true],
    ['T9999', false],
    ['zzzqqq', false],
    ['pwoershell', false],
    ['a 4104', false],
  ])('%j: %s', (text, expected) => {
    expect(isNearTo(page, text)).toBe(expected);
  });
});

describe('exactFirst', () => {
  const pages = ['encoded', 'a -enc b', 'x.-enc', 'the -encoded'].map((content) => ({ content, meta: { id: 'T1' } }));
  test.each([
    ['-enc', ['a -enc b', 'x.-enc', 'encoded', 'the -encoded']],
    ['-ENC', ['a -enc b', 'x.-enc', 'encoded', 'the -encoded']],
    ['enc', ['encoded', 'a -enc b', 'x.-enc', 'the -encoded']],
    ['a -encoded', ['the -encoded', 'encoded', 'a -enc b', 'x.-enc']],
    ['', ['encoded', 'a -enc b', 'x.-enc', 'the -encoded']],
  ])('%s', (text, order) => {
    expect(exactFirst(pages, text).map(({ content }) => content)).toEqual(order);
  });
});
