import { describe, expect, it } from 'vitest';
import { citationsOf } from '../../../src/graph/facts/index.ts';
import { noteOf } from './note-of.ts';

/** How a note's text lists the source named `Name`: its number, or the footnote; undefined when it does not. */
function listed(list: string, name = 'Field Notes (2021)'): string | undefined {
  const { references, unresolved } = citationsOf(noteOf('Note.md', `Words.(Citation: ${name})\n\n${list}\n`));
  const found = references.find(({ names }) => names.includes(name.toLowerCase().replace(/\)$/, '')));
  expect(unresolved).toHaveLength(found === undefined ? 1 : 0);
  return found === undefined ? undefined : (found.footnote ?? String(found.number));
}

describe('a source is listed', () => {
  it.each<[list: string, number: string]>([
    ['## References\n\n- Field Notes (2021): https://example.org/a', '1'],
    ['### Citations:\n\n* Other: https://example.org\n* Field Notes (2021) - <https://example.org/a>', '2'],
    ['# References\n\n1. [Field Notes (2021)](https://example.org/a)\n2. Other: https://example.org', '1'],
    ['# References\n\n5. Other: https://example.org\n6. FIELD NOTES (2021), https://example.org/a', '6'],
    ['# Sources\n\n- (Citation: Field Notes (2021)) https://example.org/a', '1'],
    ['# Sources\n\n- (Citation: Field Notes (2021)): <https://example.org/a>', '1'],
    ['# References\n\n- **Field Notes (2021)**: On doors. https://example.org/a', '1'],
    ['# References\n\n- Field Notes (2021): On doors. https://example.org/a', '1'],
    ['# References\n\n- [1] Field Notes (2021), https://example.org/a', '1'],
    ['# References\n\n- Field Notes (2021)', '1'],
    ['# References\n\nOther: https://example.org\nField Notes (2021): https://example.org/a', '2'],
    [
      '# References\n\n(Citation: Other) https://example.org\n(Citation: Field Notes (2021)) https://example.org/a',
      '2',
    ],
    ['# References\n\n- Other\n\n## More\n\n- Field Notes (2021): https://example.org/a', '2'],
    ['[^1]: Field Notes (2021): https://example.org/a', '1'],
    ['[^1]: [Field Notes (2021)](https://example.org/a)', '1'],
  ])('%j', (list, number) => {
    expect(listed(list)).toBe(number);
  });

  it('in a footnote that is called by its name', () => {
    expect(listed('[^Notes_2021]: https://example.org/a', 'Notes_2021')).toBe('notes_2021');
  });
});

describe('a source is not listed', () => {
  it.each([
    '## Other\n\n- Field Notes (2021): https://example.org/a',
    '## References\n\n- Field Notes (2022): https://example.org/a',
    '## References\n\nSee Field Notes (2021) at length.',
    '## References\n\n## Next\n\n- Field Notes (2021): https://example.org/a',
    '> ## References\n>\n> - Field Notes (2021): https://example.org/a',
  ])('%j', (list) => {
    expect(listed(list)).toBeUndefined();
  });
});

it('marks that name no source are counted where they stand', () => {
  const text = 'A.(Citation: One) B.(Citation: Two)\n\n# References\n\n- Two: https://example.org\n';
  const { unresolved } = citationsOf(noteOf('Note.md', text));
  expect(unresolved.map(({ start, end }) => text.slice(start, end))).toEqual(['(Citation: One)']);
});

it('a note without citations lists nothing', () => {
  expect(citationsOf(noteOf('Note.md', '# References\n\n- a: https://example.org\n')).references).toEqual([]);
});
