/**
 * Maps an offset in `text.toLowerCase()` back to the text. Lower case is as long as the text but
 * for a few letters (`İ`), so the walk is needed for texts that hold one only.
 */
export function offsetInText(text: string, lower: string, offset: number): number {
  if (text.length === lower.length) return offset;
  let inText = 0;
  let inLower = 0;
  for (const character of text) {
    const length = character.toLowerCase().length;
    if (inLower + length > offset) break;
    inLower += length;
    inText += character.length;
  }
  return inText;
}
