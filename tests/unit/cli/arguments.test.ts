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

  it('takes a search that begins with a minus sign after --', () => {
    expect(parseArguments(query, ['--', '-tag:private']).words).toEqual(['-tag:private']);
  });

  it.each([
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
