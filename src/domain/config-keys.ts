import { distance } from 'fastest-levenshtein';
import { configSchema } from './config.ts';

/** Longer names are no slips of the finger. */
const LONGEST_NAME = 60;

/** Every setting by its full name, such as `kinds.technique`, in the order of the schema. */
export function configKeys(): readonly string[] {
  return keysOf(configSchema, '');
}

/** The setting that was probably meant by an unknown one, by its full name; undefined when none is near. */
export function nearestConfigKey(unknown: string): string | undefined {
  if (unknown.length > LONGEST_NAME) return undefined;
  let nearest: string | undefined;
  let least = Infinity;
  for (const key of configKeys()) {
    const steps = Math.min(between(unknown, key), between(lastPart(unknown), lastPart(key)) + 0.5);
    if (steps < least) [nearest, least] = [key, steps];
  }
  return least <= Math.max(2, lastPart(unknown).length / 3) ? nearest : undefined;
}

function keysOf(schema: unknown, prefix: string): string[] {
  return Object.entries(shapeOf(schema)).flatMap(([name, inner]) => [
    prefix + name,
    ...keysOf(inner, `${prefix}${name}.`),
  ]);
}

/** The keys of an object's schema, also where a default is wrapped around it; none for any other schema. */
function shapeOf(schema: unknown): object {
  if (typeof schema !== 'object' || schema === null) return {};
  if ('shape' in schema && typeof schema.shape === 'object' && schema.shape !== null) return schema.shape;
  if ('unwrap' in schema && typeof schema.unwrap === 'function') return shapeOf(schema.unwrap());
  return {};
}

function between(a: string, b: string): number {
  return distance(a.toLowerCase(), b.toLowerCase());
}

function lastPart(key: string): string {
  return key.slice(key.lastIndexOf('.') + 1);
}
