/**
 * A name that a place in a command may have, `#{name}`. Atomic Red Team's are words such as `output_file`; others write
 * `Output File` or `output.file`. Quotes tell an interpolation of Ruby or a map in a comment from it.
 */
const NAME = String.raw`[^{}"'\s](?:[^{}"'\n]*[^{}"'\s])?`;
const PLACE = new RegExp(String.raw`(#\{${NAME}\})`);
const WHOLE_NAME = new RegExp(`^${NAME}$`);

/** The parts of a code in turn: what stands before a place, the place, what stands after it, and so on. */
export function splitAtPlaces(code: string): readonly string[] {
  return code.split(PLACE);
}

/** Whether an input of this name can be filled into commands. The page's script fills the inputs that are told so, and knows no rule itself. */
export function isPlaceName(name: string): boolean {
  return WHOLE_NAME.test(name);
}
