import { note } from '../hostile-case.ts';
import type { HostileCase } from '../hostile-case.ts';

/** Texts that break out of HTML, attributes, JSON or a terminal where they are not escaped. */
export const TEXTS: Readonly<Record<string, string>> = {
  element: '<img src=x onerror=alert(1)>',
  'end-of-script': '</script><script>alert(1)</script>',
  'end-of-everything': `"'><svg onload=alert(1)>`,
  'end-of-comment': '--><script>alert(1)</script><!--',
  'end-of-title': '</title></textarea></style><script>alert(1)</script>',
  template: '{{constructor.constructor("alert(1)")()}} ${alert(1)} <%= 7*7 %> #{7*7}',
  separators: 'a\u2028alert(1)\u2029b',
  direction: 'abc\u202Egnp.exe\u202C\u2066x\u2069',
  'zero-width': 'a\u200Bb\u200Dc\uFEFFd\u00ADe',
  escapes: '\u001B]0;owned\u0007\u001B[2J\u009B31mred',
  surrogate: 'a\uD800b\uDC00c',
  formula: '=HYPERLINK("https://evil.example","x")',
  mark: '<mark>a</mark>&lt;b&gt;&amp;lt;i&amp;gt;',
  ruler: 'a\u0300'.repeat(200),
};

/** Names of JavaScript's own that a careless table answers for. */
export const OWN_NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'then',
  'toJSON',
];

/** As a double-quoted text of YAML. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

function everywhere(text: string): string {
  const inLine = text.replace(/[\r\n]/g, ' ');
  return [
    '---',
    `title: ${quoted(text)}`,
    `aliases: [${quoted(text)}]`,
    `tags: [${quoted(text)}, ok]`,
    `${quoted(text)}: ${quoted(text)}`,
    'nested:',
    `  ${quoted(text)}: [${quoted(text)}]`,
    '---',
    `# ${inLine}`,
    `## ${inLine} ^${inLine}`,
    `[[${inLine}]] [[${inLine}|${inLine}]] ![[${inLine}#${inLine}|${inLine}]] [${inLine}](${inLine} "${inLine}") ![${inLine}](x.png)`,
    `#${inLine} ==${inLine}== \`${inLine}\` $${inLine}$ %%${inLine}%% (Citation: ${inLine})`,
    `> [!${inLine}] ${inLine}\n> ${inLine}`,
    `| ${inLine} |\n|---|\n| ${inLine} |`,
    `a[^${inLine}]\n\n[^${inLine}]: ${inLine}`,
    `b[^1]\n\n[^1]: ${inLine}`,
    `- [${inLine}] ${inLine}`,
    `\`\`\`${inLine}\n${inLine}\n\`\`\``,
    `\`\`\`query\n${inLine}\n\`\`\``,
    `\`\`\`query\n"${inLine}" OR tag:${inLine} OR [${inLine}:${inLine}] OR ${inLine}:${inLine} OR /${inLine}/\n\`\`\``,
    `<abbr title="${inLine.replaceAll('"', '&quot;')}">${inLine}</abbr>`,
    '## References',
    `- ${inLine}: https://example.org/${inLine}`,
    'The end.\n',
  ].join('\n\n');
}

function rule(text: string, id: string): string {
  const q = quoted(text);
  return [
    '---\ntags: [detection_rule]\n---\n# Rule\n\n```yaml',
    `title: ${q}\nid: ${id}\nname: ${q}\nstatus: ${q}\nlevel: ${q}\nauthor: ${q}\ndate: ${q}\nmodified: ${q}\ndescription: ${q}\nlicense: ${q}`,
    `references: [${q}, "javascript:alert(1)", "data:text/html,x", "https://example.org/\\"><x>"]`,
    `tags: [${q}, attack.t1003, attack.execution]\nfalsepositives: [${q}]\nfields: [${q}]\nrelated: [{id: ${q}, type: ${q}}]`,
    `logsource: {product: ${q}, category: ${q}, service: ${q}, definition: ${q}}`,
    `detection:\n  ${q}:\n    ${q}: [${q}]\n  condition: ${q}`,
    '```\n\nThe end.\n',
  ].join('\n');
}

function technique(text: string, id: string): string {
  const q = quoted(text);
  return `---\ntags: [techniques]\ntitle: ${q}\n---\n# ${id} ${text}\n\n## Tactics\n- ${text}\n\n**Tactics**: ${text}\n\n**Platforms**: ${text}\n\n## Platforms\n- ${text}\n\n## Data Sources\n- ${text}: ${text}\n\n**Data Sources**: ${text}: ${text}\n\nThe end.\n`;
}

function runbook(text: string): string {
  return `---\ntags: [atomic_test]\n---\n# T1003 - ${text}\n\n## Atomic Test #1 - ${text}\n\n${text}\n\n**Supported Platforms:** ${text}\n\n**auto_generated_guid:** ${text}\n\n#### Inputs:\n| Name | Description | Type | Default Value |\n|------|-------------|------|---------------|\n| ${text} | ${text} | ${text} | ${text} |\n\n#### Attack Commands: Run with \`${text}\`! Elevation Required (e.g. root or admin)\n\n\`\`\`${text}\n#{${text}}\n\`\`\`\n\n#### Cleanup Commands:\n\`\`\`sh\n${text}\n\`\`\`\n\nThe end.\n`;
}

/** Harm in every field that pages, lists, indexes and data files show. */
export const values: readonly HostileCase[] = [
  ...Object.entries(TEXTS).flatMap(([name, text], index) => {
    const inLine = text.replace(/[\r\n|]/g, ' ');
    const files = {
      'Note.md': everywhere(text),
      'Rule.md': rule(text, `0000000${(index % 10).toString()}-1111-4222-8333-44444444444${(index % 10).toString()}`),
      'Rule of text.md': rule(text, quoted(text)),
      'Technique.md': technique(inLine, 'T1003'),
      'Runbook.md': runbook(inLine),
    };
    const pages = Object.fromEntries(Object.keys(files).map((file) => [file, ['The end.']]));
    return [{ name: `text-${name}`, files, pages }];
  }),
  ...OWN_NAMES.map((name): HostileCase => {
    const files = {
      [`${name}.md`]: everywhere(name),
      'Rule.md': rule(name, name),
      'Technique.md': technique(name, 'T1005'),
      'Runbook.md': runbook(name),
      [`${name}/index.md`]: `# ${name}\n\nThe end.\n`,
    };
    return {
      name: `own-name-${name}`,
      files,
      pages: Object.fromEntries(Object.keys(files).map((file) => [file, ['The end.']])),
    };
  }),
  note(
    'tags-of-slashes',
    '---\ntags: [/etc, //x, a//b, a///, -/-, _/_, x/1, "/1"]\n---\n\n#/etc/passwd #//share #a//b/ #// # / #-/-\n\nThe end.\n',
    { shows: ['The end.'] },
  ),
  note(
    'own-names-query',
    `${OWN_NAMES.map((name) => `\`\`\`query\n${name}:x OR [${name}] OR tag:${name} OR file:${name}\n\`\`\``).join('\n\n')}\n\nThe end.\n`,
    { shows: ['The end.'] },
  ),
];
