import { describe, expect, it } from 'vitest';
import { derive, parseNote } from '../../../src/parse/index.ts';
import { vaultPath } from '../../../src/source/index.ts';

const note = parseNote({ path: vaultPath('Note.md'), text: '# Title\n', encoding: 'utf-8' });

describe('derive', () => {
  it('works a value out once, also one that is undefined', () => {
    let runs = 0;
    const count = (): undefined => void (runs += 1);
    derive(note, 'nothing', count);
    derive(note, 'nothing', count);
    expect(runs).toBe(1);
  });

  it('takes only what the cache gives back equal', () => {
    expect(derive(note, 'data', () => ({ list: [{ text: 'a', span: undefined }] }))).toEqual({
      list: [{ text: 'a', span: undefined }],
    });
    // @ts-expect-error a function is no data
    derive(note, 'function', () => ({ find: () => 1 }));
    // @ts-expect-error nor is a map, whose methods are lost
    derive(note, 'map', () => new Map([['a', 1]]));
  });
});
