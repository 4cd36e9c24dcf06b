/**
 * An address off the site as an `href`: what may not stand in an address is percent-encoded, and one of the web is written
 * whole, since `//host` on a page that is opened from a disk names a share of the network, and `https:host` a file beside
 * it. Undefined for any scheme but http, https and mailto, and for an address without a host.
 */
export function externalHref(url: string): string | undefined {
  const address = url.trim();
  if (/^mailto:/i.test(address)) return encoded(address);
  const [, scheme, rest] = /^(?:(https?):[\\/]*|\/\/+)([^\\/].*)$/is.exec(address) ?? [];
  return rest === undefined ? undefined : `${scheme ?? 'https'}://${encoded(rest)}`;
}

function encoded(address: string): string {
  return address.toWellFormed().replace(/[^!#$%&'()*+,\-./0-9:;=?@A-Z[\]_a-z~]/gu, encodeURIComponent);
}
