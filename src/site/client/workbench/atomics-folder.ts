import { textsOf } from './places.ts';

/** How commands name the folder in which Atomic Red Team's tests lie; its executor reads both ways to write it, in any case. */
const NAME = /\$?PathToAtomicsFolder/gi;

/** A text with the folder's path in place of its name; as it is while the path is empty. */
export function fillFolder(text: string, folder: string): string {
  return folder === '' ? text : text.replace(NAME, () => folder);
}

/**
 * Lets the field at the head of a runbook's tests say where that folder is: what stands there takes the place of the name in all commands,
 * and in the defaults of inputs, which must be fields already. What the reader has put into one stays.
 */
export function startAtomicsFolder(document: Document): void {
  const folder = document.querySelector<HTMLInputElement>('#atomicsFolder');
  if (folder === null) return;
  const texts = textsOf(document).map((text) => [text, text.data] as const);
  const fields = [...document.querySelectorAll<HTMLInputElement>('atomic-inputs input')].map(
    (field) => [field, field.defaultValue] as const,
  );
  folder.addEventListener('input', () => {
    for (const [text, written] of texts) {
      const filled = fillFolder(written, folder.value);
      if (text.data !== filled) text.data = filled; // most do not name it
    }
    for (const [field, written] of fields) {
      const isOwn = field.value !== field.defaultValue;
      field.defaultValue = fillFolder(written, folder.value);
      if (!isOwn) field.value = field.defaultValue;
    }
  });
}
