import { note } from '../hostile-case.ts';
import type { HostileCase } from '../hostile-case.ts';
import { OWN_NAMES } from './values.ts';

function lines(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join('');
}

const bomb = lines(9, (index) => {
  const [name, last] = ['abcdefghi'.charAt(index), 'abcdefghi'.charAt(index - 1)];
  return `${name}: &${name} [${Array.from({ length: 9 }, () => (last === '' ? 'x' : `*${last}`)).join(', ')}]\n`;
});

/** YAML at the top of a note; the paragraph below must be on the page. */
const BLOCKS: Readonly<Record<string, string>> = {
  bomb,
  'bomb-tags': `${bomb}tags: *i\naliases: *h\n`,
  'bomb-of-long-texts': `a: &a ${'x '.repeat(50_000)}\ntags: [${'*a, '.repeat(1_900)}]\naliases: *a\n`,
  'alias-unknown': 'a: *nobody\n',
  'alias-of-itself': 'a: &a [*a, *a]\n',
  'alias-as-key': '&a a: b\n*a : c\n',
  merge: 'a: &a {tags: [x], title: y}\n<<: *a\nb: {<<: [*a, *a]}\n',
  'merge-own-names': '<<: {__proto__: {polluted: yes}, constructor: {prototype: {polluted: yes}}}\n',
  function: 'a: !!js/function "function(){ return process.exit(1) }"\nb: !!js/regexp /x/\nc: !!js/undefined ""\n',
  tags: 'a: !!python/object/apply:os.system ["id"]\nb: !ruby/object:Gem::Requirement {}\nc: !!binary aGk=\nd: !!set {a, b}\ne: !!timestamp 2001-01-01\nf: !<tag:yaml.org,2002:str> g\n',
  'own-names': OWN_NAMES.map((name) => `${name}: {${name}: {polluted: yes}}\n`).join(''),
  'duplicate-keys': 'a: 1\na: 2\ntags: [x]\ntags: [y]\n',
  'many-properties': lines(20_000, (index) => `property${index.toString()}: value\n`),
  'one-list': `a: [${'x, '.repeat(100_000)}]\n`,
  'deep-flow': `a: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`,
  'deep-map': `a: ${'{a: '.repeat(5_000)}${'}'.repeat(5_000)}\n`,
  'deep-block': lines(1_000, (index) => `${' '.repeat(index)}a:\n`),
  numbers:
    'a: 1e400\nb: -1e400\nc: .nan\nd: .inf\ne: 0x1fffffffffffffffffffff\nf: 0o777\ng: 99999999999999999999\nh: -0\ni: 1_000\n',
  dates: 'date: 0000-00-00\ncreated: 9999-99-99\nupdated: 275760-09-14\nmodified: 2024-02-30T25:61:61Z\ndate2: -1\n',
  tabs: '\ttitle:\tx\n\ttags:\n\t\t- y\n',
  'tags-wrong': 'tags: {a: b}\naliases: {c: d}\ntitle: [e, {f: g}]\n',
  'tags-numbers': 'tags: [1, 2.5, true, null, 2024-01-01, [nested, [deep]], {a: b}]\n',
  'tags-null': 'tags:\naliases:\ntitle:\n',
  'no-map': '- a\n- b\n',
  scalar: 'just text\n',
  documents: 'a: b\n...\n%YAML 9.9\n%TAG ! tag:evil,2000:\nc: d\n',
  directive: '%YAML 1.1\n',
  'unclosed-quote': 'title: "never\ntags: [x\n',
  'control-characters': 'title: "a\u0007b"\nb: a\u0001c\n\u0085d: e\n',
  'long-line': `title: ${'x'.repeat(400_000)}\n`,
  'long-key': `? ${'k'.repeat(5_000)}\n: v\n${'z'.repeat(5_000)}: v\n`,
  'complex-key': '? [a, b]\n: c\n? {d: e}\n: f\n',
  'blank-lines': `${'\n'.repeat(100_000)}a: b\n`,
  comments: `${'# c\n'.repeat(50_000)}a: b\n`,
  'links-in-properties': `up: "[[${'['.repeat(500)}"\nlist: ["[[x|y]]", "![[z]]", "[a](javascript:alert(1))"]\n`,
};

/** First lines that other programs take for another language than YAML. */
const LANGUAGES: Readonly<Record<string, string>> = {
  js: '---js\n{ title: process.exit(1) }\n---\n',
  javascript: '---javascript\nmodule.exports = require("child_process").execSync("id")\n---\n',
  coffee: '---coffee\ntitle: process.exit 1\n---\n',
  json: '---json\n{"title": "x", "__proto__": {"polluted": true}}\n---\n',
  toml: '+++\ntitle = "x"\n+++\n',
  'js-space': '--- js\n{ title: process.exit(1) }\n---\n',
  'json-tilde': ';;;\n{"title": "x"}\n;;;\n',
  excerpt: '---\ntitle: x\n---\na\n<!-- more -->\n---\nb\n---\n',
};

/** Harm in frontmatter. */
export const frontmatter: readonly HostileCase[] = [
  ...Object.entries(BLOCKS).map(([name, yaml]) =>
    note(`yaml-${name}`, `---\n${yaml}---\n\nThe end.\n`, { shows: ['The end.'] }),
  ),
  ...Object.entries(LANGUAGES).map(([name, block]) =>
    note(`language-${name}`, `${block}\nThe end.\n`, { shows: ['The end.'] }),
  ),
  note('yaml-unclosed', `---\ntitle: x\n\nThe end.\n`, { shows: ['The end.'], codes: ['frontmatter/unclosed'] }),
];
