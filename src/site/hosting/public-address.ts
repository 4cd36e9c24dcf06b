/** Where a site is published. */
export interface PublicAddress {
  /** The path under which it is served: `/` or `/sub/path/`. */
  readonly base: string;
  /** The address of its home page, `https://example.org/sub/path/`; undefined when it is not known. */
  readonly home: string | undefined;
}

/** An address that a site cannot be published at; the message says what is expected. */
export class AddressError extends Error {
  override readonly name = 'AddressError';
}

/** The path of an unpublished site. */
export const localAddress: PublicAddress = { base: '/', home: undefined };

/**
 * The address of a site from what a person says of it: `site` with or without a path, `base` with or without slashes at its
 * ends. Throws {@link AddressError} when either cannot be used or they contradict each other.
 */
export function publicAddress({ site, base }: { site?: string | undefined; base?: string | undefined }): PublicAddress {
  const given = base === undefined ? undefined : readBase(base);
  if (site === undefined) return { base: given ?? '/', home: undefined };
  const { origin, pathname } = readSite(site);
  const ofSite = readBase(pathname);
  if (given !== undefined && ofSite !== '/' && given !== ofSite)
    throw new AddressError(`the path of --site is ${ofSite} and --base is ${given}; give the path once, or the same`);
  const path = given ?? ofSite;
  return { base: path, home: `${origin}${path}` };
}

/** What stands between slashes: no percent sign, so that an address is never encoded twice. */
const PATH_PART = /^[\w.~-]+$/;

function readBase(text: string): string {
  const parts = text.split('/').filter((part) => part !== '');
  const wrong = parts.find((part) => !PATH_PART.test(part) || part === '.' || part === '..');
  if (wrong !== undefined)
    throw new AddressError(
      `--base needs a path such as /sub/ of letters, digits and the marks . _ ~ -, not “${text}”${/^\w+:/.test(text) ? '; an address with a host is for --site' : ''}`,
    );
  return parts.length === 0 ? '/' : `/${parts.join('/')}/`;
}

function readSite(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain = url !== undefined && /^https?:$/.test(url.protocol) && url.username + url.password === '';
  if (!isPlain || /[?#]/.test(text))
    throw new AddressError(
      `--site needs an address such as https://example.org or https://example.org/sub/, not “${text}”`,
    );
  return url;
}
