import { z } from 'zod';
import { catalogue, severities } from '../diagnostics/index.ts';
import type { Code } from '../diagnostics/index.ts';
import { boundedGlobWords, isBoundedGlob } from './bounded-glob.ts';
import { defaultConfig, lineBreaks } from './default-config.ts';

const codes = Object.keys(catalogue) as readonly Code[]; // the keys are the codes
const severity = z.enum([...severities, 'off']).optional();
const severitySchema = z.strictObject(
  Object.fromEntries(codes.map((code) => [code, severity])) as Record<Code, typeof severity>, // one for each code
);

/** It stands on every page. */
const LONGEST_TITLE = 500;
const LONGEST_ADDRESS = 2_000;

function isEditAddress(address: string): boolean {
  return address.length <= LONGEST_ADDRESS && /^https?:\/\/\S+$/.test(address) && address.includes('{path}');
}

/** The shape of detectionary.yaml; every key has a default. Its descriptions are what editors show. */
export const configSchema = z
  .strictObject({
    title: z
      .string()
      .min(1)
      .max(LONGEST_TITLE, `text of at most ${LONGEST_TITLE} characters`)
      .default(defaultConfig.title)
      .describe("The site's name."),
    kinds: z
      .strictObject({
        technique: z
          .string()
          .default(defaultConfig.kinds.technique)
          .describe('Notes that describe an ATT&CK technique.'),
        rule: z.string().default(defaultConfig.kinds.rule).describe('Notes that hold a Sigma rule.'),
        test: z.string().default(defaultConfig.kinds.test).describe('Notes that hold atomic tests.'),
      })
      .prefault({})
      .describe(
        'A search for each kind of note. The first that matches wins, in the order written; any other note is a page.',
      ),
    exclude: z
      .array(z.string().refine(isBoundedGlob, boundedGlobWords))
      .default([...defaultConfig.exclude])
      .describe("Globs of files and folders that are not read, matched against the path from the vault's root."),
    publish: z
      .string()
      .default(defaultConfig.publish)
      .describe('A search; only matching notes are published, for example -tag:private. Empty publishes all.'),
    editUrl: z
      .string()
      .refine(isEditAddress, 'an address that begins with https:// and holds {path}')
      .meta({ pattern: String.raw`^https?://\S*\{path\}\S*$`, maxLength: LONGEST_ADDRESS })
      .optional()
      .describe(
        'Where a note is edited, with {path} for its path from the root of the vault, such as https://github.com/our/vault/edit/main/{path}. Each note links there.',
      ),
    lineBreaks: z
      .enum(lineBreaks)
      .optional()
      .describe(
        'Whether the end of a line within a paragraph breaks the line. Left out, it does as in Obsidian with the settings of the vault; in a folder without any, lines are joined.',
      ),
    diagnostics: severitySchema
      .default(defaultConfig.diagnostics)
      .describe('How much a diagnostic matters in this vault, by its code: error, warning, info or off.'),
    noindex: z
      .boolean()
      .default(defaultConfig.noindex)
      .describe('Asks search engines to leave the whole site alone: in every page, in robots.txt and in a header.'),
  })
  .describe('Settings of a Detectionary vault: detectionary.yaml at its root.');

/** A checked configuration. The keys of `kinds` stand in the order in which they are tried. */
export type Config = Readonly<z.output<typeof configSchema>>;

/** The JSON Schema of detectionary.yaml, for editors. */
export function configJsonSchema(): object {
  return z.toJSONSchema(configSchema, { io: 'input' });
}
