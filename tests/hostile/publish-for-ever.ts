/* Run as a program of its own, to be killed: publishes sites into a folder, one after another, each whole, and says when the first is there. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openOutput } from '../../src/site/output.ts';

const [out = '', vault = ''] = process.argv.slice(2);
for (let version = 0; ; version += 1) {
  const output = openOutput(out, vault);
  const files = Array.from({ length: 40 }, (_, index) => `page-${index.toString()}/index.html`);
  for (const file of files) {
    mkdirSync(path.dirname(path.join(output.staging, file)), { recursive: true });
    writeFileSync(path.join(output.staging, file), `${process.pid.toString()}-${version.toString()}`);
  }
  output.publish({ base: '/' }, files);
  if (version === 0) process.stdout.write('published\n');
}
