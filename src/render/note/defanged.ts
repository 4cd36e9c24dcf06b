/** `hxxp:`, `hXXps[:]`, `h**p:`, `fxp:`; `http[:]`. */
const SCHEME = /^(?:h(?:xx|tx|xt|\*\*)ps?|fxp|(?:https?|ftp)(?=[[({]))[[({]?:/i;
/** A bracket in the host, as in `https://evil[.]test`, that is none of an IPv6 address. */
const HOST = /^(?:https?:)?\/\/(?!(?:[^/?#@]*@)?\[[\da-f.%]*:[\da-f:.%]*\])[^/?#]*[[({]/i;

/** Whether an address is written so that nobody follows it by accident, as reports write those of malware. */
export function isDefanged(address: string): boolean {
  return SCHEME.test(address) || HOST.test(address);
}
