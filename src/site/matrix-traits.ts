import type { MatrixTraits, RuleGroup } from '../render/index.ts';

/**
 * A technique's traits as the attribute of its cell, since pages of several hundred cells must stay small:
 * `0 3|1 4 5|0.1 2.-x3` is platforms, data sources and rules by level and status, `-` where they state none, `x` and a
 * number where more than one has both.
 */
export function writeTraits({ platforms, dataSources, rules }: MatrixTraits): string {
  const place = (stated: number | undefined): string => (stated === undefined ? '-' : String(stated));
  const group = ({ level, status, count }: RuleGroup): string =>
    `${place(level)}.${place(status)}${count === 1 ? '' : `x${String(count)}`}`;
  return [platforms.join(' '), dataSources.join(' '), rules.map(group).join(' ')].join('|');
}

/** Reads what {@link writeTraits} wrote. */
export function readTraits(text: string): MatrixTraits {
  const [platforms = [], dataSources = [], rules = []] = text.split('|').map((part) => part.split(' ').filter(Boolean));
  return { platforms: platforms.map(Number), dataSources: dataSources.map(Number), rules: rules.map(readGroup) };
}

function readGroup(text: string): RuleGroup {
  const [stated = '', count = '1'] = text.split('x');
  const [level, status] = stated.split('.').map((place) => (place === '-' ? undefined : Number(place)));
  return { level, status, count: Number(count) };
}
