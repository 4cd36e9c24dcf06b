import type { MatrixTraits, TestGroup } from '../render/index.ts';

/**
 * A technique's traits as the attribute of its cell, since pages of several hundred cells must stay small:
 * `0 3|1 4 5|0.1 2.-x3@0|x2@1` is platforms, data sources, rules by level and status, and tests. `-` stands where rules state
 * none, `x` and a number where there is more than one; after `@`, with dots between them, stand those of the platforms that
 * they count on, by their order in the first part, unless it is all.
 */
export function writeTraits({ platforms, dataSources, rules, tests }: MatrixTraits): string {
  const place = (stated: number | undefined): string => (stated === undefined ? '-' : String(stated));
  const group = ({ platforms: own, count }: TestGroup, stated: string): string => {
    const times = count === 1 && stated !== '' ? '' : `x${String(count)}`;
    const among = own.map((one) => platforms.indexOf(one)).join('.');
    return stated + times + (own.length === platforms.length ? '' : `@${among}`);
  };
  return [
    platforms.join(' '),
    dataSources.join(' '),
    rules.map((each) => group(each, `${place(each.level)}.${place(each.status)}`)).join(' '),
    tests.map((each) => group(each, '')).join(' '),
  ].join('|');
}

/** Reads what {@link writeTraits} wrote. */
export function readTraits(text: string): MatrixTraits {
  const [first = '', second = '', rules = '', tests = ''] = text.split('|');
  const platforms = numbers(first, ' ');
  return {
    platforms,
    dataSources: numbers(second, ' '),
    rules: parts(rules, ' ').map((group) => {
      const [level, status] = (group.split(/[x@]/)[0] ?? '')
        .split('.')
        .map((place) => (place === '-' ? undefined : Number(place)));
      return { level, status, ...readGroup(group, platforms) };
    }),
    tests: parts(tests, ' ').map((group) => readGroup(group, platforms)),
  };
}

function readGroup(text: string, platforms: readonly number[]): TestGroup {
  const [counted = '', among] = text.split('@');
  return {
    count: Number(counted.split('x')[1] ?? 1),
    platforms: among === undefined ? platforms : numbers(among, '.').flatMap((at) => platforms[at] ?? []),
  };
}

/** None of an empty text. */
function parts(text: string, mark: string): readonly string[] {
  return text.split(mark).filter(Boolean);
}

function numbers(text: string, mark: string): readonly number[] {
  return parts(text, mark).map(Number);
}
