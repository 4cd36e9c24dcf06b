/** Stars in one name, `**` and braces in one glob. Each further one multiplies how long a name can keep it busy. */
const MOST_STARS = 4;
const MOST_BRACES = 5;

/** What {@link isBoundedGlob} wants, in words. */
export const boundedGlobWords = `a glob without parentheses, with at most ${MOST_STARS} * in a name, ${MOST_STARS} ** and ${MOST_BRACES} braces`;

/** Whether a glob is matched in bounded time whatever a file is called: picomatch makes a regular expression that backtracks. */
export function isBoundedGlob(glob: string): boolean {
  if (/[()]/.test(glob) || count(glob, '{') > MOST_BRACES || count(glob, '**') > MOST_STARS) return false;
  const names = withoutBraces(glob.replaceAll('**', '')).split('/');
  return names.every((name) => count(name, '*') <= MOST_STARS);
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}

/** A glob with one alternative for each pair of braces: that with the most stars. */
function withoutBraces(glob: string): string {
  const simpler = glob.replace(/\{([^{}]*)\}/g, (_, inner: string) =>
    inner.split(',').reduce((most, next) => (count(next, '*') > count(most, '*') ? next : most)),
  );
  return simpler === glob ? glob : withoutBraces(simpler);
}
