import type { Span } from '../source/index.ts';
import { characterAt, characterBefore, isWordCharacter } from './characters.ts';

/** A word or phrase, ready to be looked for; its case must already be folded as the texts are. */
export interface Needle {
  readonly text: string;
  readonly wholeWords: boolean;
}

/** Whether a text holds a needle. */
export function holds(text: string, needle: Needle): boolean {
  if (!needle.wholeWords || needle.text === '') return text.includes(needle.text);
  return nextHit(text, needle, 0) !== -1;
}

/** The places of a needle in a text, in order and without overlap, at most so many; none for an empty needle. */
export function findPlaces(text: string, needle: Needle, most: number): readonly Span[] {
  const places: Span[] = [];
  if (needle.text === '') return places;
  for (let at = nextHit(text, needle, 0); at !== -1 && places.length < most;) {
    const end = at + needle.text.length;
    places.push({ start: at, end });
    at = nextHit(text, needle, end);
  }
  return places;
}

function nextHit(text: string, needle: Needle, from: number): number {
  let at = text.indexOf(needle.text, from);
  while (needle.wholeWords && at !== -1 && !standsAlone(text, needle.text, at)) at = text.indexOf(needle.text, at + 1);
  return at;
}

/** A phrase that begins (ends) with a word character has none before (after) it (A5.2). */
function standsAlone(text: string, phrase: string, at: number): boolean {
  const end = at + phrase.length;
  const last = characterBefore(phrase, phrase.length);
  return (
    !(isWordCharacter(characterAt(phrase, 0)) && isWordCharacter(characterBefore(text, at))) &&
    !(isWordCharacter(last) && isWordCharacter(characterAt(text, end)))
  );
}
