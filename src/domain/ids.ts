/** An ATT&CK technique or sub-technique id as ATT&CK writes it: `T1059` or `T1059.001`. */
export type TechniqueId = string & { readonly __brand: 'TechniqueId' };
/** A Sigma rule's id: a UUID in lower case. */
export type SigmaId = string & { readonly __brand: 'SigmaId' };
/** An atomic test's guid: a UUID in lower case. */
export type TestGuid = string & { readonly __brand: 'TestGuid' };

const WHOLE_TECHNIQUE = /^(?:(?:attack|mitre)[./])?t(\d{4})(?:[._/-](\d{3}))?$/i;
const TECHNIQUE_ADDRESS =
  /^https?:\/\/attack\.mitre\.org\/(?:versions\/v[\d.]+\/)?techniques\/(T\d{4}(?:[/.]\d{3})?)\/?(?:[?#].*)?$/i;
const LEADING_TECHNIQUE = /^(t\d{4}(?:[._/-]\d{3})?)(?![\w.])/i;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Reads an id however it is written (`T1059.001`, `t1059_001`, `T1059/001`, `t1059-001`, also behind `attack.` or
 * in a nested tag `mitre/T1059`); undefined when it is none.
 */
export function parseTechniqueId(text: string): TechniqueId | undefined {
  const match = WHOLE_TECHNIQUE.exec(text.trim());
  if (match?.[1] === undefined) return undefined;
  return (match[2] === undefined ? `T${match[1]}` : `T${match[1]}.${match[2]}`) as TechniqueId; // brand maker
}

/** The technique that an attack.mitre.org address is the page of; undefined for any other address. */
export function techniqueIdOfAddress(url: string): TechniqueId | undefined {
  const match = TECHNIQUE_ADDRESS.exec(url.trim());
  return match?.[1] === undefined ? undefined : parseTechniqueId(match[1]);
}

/** The id that a title or file name begins with, as in `T1003.001 - LSASS Memory`. */
export function leadingTechniqueId(text: string): TechniqueId | undefined {
  const match = LEADING_TECHNIQUE.exec(text.trim());
  return match?.[1] === undefined ? undefined : parseTechniqueId(match[1]);
}

/** The technique above a sub-technique; undefined for a technique. */
export function parentTechniqueId(id: TechniqueId): TechniqueId | undefined {
  const dot = id.indexOf('.');
  return dot === -1 ? undefined : (id.slice(0, dot) as TechniqueId); // brand maker
}

/** Reads a rule's id; undefined when it is no UUID. */
export function parseSigmaId(text: string): SigmaId | undefined {
  const id = text.trim();
  return UUID.test(id) ? (id.toLowerCase() as SigmaId) : undefined; // brand maker
}

/** Reads a test's guid; undefined when it is no UUID. */
export function parseTestGuid(text: string): TestGuid | undefined {
  const id = text.trim();
  return UUID.test(id) ? (id.toLowerCase() as TestGuid) : undefined; // brand maker
}
