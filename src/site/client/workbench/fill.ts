/** A stretch of a command: text, or a place that an input fills. */
export type CommandPart =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'place'; readonly name: string };

/** Splits a text at the places `#{name}` of the inputs named; any other `#{…}` stays text. What a name may be, the inputs tell (domain/places). */
export function splitCommand(text: string, names: Pick<ReadonlySet<string>, 'has'>): readonly CommandPart[] {
  return text.split(/#\{([^{}]+)\}/).flatMap((part, index): readonly CommandPart[] => {
    const isName = index % 2 === 1;
    if (isName && names.has(part)) return [{ kind: 'place', name: part }];
    return part === '' ? [] : [{ kind: 'text', text: isName ? fillPlace(part, '') : part }];
  });
}

/** What a place shows: its input's value, or `#{name}` again while that is empty. */
export function fillPlace(name: string, value: string): string {
  return value === '' ? `#{${name}}` : value;
}
