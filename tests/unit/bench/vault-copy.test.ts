import { expect, test } from 'vitest';
import { vaultPath } from '../../../src/source/index.ts';
import { copyNote } from '../../bench/vault-copy.ts';

const plan = {
  kindTags: new Set(['detection_rule']),
  noteNames: new Set([
    'Rules/rare_parent',
    'rare_parent',
    'T1059.001 - PowerShell',
    'Use Cases/T1059.001 - PowerShell',
  ]),
};

const TEXT = `---
title: "Rare Parent"
tags: [detection_rule, t1059_001, Execution]
---
# Rare Parent

See [[T1059.001 - PowerShell|it]], [[Use Cases/T1059.001 - PowerShell#Detection]], [[elsewhere]], [a](../Rules/rare_parent.md). #team/blue

\`\`\`query
tag: Execution
tag: detection_rule
\`\`\`

id: 0d3a4f0e-6b1c-4a57-9f0a-3d2b8c1e5f60
`;

test('the first copy is the note itself', () => {
  const file = { path: vaultPath('Rules/rare_parent.md'), text: TEXT, encoding: 'utf-8' } as const;
  expect(copyNote(file, 0, plan)).toEqual({ path: 'Rules/rare_parent.md', text: TEXT });
});

test('another copy has ids, titles, tags, names and links of its own', () => {
  const file = { path: vaultPath('Rules/rare_parent.md'), text: TEXT, encoding: 'utf-8' } as const;
  const { path, text } = copyNote(file, 3, plan);
  expect(path).toBe('Copy c03/Rules/rare_parent_c03.md');
  const id = /[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-a[\da-f]{3}-[\da-f]{12}/.exec(text)?.[0] ?? '';
  expect(id).not.toBe('');
  expect(text.replace(id, 'ID')).toBe(`---
title: "Rare Parent (c03)"
tags: [detection_rule, t4059_001, Execution_c03]
---
# Rare Parent (c03)

See [[T4059.001 - PowerShell|it]], [[Copy c03/Use Cases/T4059.001 - PowerShell#Detection]], [[elsewhere]], [a](../Rules/rare_parent_c03.md). #team/blue_c03

\`\`\`query
tag: Execution_c03
tag: detection_rule
\`\`\`

id: ID
`);
});
