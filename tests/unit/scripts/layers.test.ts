import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { astro, layers, markdown, worldly } from '../../../scripts/layers.mjs';

const rooms = Object.keys(layers);

describe('the table of layers', () => {
  it('names exactly the folders of src', () => {
    const folders = readdirSync(path.resolve('src'), { withFileTypes: true });
    expect(folders.map(({ name }) => name).sort()).toEqual([...rooms].sort());
  });

  it.each(Object.entries(layers))('lets %s import only rooms that stand before it', (name, allowed) => {
    const before = rooms.slice(0, rooms.indexOf(name));
    expect(allowed.filter((other) => !before.includes(other))).toEqual([]);
  });

  it.each([...worldly, ...markdown, ...astro])('knows the room %s', (name) => {
    expect(rooms).toContain(name);
  });
});
