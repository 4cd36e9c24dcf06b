/** A stretch of a command: text, or a place that an input fills. */
export type CommandPart =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'place'; readonly name: string };

/** Splits a text at the places `#{name}` of the inputs named; any other `#{…}` stays text. What a name may be, the inputs tell (domain/places). */
export function splitCommand(text: string, names: ReadonlySet<string>): readonly CommandPart[] {
  return text.split(/(#\{[^{}]+\})/).flatMap((part): readonly CommandPart[] => {
    const name = /^#\{([^{}]+)\}$/.exec(part)?.[1];
    if (name !== undefined && names.has(name)) return [{ kind: 'place', name }];
    return part === '' ? [] : [{ kind: 'text', text: part }];
  });
}

/** What a place shows: its input's value, or `#{name}` again while that is empty. */
export function fillPlace(name: string, value: string): string {
  return value === '' ? `#{${name}}` : value;
}
