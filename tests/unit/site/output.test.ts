import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ForeignOutputError, openOutput, readOutputFacts } from '../../../src/site/output.ts';

const world: { folder: string } = { folder: '' };
beforeEach(() => void (world.folder = mkdtempSync(path.join(tmpdir(), 'output-'))));
afterEach(() => rmSync(world.folder, { recursive: true }));

function publishOnce(out: string, text: string): void {
  const output = openOutput(out);
  mkdirSync(output.staging);
  writeFileSync(path.join(output.staging, 'index.html'), text);
  output.publish({ base: '/sub/' });
}

describe('openOutput', () => {
  it('replaces a site of ours and leaves nothing beside it', () => {
    const out = path.join(world.folder, 'dist');
    publishOnce(out, 'first');
    publishOnce(out, 'second');
    expect(readFileSync(path.join(out, 'index.html'), 'utf8')).toBe('second');
    expect(readOutputFacts(out)).toEqual({ base: '/sub/' });
    expect(readdirSync(world.folder)).toEqual(['dist']);
  });

  it('leaves the last site as it was when a build is abandoned', () => {
    const out = path.join(world.folder, 'dist');
    publishOnce(out, 'first');
    const output = openOutput(out);
    mkdirSync(output.staging);
    output.abandon();
    expect(readFileSync(path.join(out, 'index.html'), 'utf8')).toBe('first');
    expect(existsSync(output.staging)).toBe(false);
  });

  it('refuses a folder that holds anything else', () => {
    writeFileSync(path.join(world.folder, 'thesis.txt'), 'years of work');
    expect(() => openOutput(world.folder)).toThrow(ForeignOutputError);
  });

  it('takes an empty folder', () => {
    expect(() => openOutput(world.folder)).not.toThrow();
  });
});
