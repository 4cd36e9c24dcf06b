import { expect, it } from 'vitest';
import { createRenderer } from '../../../src/render/index.ts';
import { vaultPath } from '../../../src/source/index.ts';
import { graphOf } from './small-vault.ts';

/** The tag of an image of 200 by 100 pixels as a note shows it. */
function imageOf(markdown: string): string | undefined {
  const graph = graphOf({ 'Note.md': markdown, 'a.png': '' });
  const node = graph.noteAt(vaultPath('Note.md'));
  if (node === undefined) throw new Error('There is no note');
  const imageSize = (): { width: number; height: number } => ({ width: 200, height: 100 });
  return /<img[^>]*>/.exec(createRenderer(graph, { base: '/', imageSize }).renderNote(node).html)?.[0];
}

it.each([
  ['![[a.png]]', 'width="200" height="100"'],
  ['![[a.png|50]]', 'width="50" height="25"'],
  ['![[a.png|1]]', 'width="1" height="1"'],
  ['![[a.png|50x80]]', 'width="50" height="80"'],
  ['![text](a.png)', 'width="200" height="100"'],
  ['<img src="a.png">', 'width="200" height="100"'],
])('%s has room for its image before that comes', (markdown, expected) => {
  expect(imageOf(markdown)).toContain(expected);
});

it.each([
  ['![[a.png|50x80]]', true],
  ['![[a.png|100x50]]', false],
  ['![[a.png|99x50]]', false],
  ['![[a.png|50]]', false],
])('%s is shown in another shape than its own: %s', (markdown, isReshaped) => {
  expect(imageOf(markdown)?.includes('data-reshaped')).toBe(isReshaped);
});

it('leaves a size in HTML as its author wrote it', () => {
  const image = imageOf('<img src="a.png" width="50">');
  expect(image).toContain('width="50"');
  expect(image).not.toContain('height');
});
