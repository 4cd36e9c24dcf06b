import { describe, expect, it } from 'vitest';
import { articleAt, factsOf, textsOf } from './built-page.ts';
import { fakeGraph, page, rule, runbook } from './fake-graph.ts';
import { smallVault } from './small-vault.ts';

const vault = smallVault();

describe('the page of a runbook', () => {
  const book = articleAt(vault, '/tests/T1003.001/');

  it('sums up its tests', () => {
    expect(factsOf(book)).toEqual({
      Technique: ['T1003.001 LSASS Memory > /techniques/T1003.001/'],
      Tests: ['2'],
      Platforms: ['Windows > /platforms/windows/', 'Linux > /platforms/linux/'],
      Executors: ['manual', 'powershell'],
      Elevation: ['required by 1 of 2'],
    });
    expect(book.description).toBe(
      'T1003.001 LSASS Memory: 2 atomic tests on windows, Linux. Dump with rundll32; Dump by hand',
    );
    expect(book.documentTitle).toBe('T1003.001 LSASS Memory · Test runbook');
  });

  it('lists the rules of its technique and leads on by id', () => {
    expect(textsOf(book, 'rules').map(([title]) => title)).toEqual(['LSASS Dump']);
    expect([book.previous, book.next?.text]).toEqual([undefined, 'T1059 Command Interpreter']);
    expect(book.crumbs.map(({ text }) => text)).toEqual(['Tests', 'T1003.001 LSASS Memory']);
  });

  it('leaves a technique without a note and a platform without a page as text', () => {
    const [node, ...tests] = runbook('T1001', 'A', [{ platforms: ['plan9'] }]);
    const facts = factsOf(articleAt(fakeGraph({ nodes: [node, ...tests] }), '/tests/T1001/'));
    expect(facts).toEqual({ Technique: ['T1001'], Tests: ['1'], Platforms: ['plan9'], Elevation: ['not required'] });
  });

  it('does not repeat an id that its title begins with', () => {
    const [node] = runbook('T1001', 'T1001 - A', []);
    expect(articleAt(fakeGraph({ nodes: [node] }), '/tests/T1001/').documentTitle).toBe('T1001 - A · Test runbook');
  });
});

describe('the page of any other note', () => {
  it('is described by its first paragraph', () => {
    expect(articleAt(vault, '/hub/')).toMatchObject({ kind: 'note', kindLabel: 'Note', description: 'The hub.' });
  });

  it('is described by its title where it has no paragraph', () => {
    const graph = fakeGraph({ nodes: [page('Empty')] });
    expect(articleAt(graph, '/empty/').description).toBe('Empty: a note of Test vault.');
  });

  it('takes over what the note was rendered to', () => {
    const toc = [{ id: 'a', text: 'A', depth: 2 }];
    const hub = articleAt(vault, '/hub/', () => ({ html: '<p>x</p>', toc, diagnostics: [] }));
    expect([hub.html, hub.toc]).toEqual(['<p>x</p>', toc]);
  });
});

describe('a rule without a description', () => {
  it('is described by the first paragraph of its note, else by its title', () => {
    const graph = fakeGraph({ nodes: [rule('a', 'A', { text: '# A\n\nFinds it.\n' }), rule('b', 'B')] });
    expect(articleAt(graph, '/rules/a/').description).toBe('Finds it.');
    expect(articleAt(graph, '/rules/b/').description).toBe('Detection rule: B');
  });
});
