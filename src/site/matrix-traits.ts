import type { MatrixTraits, RuleGroup, TestGroup } from '../render/index.ts';

const NONE = '-';

/**
 * A technique's traits as the attribute of its cell, since pages of several hundred cells must stay small:
 * `0 3|1 4 5|0.1.1 2.-.3.0|2.3` is platforms, data sources, groups of rules and of tests. A group of rules is their level,
 * status and count, one of tests their count, with the platforms that they count on behind it, unless it is all; `-` is none.
 */
export function writeTraits({ platforms, dataSources, rules, tests }: MatrixTraits): string {
  const group = (stated: readonly (number | undefined)[], { platforms: own, count }: TestGroup): string => {
    const places = own.length === platforms.length ? [] : own.length === 0 ? [undefined] : own;
    return [...stated, count, ...places].map((place) => place ?? NONE).join('.');
  };
  return [
    platforms.join(' '),
    dataSources.join(' '),
    rules.map((each) => group([each.level, each.status], each)).join(' '),
    tests.map((each) => group([], each)).join(' '),
  ].join('|');
}

/** Reads what {@link writeTraits} wrote. */
export function readTraits(text: string): MatrixTraits {
  const [first = [], dataSources = [], rules = [], tests = []] = text
    .split('|')
    .map((part) => part.split(' ').filter(Boolean));
  const platforms = first.map(Number);
  const read = (group: string): RuleGroup => readGroup(group, platforms);
  return {
    platforms,
    dataSources: dataSources.map(Number),
    rules: rules.map(read),
    tests: tests.map((group) => read(`-.-.${group}`)),
  };
}

function readGroup(text: string, platforms: readonly number[]): RuleGroup {
  const [level, status, count = 0, ...own] = text.split('.').map((part) => (part === NONE ? undefined : Number(part)));
  return { level, status, count, platforms: own.length === 0 ? platforms : own.flatMap((place) => place ?? []) };
}
