import matter from 'gray-matter';
import type { SourceFile, Span } from '../../source/index.ts';
import type { Frontmatter } from '../properties.ts';
import type { Reporter } from '../reporter.ts';
import { readYaml } from './read-yaml.ts';
import type { YamlReading } from './read-yaml.ts';
import { splitFrontmatter } from './split-frontmatter.ts';
import type { Split } from './split-frontmatter.ts';

const NONE: Frontmatter = { state: 'none', span: undefined, properties: [] };
const EMPTY: YamlReading = { properties: [], problems: [] };
/** Above this, in UTF-16 units, gray-matter's search for comments takes quadratic time on blank lines. */
const MAX_GRAY_MATTER = 16_384;
/** Longer blocks are not read: the parser takes a thousand bytes of memory for each of theirs. */
const MAX_CHARACTERS = 500_000;
/** Of a block that is broken in many lines, the first mistakes say enough. */
const MAX_PROBLEMS = 10;

/**
 * Reads the properties at the top of a note; reports invalid YAML, a language that is not YAML, a block
 * without end, and one that is none because of its first line.
 */
export function readFrontmatter(file: SourceFile, reporter: Reporter): Frontmatter {
  const split = splitFrontmatter(file.text);
  const firstLine = { start: 0, end: 3 };
  switch (split.kind) {
    case 'none':
      return NONE;
    case 'unclosed':
      reporter.report('frontmatter/unclosed', firstLine, {});
      return NONE;
    case 'overlooked':
      reporter.report('frontmatter/overlooked', split.fence, { reason: split.reason });
      return NONE;
    case 'language':
      reporter.report('frontmatter/language', firstLine, { language: split.language });
      return NONE;
    case 'yaml': {
      const { properties, problems } = readBlock(file.text, split);
      for (const { message, span } of problems.slice(0, MAX_PROBLEMS)) {
        reporter.report('frontmatter/invalid-yaml', span, { problem: message });
      }
      return { state: problems.length === 0 ? 'valid' : 'recovered', span: split.span, properties };
    }
  }
}

function tooLong(span: Span): YamlReading {
  const message = `it is longer than ${MAX_CHARACTERS} characters`;
  return { properties: [], problems: [{ message, span: { start: span.start, end: span.start } }] };
}

/**
 * Gives the block to gray-matter with its YAML engine replaced and no other reachable: the first
 * line is exactly `---`, so no language can be named. The closing delimiter is a whole line, which
 * makes gray-matter's end of the block the same as {@link splitFrontmatter}'s.
 */
function readBlock(text: string, split: Split & { kind: 'yaml' }): YamlReading {
  const { start, end } = split.yaml;
  if (end - start > MAX_CHARACTERS) return tooLong(split.yaml);
  if (end - start > MAX_GRAY_MATTER) return readYaml(text.slice(start, end), start);
  let reading = EMPTY;
  const parse = (yaml: string): object => {
    reading = readYaml(yaml, split.span.start + 3);
    return reading;
  };
  matter(`${text.slice(split.span.start, split.span.end)}\n`, {
    language: 'yaml',
    delimiters: ['---', '---\n'],
    engines: { yaml: parse },
  });
  return reading;
}
