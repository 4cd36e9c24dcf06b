/**
 * An address off the site as an `href`: what may not stand in an address is percent-encoded.
 * Undefined for any scheme but http, https and mailto.
 */
export function externalHref(url: string): string | undefined {
  const address = url.trim();
  if (!/^(?:https?:|mailto:|\/\/)/i.test(address)) return undefined;
  return address.toWellFormed().replace(/[^!#$%&'()*+,\-./0-9:;=?@A-Z[\]_a-z~]/gu, encodeURIComponent);
}
