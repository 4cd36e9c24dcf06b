/**
 * Characters that no tag holds: white space, general and supplemental punctuation, ASCII marks but `_`, `-` and `/`.
 * Source: the expression quoted in obsidian-help#816.
 */
const OTHER_CHARACTERS = '\\s\\u2000-\\u206F\\u2E00-\\u2E7F!"#$%&\'()*+,.:;<=>?@^`{|}~\\[\\]\\\\';
const TAG_CHARACTER = new RegExp(`[^${OTHER_CHARACTERS}]`);
const NO_TAG = new RegExp(`[${OTHER_CHARACTERS}]+`);
const WHOLE_NAME = new RegExp(`^[^${OTHER_CHARACTERS}]+$`);
const INLINE_TAG = new RegExp(`(^|\\s)#([^${OTHER_CHARACTERS}]+)`, 'g');

/** UTF-16 units and levels of a tag: each level is a page and a part of its address. What is beyond is pasted data. */
const MAX_LENGTH = 250;
const MAX_LEVELS = 25;

/** True for a UTF-16 code unit that a tag may hold (A3.1). */
export function isTagCharacter(unit: number): boolean {
  return TAG_CHARACTER.test(String.fromCharCode(unit));
}

/**
 * The name of a tag from its text without `#`: trailing slashes dropped (A3.5); undefined when the
 * text cannot be a tag: other characters in it, or digits alone (A3.1, A3.2), or too much of it.
 */
export function tagName(text: string): string | undefined {
  let end = text.length;
  while (text[end - 1] === '/') end -= 1;
  if (end > MAX_LENGTH) return undefined;
  const name = text.slice(0, end);
  if (name.split('/').length > MAX_LEVELS) return undefined;
  return WHOLE_NAME.test(name) && /[^0-9]/.test(name) ? name : undefined;
}

/** The stretches of a text that hold nothing but characters of tags. */
export function tagParts(text: string): readonly string[] {
  return text.split(NO_TAG).filter((part) => part !== '');
}

/** The form in which tags are compared: Unicode lower case (A6.3). */
export function tagKey(name: string): string {
  return name.toLowerCase();
}

/** The inline tags of a stretch of plain text, with the offset of each `#` in it (A3.4). */
export function inlineTagsOf(
  text: string,
): readonly { readonly name: string; readonly start: number; readonly end: number }[] {
  const found: { name: string; start: number; end: number }[] = [];
  for (const match of text.matchAll(INLINE_TAG)) {
    const raw = match[2] ?? '';
    const name = tagName(raw);
    const start = match.index + (match[1]?.length ?? 0);
    if (name !== undefined) found.push({ name, start, end: start + 1 + raw.length });
  }
  return found;
}
