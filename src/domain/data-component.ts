/** A data component of ATT&CK and the data source that it belongs to (before v18, which keeps components alone). */
export interface ComponentRef {
  readonly source: string;
  readonly component: string;
}

/** Reads ATT&CK's own way of writing one, `Process: Process Creation`; undefined when either name is missing. */
export function parseComponentRef(text: string): ComponentRef | undefined {
  const colon = text.indexOf(':');
  const source = text.slice(0, Math.max(colon, 0)).trim();
  const component = text.slice(colon + 1).trim();
  return source === '' || component === '' ? undefined : { source, component };
}
