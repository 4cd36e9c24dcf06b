import { z } from 'zod';

/** The kinds of note that a search can name; every other note is a page. */
export const noteKinds = ['technique', 'rule', 'test'] as const;

/** The shape of detectionary.yaml; every key has a default. */
export const configSchema = z.strictObject({
  /** The site's name. */
  title: z.string().min(1).default('Detectionary'),
  /** A search for each kind; the first that matches a note wins. */
  kinds: z
    .strictObject({
      technique: z.string().default('tag:techniques'),
      rule: z.string().default('tag:detection_rule'),
      test: z.string().default('tag:atomic_test'),
    })
    .prefault({}),
  /** Globs of files that are not read. */
  exclude: z.array(z.string()).default(['.obsidian', '.trash']),
  /** A search; only matching notes are published. Empty publishes all. */
  publish: z.string().default(''),
});

/** A checked configuration. */
export type Config = Readonly<z.output<typeof configSchema>>;

/** The configuration of a vault that has no file of its own. */
export const defaultConfig: Config = configSchema.parse({});
