import type { Syntax } from 'refractor/core';
import bash from 'refractor/bash';
import c from 'refractor/c';
import csharp from 'refractor/csharp';
import go from 'refractor/go';
import ini from 'refractor/ini';
import javascript from 'refractor/javascript';
import json from 'refractor/json';
import kusto from 'refractor/kusto';
import markup from 'refractor/markup';
import perl from 'refractor/perl';
import powershell from 'refractor/powershell';
import python from 'refractor/python';
import ruby from 'refractor/ruby';
import splunk from 'refractor/splunk-spl';
import sql from 'refractor/sql';
import { batch } from './batch.ts';
import { eql } from './eql.ts';
import { yamlPieces } from './yaml-pieces.ts';
import { yaml } from './yaml.ts';

/** A language that is highlighted. */
export interface Language {
  /** What it is called in `data-language` and in the class of the code. */
  readonly name: string;
  /** What a reader calls it. */
  readonly label: string;
  readonly syntax: Syntax;
  /** Other words for it after a fence. */
  readonly aliases: readonly string[];
  /** Cuts a text where its grammar can begin anew, into pieces of about so many characters. */
  readonly pieces?: (code: string, most: number) => readonly string[];
}

/** Every language that is highlighted; each grammar is loaded singly. */
export const languages: readonly Language[] = [
  {
    name: 'bash',
    label: 'Shell',
    syntax: bash,
    aliases: ['sh', 'shell', 'zsh', 'console', 'shell-session', 'shellsession'],
  },
  {
    name: 'batch',
    label: 'Command prompt',
    syntax: batch,
    aliases: ['cmd', 'bat', 'batchfile', 'dos', 'command_prompt'],
  },
  { name: 'c', label: 'C', syntax: c, aliases: ['h'] },
  { name: 'csharp', label: 'C#', syntax: csharp, aliases: ['cs', 'c#'] },
  { name: 'eql', label: 'EQL', syntax: eql, aliases: ['elastic-eql'] },
  { name: 'go', label: 'Go', syntax: go, aliases: ['golang'] },
  { name: 'ini', label: 'INI', syntax: ini, aliases: ['cfg', 'conf', 'reg', 'registry'] },
  { name: 'javascript', label: 'JavaScript', syntax: javascript, aliases: ['js'] },
  { name: 'json', label: 'JSON', syntax: json, aliases: ['json5', 'jsonc', 'jsonl', 'ndjson'] },
  { name: 'kusto', label: 'KQL', syntax: kusto, aliases: ['kql'] },
  { name: 'markup', label: 'XML', syntax: markup, aliases: ['xml', 'html', 'svg'] },
  { name: 'perl', label: 'Perl', syntax: perl, aliases: ['pl'] },
  {
    name: 'powershell',
    label: 'PowerShell',
    syntax: powershell,
    aliases: ['ps1', 'psd1', 'psm1', 'ps', 'posh', 'pwsh'],
  },
  { name: 'python', label: 'Python', syntax: python, aliases: ['py', 'python3'] },
  { name: 'ruby', label: 'Ruby', syntax: ruby, aliases: ['rb'] },
  { name: 'splunk-spl', label: 'SPL', syntax: splunk, aliases: ['spl', 'splunk'] },
  {
    name: 'sql',
    label: 'SQL',
    syntax: sql,
    aliases: ['esql', 'es|ql', 'tsql', 't-sql', 'mysql', 'postgresql', 'psql', 'sqlite'],
  },
  { name: 'yaml', label: 'YAML', syntax: yaml, aliases: ['yml', 'sigma'], pieces: yamlPieces },
];
