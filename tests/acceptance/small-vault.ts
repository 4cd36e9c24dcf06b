import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The paths of the notes that `writeSmallVault` writes. */
export const smallVaultNotes = [
  'Detection.md',
  'Rules/office_child.md',
  'Techniques/T1204 - User Execution.md',
  'Tests/T1204 - User Execution.md',
] as const;

type SmallVaultNote = (typeof smallVaultNotes)[number];

const texts: Readonly<Record<SmallVaultNote, string>> = {
  'Detection.md': `# Detection

What we look for, and where we begin.
`,
  'Rules/office_child.md': `---
title: "Office Starts A Shell"
status: "test"
created: "2026/01/05"
last_modified: ""
tags: [execution, t1204, detection_rule]
logsrc_product: "windows"
logsrc_service: ""
level: "high"
---

## Office Starts A Shell

### Description

A word processor that starts a shell.

\`\`\`yml
title: Office Starts A Shell
id: 0d3a4f0e-6b1c-4a57-9f0a-3d2b8c1e5f60
status: test
description: A word processor that starts a shell.
author: Acceptance
date: 2026/01/05
tags:
    - attack.execution
    - attack.t1204
logsource:
    category: process_creation
    product: windows
detection:
    selection:
        ParentImage|endswith: '\\winword.exe'
        Image|endswith: '\\cmd.exe'
    condition: selection
falsepositives:
    - Unlikely
level: high
\`\`\`
`,
  'Techniques/T1204 - User Execution.md': `---
created: 2020-02-11
last_modified: 2023-07-24
version: 1.0
tactics: Execution
url: https://attack.mitre.org/techniques/T1204
platforms: Windows
tags: [T1204, techniques, Execution]
---

## User Execution

### Description

Somebody is led to run something.

### Data Sources

  - Process: Process Creation

### Detection Rule

\`\`\`query
tag: detection_rule
tag: T1204
\`\`\`
`,
  'Tests/T1204 - User Execution.md': `---
tags: [T1204, atomic_test]
---
# T1204 - User Execution

## Atomic Test #1 - Start a shell
Starts a shell.

**Supported Platforms:** Windows

**auto_generated_guid:** 5b0c1d2e-3f40-4a51-8b62-7c73d8e9fa01

#### Attack Commands: Run with \`command_prompt\`!

\`\`\`cmd
cmd /c echo started
\`\`\`
`,
};

/** Writes a small vault without a fault: one note of each kind, one search that finds one note. */
export function writeSmallVault(folder: string): void {
  for (const path of smallVaultNotes) writeNote(folder, path, texts[path]);
}

/** Writes one file below a folder, with the folders above it. */
export function writeNote(folder: string, path: string, text: string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
