/**
 * The form of a name in an address: lower case, letters and digits of any script kept, every
 * other run of characters a single hyphen. Empty when the name holds no letter or digit.
 */
export function slugify(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}_]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
}
