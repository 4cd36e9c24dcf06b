import { describe, expect, it } from 'vitest';
import type { MatrixFacet } from '../../../src/render/index.ts';
import { readMatrixState, writeMatrixState } from '../../../src/site/client/matrix/address.ts';

const offered = new Map<MatrixFacet, readonly string[]>([
  ['platform', ['Linux', 'Office 365', 'Windows']],
  ['level', ['high', 'low']],
]);

describe("the matrix's state in an address", () => {
  it.each([
    ['', 'rules', '', {}],
    ['?show=gaps&find=dump', 'gaps', 'dump', {}],
    ['?platform=windows&platform=LINUX&level=high', 'rules', '', { platform: [2, 0], level: [0] }],
    ['?platform=Office+365&platform=Amiga&status=stable', 'rules', '', { platform: [1] }],
    ['?platform=Amiga', 'rules', '', {}],
  ])('%s is read', (query, view, text, chosen) => {
    const state = readMatrixState(query, offered);
    const choices = Object.fromEntries([...state.choices].map(([facet, places]) => [facet, [...places]]));
    expect({ ...state, choices }).toEqual({ view, isUnfolded: false, text, choices: chosen });
  });

  it.each([
    ['?sub-techniques=shown', true],
    ['?sub-techniques=1', false],
  ])('%s says whether sub-techniques are shown', (query, isUnfolded) => {
    const state = readMatrixState(query, offered);
    expect(state.isUnfolded).toBe(isUnfolded);
    expect(writeMatrixState('?show=gaps', state, offered)).toBe(isUnfolded ? query : '');
  });

  it.each([
    ['', '?platform=Linux&platform=Windows&level=high', '?platform=Linux&platform=Windows&level=high'],
    ['?other=1&find=x&level=low', '?show=tests', '?other=1&show=tests'],
    ['?find=x', '?show=rules', ''],
    ['', '?show=odd', ''],
  ])('over %s is written as it was read: %s', (before, query, expected) => {
    expect(writeMatrixState(before, readMatrixState(query, offered), offered)).toBe(expected);
  });
});
