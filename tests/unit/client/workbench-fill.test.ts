import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillPlace, splitCommand } from '../../../src/site/client/workbench/fill.ts';

const place = (name: string): object => ({ kind: 'place', name });
const text = (value: string): object => ({ kind: 'text', text: value });

describe('splitCommand', () => {
  const names = new Set(['file', 'out-dir']);
  it.each([
    ['nothing to fill', 'whoami /all', [text('whoami /all')]],
    ['a place', 'type #{file}', [text('type '), place('file')]],
    ['places side by side', '#{out-dir}#{file}', [place('out-dir'), place('file')]],
    ['a name that is no input', 'echo #{other}', [text('echo '), text('#{other}')]],
    ['what only looks like a place', '#{file #{}}', [text('#{file #{}}')]],
    ['no text', '', []],
  ])('%s', (_name, command, parts) => {
    expect(splitCommand(command, names)).toEqual(parts);
  });

  it('loses nothing of a command', () => {
    const piece = fc.oneof(fc.string(), fc.constantFrom('#{file}', '#{out-dir}', '#{x}', '#{', '}'));
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const command = pieces.join('');
        const parts = splitCommand(command, names);
        expect(parts.map((part) => (part.kind === 'text' ? part.text : fillPlace(part.name, ''))).join('')).toBe(
          command,
        );
      }),
    );
  });
});

describe('fillPlace', () => {
  it.each([
    ['C:\\a b.txt', 'C:\\a b.txt'],
    ['<img src=x>', '<img src=x>'],
    [' ', ' '],
    ['', '#{file}'],
  ])('%j shows %j', (value, shown) => {
    expect(fillPlace('file', value)).toBe(shown);
  });
});
