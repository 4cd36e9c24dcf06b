import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { run } from '../../../src/cli/run.ts';
import { ruleText, runbookText, techniqueText } from '../graph/linked-vault.ts';
import { temporaryVault } from '../vault/temporary-vault.ts';

/** Three techniques: one with a rule and a test, one with a rule, one with nothing and escape codes in its title. */
const files = {
  'T1003.md': techniqueText('T1003', { tactics: 'Credential Access', platforms: 'Windows, Linux' }),
  'T1059.md': techniqueText('T1059', { tactics: 'Execution', platforms: 'Linux' }),
  'T1082.md': techniqueText('T1082', { tactics: 'Discovery' }).replace('# T1082', '# T1082 \u001b[2J'),
  'a.md': ruleText({ id: 90, techniques: ['T1003', 'T1059'], sigma: 'logsource: { product: windows }' }),
  'tests.md': runbookText(['T1003'], [{ name: 'Dump', guid: 1 }]),
};

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function coverage(...options: readonly string[]): Promise<Outcome> {
  const written = { out: '', err: '' };
  const code = await run(['coverage', '--vault', temporaryVault(files), '--no-cache', ...options], {
    out: (text) => void (written.out += text),
    err: (text) => void (written.err += text),
    stdin: Readable.from([]),
    isScreen: false,
    untilStopped: () => Promise.resolve(),
  });
  return { code, ...written };
}

async function asJson(...options: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
  const { out } = await coverage(...options);
  return JSON.parse(out) as Readonly<Record<string, unknown>>;
}

describe('coverage', () => {
  it('prints figures, tactics and lists for people', async () => {
    const { code, out, err } = await coverage();
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^[^\n]*: 3 techniques counted\n\nrules and tests {4}1 {2}33\.33 %\nrules and no test {2}1/);
    expect(out).toMatch(/^Execution +1 +1 +0 +0 +0$/m);
    expect(out).toMatch(/^Rules and no test: 1\n {2}T1059 T1059$/m);
    expect(out).toMatch(/^Neither: 1\n {2}T1082 ␛\[2J$/m);
    expect(out).not.toContain('\u001b');
  });

  it.each([
    ['33', 0],
    ['34', 1],
    ['0', 0],
    ['100', 1],
  ])('under a threshold of %s gives %i', async (least, code) => {
    const found = await coverage('--format', 'csv', '--fail-under', least);
    expect(found.code).toBe(code);
    expect(found.err).toBe(
      `1 of 3 techniques have a rule and a test: 33.33 %, ${code === 0 ? 'not' : 'which is'} under ${least} %\n`,
    );
    expect(found.out.split('\r\n')).toHaveLength(5);
  });

  it.each(['101', '-1', '1.5', '50%', 'all'])('refuses a threshold of %s', async (least) => {
    const { code, out, err } = await coverage(`--fail-under=${least}`);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('--fail-under needs a whole number from 0 to 100');
  });

  it('counts only what a search finds', async () => {
    const all = await asJson('--format', 'json');
    expect(all['figures']).toMatchObject({ techniques: 3, both: 1 });
    expect(all['gaps']).toHaveProperty('unlinkedNotes');
    const some = await asJson('--format', 'json', '--where', 'tag:T1003 OR tag:T1082');
    expect(some['figures']).toMatchObject({ techniques: 2, both: 1, percent: 50 });
    expect(some['gaps']).not.toHaveProperty('unlinkedNotes');
    expect((await coverage('--where', '-tag:T1003', '--fail-under', '1')).code).toBe(1);
  });

  it('fails under any threshold when the search finds no technique', async () => {
    expect((await coverage('--where', 'tag:nothing', '--fail-under', '1')).code).toBe(1);
    expect((await coverage('--where', 'tag:nothing', '--fail-under', '0')).code).toBe(0);
  });

  it('counts what is on one platform', async () => {
    const { code, out } = await coverage('--platform', 'windows', '--where', '-tag:T1059');
    expect(code).toBe(0);
    expect(out).toMatch(/: 1 technique counted\n\nrules and tests {4}1 /);
    expect((await coverage('--platform', 'Linux', '--fail-under', '1')).err).toContain('0 of 2 techniques');
    expect(await asJson('--platform', 'Linux', '--format', 'json')).toMatchObject({
      figures: { techniques: 2, neither: 2 },
    });
  });

  it.each([
    ['Windws', 'did you mean Windows?'],
    ['z/OS', 'the platforms of this vault: Linux, Windows'],
  ])('says of the platform %s that no note names it', async (name, offer) => {
    const { code, out, err } = await coverage('--platform', name);
    expect([code, out]).toEqual([2, '']);
    expect(err).toBe(`--platform: no technique and no test names “${name}”; ${offer}\n`);
  });

  it('says where a search is malformed', async () => {
    const { code, out, err } = await coverage('--where', '(tag:a');
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('query/unclosed-paren');
  });

  it('prints a layer that links to the site', async () => {
    const layer = await asJson('--format', 'navigator', '--site', 'https://example.org/sub');
    const [first] = layer['techniques'] as readonly Readonly<Record<string, unknown>>[];
    expect(first).toMatchObject({
      techniqueID: 'T1003',
      score: 3,
      links: [{ url: 'https://example.org/sub/techniques/T1003/' }],
    });
  });

  it.each(['example.org', 'javascript:alert(1)', 'nonsense'])('refuses %s as a site', async (site) => {
    expect((await coverage('--site', site)).code).toBe(2);
  });
});
