import { createServer } from 'node:net';
import type { BrowserContext, Page } from 'playwright-core';
import { launchChromium } from '../site/chromium.ts';
import { killGroup, startDetectionary } from './commands.ts';
import type { Setting } from './commands.ts';

/** A built site, served and open in a browser. */
export interface OpenSite {
  /** Without a slash at its end. */
  readonly origin: string;
  readonly page: Page;
  /** Console errors, uncaught errors, failed requests and requests to other origins, so far. */
  readonly faults: readonly string[];
}

const patience = 30_000;

/**
 * Serves a built site with `detectionary preview` and opens a headless Chromium for `visit`; ends both
 * afterwards. Throws when there is no Chromium or the site is not served in time.
 */
export async function openSite(setting: Setting, out: string, visit: (site: OpenSite) => Promise<void>): Promise<void> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const preview = startDetectionary(setting, ['preview', '--out', out, '--port', String(port)]);
  try {
    await untilServed(origin);
    const browser = await launchChromium();
    try {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      context.setDefaultTimeout(patience);
      const faults = watch(context, origin);
      await visit({ origin, page: await context.newPage(), faults });
    } finally {
      await browser.close();
    }
  } finally {
    killGroup(preview);
  }
}

function watch(context: BrowserContext, origin: string): readonly string[] {
  const faults: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => faults.push(`uncaught: ${error.error().message}`));
  context.on('request', (request) => {
    const isInside = new RegExp(`^(?:${origin}/|data:|blob:)`).test(request.url());
    if (!isInside) faults.push(`another origin: ${request.url()}`);
  });
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // A page that is left gives up what it was still loading.
    if (reason !== 'net::ERR_ABORTED') faults.push(`failed: ${request.url()} ${reason}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
  return faults;
}

async function untilServed(origin: string): Promise<void> {
  const end = performance.now() + patience;
  while (performance.now() < end) {
    try {
      const response = await fetch(`${origin}/`);
      if (response.ok) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`preview does not answer at ${origin}`);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
