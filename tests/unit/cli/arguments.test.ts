import { describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/cli/command.ts';
import { loadCommands } from '../../../src/cli/commands/index.ts';
import { commandHelp, programHelp } from '../../../src/cli/help.ts';
import { parseArguments } from '../../../src/cli/parse-arguments.ts';

const commands = await loadCommands();
const [build] = commands.filter(({ name }) => name === 'build');
const [query] = commands.filter(({ name }) => name === 'query');
if (build === undefined || query === undefined) throw new Error('build and query are commands');

describe('parseArguments', () => {
  it('fills in defaults and takes values in both forms', () => {
    expect(parseArguments(build, ['--vault', 'v', '--out=o', '--strict']).options).toEqual({
      vault: 'v',
      out: 'o',
      strict: true,
    });
  });

  it.each([
    ['-tag:private', ['-tag:private']],
    ['-(alpha)', ['-(alpha)']],
    ['-"---"', ['-"---"']],
    ['-a-b', ['-a-b']],
    ['-v', ['-v']],
    ['-', ['-']],
    ['-x before its options', ['-x', '--format', 'json']],
    ['-x after its options', ['--format', 'json', '-x']],
    ['-x between its options', ['--format=json', '-x', '--stdin']],
    ['-x after --', ['--', '-x']],
    ['--format after --', ['--', '--format']],
    ['-stdin after --', ['--', '-stdin']],
  ])('takes a search that begins with a minus sign: %s', (name, argv) => {
    const { words, options } = parseArguments(query, argv);
    expect(words).toEqual([name.split(' ')[0]]);
    expect(options['format']).toBe(argv.some((word) => word.endsWith('json')) ? 'json' : 'paths');
  });

  it('takes the value of an option as it is written', () => {
    const { words, options } = parseArguments(query, ['--vault', '-v', '-x']);
    expect({ words, vault: options['vault'] }).toEqual({ words: ['-x'], vault: '-v' });
  });

  it.each([
    [build, ['-tag:private'], /no option -tag:private; see detectionary build --help/],
    [build, ['-o', 'x'], /no option -o; see detectionary build --help/],
    [build, ['-out=x'], /no option -out=x; did you mean --out\?/],
    [query, ['--fromat', 'json', '-x'], /no option --fromat; did you mean --format\?/],
    [query, ['-x', '--fromat', 'json'], /no option --fromat; did you mean --format\?/],
    [query, ['--tag:x'], /no option --tag:x; see detectionary query --help/],
    [query, ['-format', 'json', 'x'], /no option -format; did you mean --format\?/],
    [query, ['-a', '-b'], /does not know what to do with “-b”/],
    [build, ['--ot', 'x'], /no option --ot; did you mean --out\?/],
    [build, ['--out'], /--out needs a value: DIR/],
    [build, ['--strict=yes'], /--strict takes no value/],
    [build, ['extra'], /does not know what to do with “extra”/],
    [query, ['--format', 'xml', 'a'], /one of paths, json, explain, not “xml”/],
  ])('refuses %o %j', (command, argv, expected) => {
    expect(() => parseArguments(command, argv)).toThrow(UsageError);
    expect(() => parseArguments(command, argv)).toThrow(expected);
  });
});

describe('help', () => {
  it('names every command and every option', () => {
    const help = programHelp(commands);
    for (const { name } of commands) expect(help).toContain(`  ${name}`);
    for (const name of Object.keys(build.options)) expect(commandHelp(build)).toContain(`--${name}`);
  });
});
