/** The parts of a wikilink's text. */
export interface WikiParts {
  readonly target: string;
  readonly anchor: string | undefined;
  readonly label: string | undefined;
}

/**
 * Reads what stands between `[[` and `]]`: `target#anchor|label`. The pipe may be escaped, as it
 * must be in a table. Undefined when it names nothing.
 */
export function parseWikiTarget(text: string): WikiParts | undefined {
  const pipe = text.indexOf('|');
  const escaped = pipe > 0 && text[pipe - 1] === '\\';
  const address = pipe === -1 ? text : text.slice(0, escaped ? pipe - 1 : pipe);
  const label =
    pipe === -1
      ? undefined
      : text
          .slice(pipe + 1)
          .replaceAll('\\|', '|')
          .trim();
  const hash = address.indexOf('#');
  const target = (hash === -1 ? address : address.slice(0, hash)).trim();
  const anchor = hash === -1 ? '' : address.slice(hash + 1).trim();
  if (target === '' && anchor === '') return undefined;
  return {
    target,
    anchor: anchor === '' ? undefined : anchor,
    label: label === undefined || label === '' ? undefined : label,
  };
}
