const config = `# How Detectionary reads this vault. Every key has a default; this file may be removed.
title: Our detections

# A note's kind is told by a search: the first that matches wins, any other note is a page.
kinds:
  technique: 'tag:techniques'
  rule: 'tag:detection_rule'
  test: 'tag:atomic_test'

# Only notes that match are published, for example '-tag:private'. Empty publishes all.
publish: ''

# Asks search engines to leave the whole site alone. It is no lock: docs/publishing.md says how to keep a site private.
noindex: false
`;

const hub = `# Start here

This vault holds one note for each technique, detection rule and test, and searches that tie them together. The first technique is [[Use Cases/T1059.004 - Unix Shell]].

> [!info]- Rules for Execution
> \`\`\`query
> tag: Execution
> tag: detection_rule
> \`\`\`
`;

const technique = `---
created: 2024-01-15
last_modified: 2024-01-15
version: 1.0
tactics: Execution
url: https://attack.mitre.org/techniques/T1059/004
platforms: Linux, macOS
tags: [T1059_004, techniques, Execution]
---

## Unix Shell

### Description

Shells run what they are given, so they are the shortest way from a foothold to a command. Write here how this looks on your own hosts. All searches for a tactic stand in [[Start here]].

### Detection

Start from what a service account never does: an interactive shell, a download piped into \`sh\`, a script that runs from a folder anyone can write to.

### Data Sources

  - Command: Command Execution
  -  Process: Process Creation
### Detection Rule

\`\`\`query
tag: detection_rule
tag: T1059_004
\`\`\`

### Rule Testing

\`\`\`query
tag: atomic_test
tag: T1059_004
\`\`\`
`;

const rule = `---
title: "Download Piped Into A Shell"
status: "experimental"
created: "2024/01/15"
last_modified: ""
tags: [execution, t1059_004, detection_rule]
logsrc_product: "linux"
logsrc_service: ""
level: "medium"
---

## Download Piped Into A Shell

### Description

A download tool and a shell in one command line: the script runs without ever being a file.

\`\`\`yml
title: Download Piped Into A Shell
id: 5b0b6c36-7a0e-4f0e-9a37-0d7a3f6e0b11
status: experimental
description: A download tool and a shell in one command line, so that the script runs without ever being a file.
author: Detectionary
date: 2024/01/15
tags:
    - attack.execution
    - attack.t1059.004
logsource:
    product: linux
    category: process_creation
detection:
    selection:
        CommandLine|contains|all:
            - 'curl'
            - '| sh'
    condition: selection
falsepositives:
    - Installers that are documented this way
level: medium
\`\`\`
`;

const runbook = `---
tags: [T1059_004, atomic_test]
filename: "[[T1059.004 - Unix Shell]]"
---
# T1059.004 - Unix Shell

## Atomic Test #1 - Run a harmless script from a pipe
Pipes one line into a shell, as the rule expects to see it, and writes a file that the clean-up removes.

**Supported Platforms:** Linux, macOS


**auto_generated_guid:** 0d9a3a52-2f0b-4a3e-8a53-1c8f6a0f9e27


#### Inputs:
| Name | Description | Type | Default Value |
|------|-------------|------|---------------|
| output_file | File that the script writes | path | /tmp/detectionary-test|


#### Attack Commands: Run with \`sh\`! 


\`\`\`sh
echo "id > #{output_file}" | sh
\`\`\`

#### Cleanup Commands:
\`\`\`sh
rm -f #{output_file}
\`\`\`
`;

/** The files of a small vault to start from, by their path: one note of each kind, and a hub. */
export const starterVault: Readonly<Record<string, string>> = {
  'detectionary.yaml': config,
  'Start here.md': hub,
  'Use Cases/T1059.004 - Unix Shell.md': technique,
  'Detection Rules/lnx_proc_download_piped_into_shell.md': rule,
  'Testing Runbooks/T1059.004 - Unix Shell.md': runbook,
};
