import { z } from 'zod';
import { nearest } from '../diagnostics/index.ts';
import { configSchema } from './config.ts';

/** Every setting by its full name, such as `kinds.technique`, in the order of the schema. */
export function configKeys(): readonly string[] {
  return keysOf(configSchema, '');
}

/** The setting that was probably meant by an unknown one, also in the wrong place; undefined when none is near. */
export function nearestConfigKey(unknown: string): string | undefined {
  const keys = configKeys();
  const near = nearest(unknown, keys);
  if (near !== undefined) return near;
  const last = nearest(lastPart(unknown), keys.map(lastPart));
  return keys.find((key) => lastPart(key) === last);
}

function keysOf(schema: unknown, prefix: string): string[] {
  return Object.entries(shapeOf(schema)).flatMap(([name, inner]) => [
    prefix + name,
    ...keysOf(inner, `${prefix}${name}.`),
  ]);
}

/** The keys of an object's schema, also where a default is wrapped around it; none for any other schema. */
function shapeOf(schema: unknown): object {
  if (schema instanceof z.ZodPrefault || schema instanceof z.ZodDefault) return shapeOf(schema.unwrap());
  return schema instanceof z.ZodObject ? schema.shape : {};
}

function lastPart(key: string): string {
  return key.slice(key.lastIndexOf('.') + 1);
}
