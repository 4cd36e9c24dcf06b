import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCondition } from '../../../../src/domain/sigma/condition.ts';

/** What a condition names, in order; each name is checked to stand where its span says. */
function namesIn(text: string): readonly string[] {
  const { references } = parseCondition(text);
  for (const { name, span } of references) expect(text.slice(span.start, span.end)).toBe(name);
  return references.map(({ name }) => name);
}

describe('conditions that can be read', () => {
  it.each<[condition: string, names: readonly string[]]>([
    ['selection', ['selection']],
    ['  selection\n', ['selection']],
    ['selection and not filter', ['selection', 'filter']],
    ['a or b and c', ['a', 'b', 'c']],
    ['not not a', ['a']],
    ['a AND (b Or NOT c)', ['a', 'b', 'c']],
    ['((a))', ['a']],
    ['1 of them', []],
    ['all of them and x', ['x']],
    ['1 of selection_* and not 1 of filter_main_*', ['selection_*', 'filter_main_*']],
    ['all of selection', ['selection']],
    ['any of sel*ion', ['sel*ion']],
    ['not 1 of filter*', ['filter*']],
    ['1 or all', ['1', 'all']],
    ['selection-1 and _x and a.b', ['selection-1', '_x', 'a.b']],
    ['selection\n  and filter', ['selection', 'filter']],
    ['selection | count() > 5', ['selection']],
    ['selection | count(User) by SourceIp, DestIp >= 10', ['selection']],
    ['selection | min(Size) by a < 1.5', ['selection']],
    ['selection | near a and not b', ['selection', 'a', 'b']],
  ])('%j', (condition, names) => {
    expect(namesIn(condition)).toEqual(names);
    expect(parseCondition(condition).problem).toBeUndefined();
  });
});

describe('conditions that cannot be read', () => {
  it.each<[condition: string, found: string | undefined, at: number, expected: string]>([
    ['', undefined, 0, 'a search'],
    ['a and ', undefined, 5, 'a search'],
    ['and a', 'and', 0, 'a search'],
    ['a b', 'b', 2, '“and”, “or” or the end'],
    ['(a or b', undefined, 7, 'a closing parenthesis'],
    ['a or b)', ')', 6, '“and”, “or” or the end'],
    ['()', ')', 1, 'a search'],
    ['2 of sel*', '2', 0, '“1” or “all”'],
    ['1 of', undefined, 4, 'a search'],
    ['1 of (a or b)', '(', 5, 'a search'],
    ['1 of not a', 'not', 5, 'a search'],
    ['a not b', 'not', 2, '“and”, “or” or the end'],
    ['a > 5', '>', 2, '“and”, “or” or the end'],
    ['a |', undefined, 3, 'count, min, max, avg, sum or near'],
    ['a | stats count() > 5', 'stats', 4, 'count, min, max, avg, sum or near'],
    ['a | count > 5', '>', 10, 'an opening parenthesis'],
    ['a | count(x > 5', '>', 12, 'a closing parenthesis'],
    ['a | count() by > 5', '>', 15, 'a field to group by'],
    ['a | count()', undefined, 11, 'a comparison such as > 5'],
    ['a | count() > many', 'many', 14, 'a number'],
    ['a | count() > 5 and b', 'and', 16, '“and”, “or” or the end'],
    ['a | near', undefined, 8, 'a search'],
  ])('%j', (condition, found, at, expected) => {
    const { problem } = parseCondition(condition);
    expect(problem).toMatchObject({ found, expected });
    expect(problem?.span).toEqual({ start: at, end: at + (found?.length ?? 0) });
  });

  it('stops at a hundred parentheses within one another', () => {
    const nested = (depth: number): string => `${'('.repeat(depth)}a${')'.repeat(depth)}`;
    expect(parseCondition(nested(100)).problem).toBeUndefined();
    expect(parseCondition(nested(101)).problem?.expected).toMatch(/^at most 100 /);
    expect(parseCondition('('.repeat(100_000)).problem).toBeDefined();
  });
});

describe('any condition', () => {
  const words = fc.constantFrom(
    'and',
    'or',
    'not',
    '1',
    'all',
    'of',
    'them',
    '(',
    ')',
    '|',
    'count',
    'by',
    '>',
    '5',
    'a',
    'b*',
  );

  it('is read without a fault, with every place inside of it', () => {
    const texts = fc.oneof(
      fc.string(),
      fc.array(words).map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const { references, problem } = parseCondition(text);
        for (const { name, span } of references) expect(text.slice(span.start, span.end)).toBe(name);
        if (problem === undefined) return;
        expect(problem.span.end).toBeLessThanOrEqual(text.length);
        expect(text.slice(problem.span.start, problem.span.end)).toBe(problem.found ?? '');
      }),
    );
  });

  it('that is printed from an expression is read back whole', () => {
    const { expression } = fc.letrec<{ expression: string; operand: string }>((tie) => ({
      expression: fc
        .tuple(tie('operand'), fc.array(fc.tuple(fc.constantFrom(' and ', ' or '), tie('operand')), { maxLength: 3 }))
        .map(([first, rest]) => first + rest.flat().join('')),
      operand: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom('sel', 'filter_1', '1 of sel*', 'all of them'),
        tie('operand').map((operand) => `not ${operand}`),
        tie('expression').map((inner) => `(${inner})`),
      ),
    }));
    fc.assert(
      fc.property(expression, (text) => {
        expect(parseCondition(text).problem).toBeUndefined();
      }),
    );
  });
});
