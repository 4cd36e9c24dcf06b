import { describe, expect, test } from 'vitest';
import { loadVault } from '../../../src/pipeline/index.ts';
import { temporaryVault } from '../vault/temporary-vault.ts';

function publishedOf(text: string, publish: string): readonly string[] {
  const root = temporaryVault({ 'detectionary.yaml': `publish: '${publish}'\n`, 'Note.md': text, 'Open.md': 'x\n' });
  return loadVault(root).notes.map(({ file }) => file.path);
}

/** More lines than are parsed. */
const LONG = '\n'.repeat(20_001);

describe('a note whose author wrote what keeps it out where it is not read', () => {
  test.each([
    ['a quote that is not closed', '---\ntitle: "x\ntags: [private]\n---\nx\n'],
    ['a list that is not closed', '---\ntags: [private\n---\nx\n'],
    ['tabs', '---\ntags:\n\t- private\n---\nx\n'],
    ['another mistake above', '---\na: b: c\ntags: private\n---\nx\n'],
    ['no end', '---\ntags: [private]\n\n# Title\n'],
    ['an end of three dots', '---\ntags: [private]\n...\n# Title\n'],
    ['an end on the same line', '---\ntags: [private] ---\n# Title\n'],
    ['a space behind its first line', '--- \ntags: [private]\n---\nx\n'],
    ['an empty line above', '\n---\ntags: [private]\n---\nx\n'],
    ['another language', '---json\n{"tags": ["private"]}\n---\nx\n'],
    ['TOML', '+++\ntags = ["private"]\n+++\nx\n'],
    ['a list of properties', '---\n- tags: [private]\n---\nx\n'],
    ['no space behind a dash', '---\ntags:\n-private\n---\nx\n'],
    ['no space behind a dash of several', '---\ntags:\n - a\n -private\n---\nx\n'],
    ['a dash in a list that is not closed', '---\ntags: [a,-private\n---\nx\n'],
    ['an asterisk for a dash', '---\ntags:\n*private\n---\nx\n'],
    ['an asterisk and a space', '---\ntags:\n* private\n---\nx\n'],
    ['a long dash', '---\ntags:\n–private\nx: "\n---\nx\n'],
    ['a longer dash', '---\ntags:\n—private\nx: "\n---\nx\n'],
    ['a minus sign', '---\ntags:\n\u2212private\nx: "\n---\nx\n'],
    ['a bullet', '---\ntags:\n•private\nx: "\n---\nx\n'],
    ['curly quotes', '---\ntags: [“private”, "b]\n---\nx\n'],
    ['semicolons', '---\ntags: [a;private;\n---\nx\n'],
    ['brackets of another kind', '---\ntags: (private) "\nx: "\n---\nx\n'],
    ['a full stop', '---\ntags: "private.\n---\nx\n'],
    ['a dash behind it', '---\ntags: "private-\n---\nx\n'],
    ['a tag that YAML takes for a comment', '---\ntags: #private\n---\nx\n'],
    ['such an entry of a list', '---\ntags:\n  - a\n  - #private\n---\nx\n'],
    ['one behind a tag', '---\ntag: a #private\n---\nx\n'],
    ['a map of tags', '---\ntags: { private }\n---\nx\n'],
    ['a merged map', '---\n<<: {tags: [private]}\n---\nx\n'],
    ['too many properties to read', `---\nx: ${'y'.repeat(500_000)}\ntags: [private]\n---\nx\n`],
    [
      'too many words to tell',
      `---\n"${Array.from({ length: 6_000 }, (_, at) => `w${at.toString()}`).join('\n')}\n---\n`,
    ],
    ['a tag beyond what is parsed', `${LONG}#private\n`],
    ['a tag in a paragraph of too many marks', `${'*a '.repeat(3_000)} #private b\n`],
  ])('stays out: %s', (_, text) => {
    expect(publishedOf(text, '-tag:private')).toEqual(['Open.md']);
    expect(publishedOf(text, '')).toEqual(['Note.md', 'Open.md']);
  });

  test.each([
    ['a property', '---\nstatus: draft\nx: "\n---\nx\n', '-[status:draft]'],
    ['a list of a property', '---\naudience:\n\t- internal\n---\nx\n', '-[audience:internal]'],
    ['a property without a space', '---\ndraft:true\n---\nx\n', '-[draft:true]'],
    ['one in capitals', '---\ndraft:TRUE\n---\nx\n', '-[draft:true]'],
    ['false', '---\npublish:false\n---\nx\n', '-[publish:false]'],
    ['a property that is empty', '---\nreviewed: null\nx: "\n---\nx\n', '-[reviewed:null]'],
    ['one with nothing written', '---\nreviewed:\nx: "\n---\nx\n', '-[reviewed:null]'],
    ['a number', '---\nlevel:4\n---\nx\n', '-[level:>3]'],
    ['a number with a sign', '---\nlevel:-4\n---\nx\n', '-[level:<0]'],
    ['a number as text', '---\nlevel: 007\nx: "\n---\nx\n', '-[level:"007"]'],
    ['a number in parts', '---\nlevel: 4.5\nx: "\n---\nx\n', '-[level:>4]'],
    ['a text in quotes', '---\ndraft: "true\n---\nx\n', '-[draft:"true"]'],
    ['a dash before its name', '---\n-draft:true\n---\nx\n', '-[draft:true]'],
    ['its mere name', '---\ninternal: yes\n- x\n---\nx\n', '-[internal]'],
    ['a level of a tag', '---\ntags: [private/plans\n---\nx\n', '-tag:private'],
  ])('stays out by %s', (_, text, publish) => {
    expect(publishedOf(text, publish)).toEqual(['Open.md']);
  });

  test.each([
    ['broken frontmatter', '---\ntitle: "x\ntags: [public]\n---\nx\n'],
    ['no end of its frontmatter', '---\ntags: [public]\n\n# private\n'],
    ['a long text', `private\n${LONG}#public\n`],
    ['a rule at its top', '---\n\n# private\n'],
  ])('is published where it says nothing of the kind: %s', (_, text) => {
    expect(publishedOf(text, '-tag:private')).toEqual(['Note.md', 'Open.md']);
  });
});
