/**
 * An address off the site as an `href`: what may not stand in an address is percent-encoded.
 * Undefined for any scheme but http, https and mailto.
 */
export function externalHref(url: string): string | undefined {
  const compact = url.replace(/[\u0000-\u0020]/g, '');
  if (!/^(?:https?:|mailto:|\/\/)/i.test(compact)) return undefined;
  return url
    .trim()
    .toWellFormed()
    .replace(/[^!#$%&'()*+,\-./0-9:;=?@A-Z[\]_a-z~]/gu, encodeURIComponent);
}
