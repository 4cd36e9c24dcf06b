import { expect, it } from 'vitest';
import { htmlOf } from './small-vault.ts';

const code = '```sh\nx\n```\n';
const namesIn = (html: string): readonly string[] =>
  [...html.matchAll(/<button class="copy"[^>]* aria-label="([^"]*)"/g)].map(([, name = '']) => name);

it.each([
  [code, ['Copy Shell']],
  ['```sh title="A <b>"\nx\n```\n', ['Copy A <b>']],
  [`${code}\n${code}\n## Other\n${code}`, ['Copy Shell', 'Copy Shell (2)', 'Copy Shell, Other']],
  [`## *A* \`b\` <i>c</i>\n${code}`, ['Copy Shell, A b c']],
  [`## A\n> ### B\n> ${code.replaceAll('\n', '\n> ')}\n\n${code}`, ['Copy Shell, B', 'Copy Shell, A']],
  [`## A\n\n- ${code.replaceAll('\n', '\n  ')}`, ['Copy Shell, A']],
])('the copy buttons of %j are %j', (markdown, names) => {
  expect(namesIn(htmlOf(markdown))).toEqual(names);
});
