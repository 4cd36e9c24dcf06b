/** Where a site is published. */
export interface PublicAddress {
  /** The path under which it is served: `/` or `/sub/path/`; of a relative site {@link relativeMark} until it is written. */
  readonly base: string;
  /** The address of its home page, `https://example.org/sub/path/`; undefined when it is not known. */
  readonly home: string | undefined;
  /** Whether its addresses are relative to the page that they stand in, so that its folder can be moved anywhere. */
  readonly isRelative: boolean;
}

/** What a person says of where a site is published. */
export interface AddressWish {
  /** Its address, with or without a path. */
  readonly site?: string | undefined;
  /** Its path, with or without slashes at its ends. */
  readonly base?: string | undefined;
  readonly isRelative?: boolean | undefined;
}

/** An address that a site cannot be published at; the message says what is expected. */
export class AddressError extends Error {
  override readonly name = 'AddressError';
}

/** The address of an unpublished site. */
export const localAddress: PublicAddress = { base: '/', home: undefined, isRelative: false };

/** Stands for the base in the addresses of a relative site's pages while they are made; a page's own way to the top takes its place. */
export const relativeMark = '/-the-top-of-this-site-/';

/**
 * The address of a site from what a person says of it. Throws {@link AddressError} when something of it cannot be used or
 * contradicts the rest.
 */
export function publicAddress({ site, base, isRelative = false }: AddressWish): PublicAddress {
  if (isRelative) return relativeAddress({ site, base });
  const given = base === undefined ? undefined : readBase(base);
  if (site === undefined) return { ...localAddress, base: given ?? '/' };
  const { origin, pathname } = readSite(site);
  const ofSite = readBase(pathname, site);
  if (given !== undefined && ofSite !== '/' && given !== ofSite)
    throw new AddressError(`the path of --site is ${ofSite} and --base is ${given}; give the path once, or the same`);
  const path = given ?? ofSite;
  return { base: path, home: `${origin}${path}`, isRelative: false };
}

function relativeAddress({ site, base }: AddressWish): PublicAddress {
  const superfluous = site === undefined ? base && '--base' : '--site';
  if (superfluous !== undefined && superfluous !== '')
    throw new AddressError(`a site with relative addresses can be anywhere; leave out ${superfluous}`);
  return { base: relativeMark, home: undefined, isRelative: true };
}

/** The path at which a host serves a site; the top for one that can be anywhere. */
export function servedBase({ base, isRelative }: PublicAddress): string {
  return isRelative ? '/' : base;
}

/** What stands between slashes: no percent sign, so that an address is never encoded twice. */
const PATH_PART = /^[\w.~-]+$/;

/** A path with a slash at each end. `site` is the address that it is of; what is wrong with it is said of that. */
function readBase(text: string, site?: string): string {
  const parts = text.split('/').filter((part) => part !== '');
  const wrong = parts.find((part) => !PATH_PART.test(part) || part === '.' || part === '..');
  if (wrong !== undefined && site !== undefined)
    throw new AddressError(`the path of --site is made of letters, digits and the marks . _ ~ -, not as in “${site}”`);
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
