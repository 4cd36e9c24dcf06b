import type { Files, HostileCase } from '../hostile-case.ts';
import { frontmatter } from './frontmatter.ts';
import { markup } from './markup.ts';
import { names, reservedNotes } from './names.ts';
import { tricks } from './tricks.ts';
import { values } from './values.ts';

/** Every case of the vault, each with a name of its own. */
export const allCases: readonly HostileCase[] = [...markup, ...tricks, ...values, ...frontmatter, ...names];

/** What stands beside the cases at the vault's root. */
export const rootFiles: Files = {
  ...reservedNotes,
  'detectionary.yaml':
    'title: "</title><script>alert(1)</script>"\neditUrl: \'https://e.test/"><script>alert(1)</script>/{path}?{path}#$&\'\n__proto__: {polluted: yes}\nconstructor: x\n',
};
