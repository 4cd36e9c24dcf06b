import { expect, it } from 'vitest';
import { createRenderer } from '../../../src/render/index.ts';
import { vaultPath } from '../../../src/source/index.ts';
import { dangersIn, isNestedAsWritten } from './safety.ts';
import { graphOf } from './small-vault.ts';

/** The HTML of a note in a vault with a video and a sound. */
function render(markdown: string): string {
  const graph = graphOf({ 'Note.md': markdown, 'files/clip.mp4': '', 'a.MP3': '', 'Other.md': '' });
  const node = graph.noteAt(vaultPath('Note.md'));
  if (node === undefined) throw new Error('There is no note');
  return createRenderer(graph, { base: '/' }).renderNote(node).html;
}

it.each([
  ['![[clip.mp4]]', '<video src="/files/files/clip.mp4" controls preload="none" aria-label="clip.mp4"></video>'],
  ['![the attack|300](files/clip.mp4)', 'aria-label="the attack" width="300"></video>'],
  ['![[clip.mp4|300x200]]', 'width="300" height="200"></video>'],
  ['![[a.MP3|300]]', '<audio src="/files/a.MP3" controls preload="none" aria-label="a.MP3"></audio>'],
])('%s is played in the note, and linked', (markdown, expected) => {
  const html = render(markdown);
  expect(html).toContain(expected);
  expect(html).toMatch(/<\/(?:audio|video)><a [^>]*href="\/files\//);
  expect(dangersIn(html)).toEqual([]);
  expect(isNestedAsWritten(html)).toBe(true);
});

it.each([
  ['a link', '[[clip.mp4]]'],
  ['an embed within a link', '[![the attack](files/clip.mp4)](Other.md)'],
  ['one elsewhere', '![clip](https://example.org/clip.mp4)'],
  ['what is not there', '![[none.mp4]]'],
  ["authors' HTML", '<video src="files/clip.mp4" autoplay></video>'],
])('%s plays nothing', (_name, markdown) => {
  expect(render(markdown)).not.toMatch(/<video|<audio/);
});
