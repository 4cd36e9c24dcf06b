/** The parts of a Markdown link's address. */
export interface LinkTarget {
  readonly target: string;
  readonly anchor: string | undefined;
}

const EXTERNAL = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

/** Reads a Markdown link's address: one outside the vault is kept as written, one inside is decoded and parted at `#`. */
export function parseLinkTarget(url: string): LinkTarget {
  if (EXTERNAL.test(url)) return { target: url, anchor: undefined };
  const hash = url.indexOf('#');
  const anchor = hash === -1 ? '' : decode(url.slice(hash + 1));
  return { target: decode(hash === -1 ? url : url.slice(0, hash)), anchor: anchor === '' ? undefined : anchor };
}

/** `%20` is a space; text that is no valid encoding stays as it is. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}
