import { dev } from 'astro';
import { detectionary } from '../../src/site/integration.ts';

// Serves a vault with Astro's own dev server, as a process of its own.
const [vault = '', port = ''] = process.argv.slice(2);
const { address } = await dev({
  configFile: false,
  root: process.cwd(),
  integrations: [detectionary({ vault })],
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  logLevel: 'warn',
  server: { port: Number(port) },
});
process.stderr.write(`serving http://localhost:${String(address.port)}/\n`);
