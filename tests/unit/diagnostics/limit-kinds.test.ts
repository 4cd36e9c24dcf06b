import { expect, test } from 'vitest';
import { diagnose, limitKinds } from '../../../src/diagnostics/index.ts';
import type { Diagnostic } from '../../../src/diagnostics/index.ts';
import { fileStart, vaultPath } from '../../../src/source/index.ts';

function many(count: number, path: string): readonly Diagnostic[] {
  const place = fileStart(vaultPath(path));
  return Array.from({ length: count }, (_, index) =>
    diagnose('links/broken', place, { target: `x${index.toString()}`, nearest: undefined }),
  );
}

test('tells the first thousand of a code in a file, and how many more there are', () => {
  const other = diagnose('vault/outside', fileStart(vaultPath('a.md')), {});
  const [a, b] = [many(2_234, 'a.md'), many(1_000, 'b.md')];
  const told = limitKinds([...a, other, ...b]);
  expect(told).toEqual([...a.slice(0, 1_000), expect.anything(), other, ...b]);
  expect(told[1_000]).toMatchObject({
    code: 'links/broken',
    message: 'and 1,234 more of this kind in this file',
    hint: undefined,
  });
});
