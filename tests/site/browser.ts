import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { launchChromium } from './chromium.ts';

/** Everything that went wrong on a page: console errors, failed requests, CSP violations. */
export type Troubles = string[];

/** A file that a page has loaded. */
export interface Transfer {
  readonly path: string;
  /** Of its body, as the server sent it. */
  readonly bytes: number;
}

/** A page of the built site and what went wrong on it so far. */
export interface Visit {
  readonly page: Page;
  readonly troubles: Troubles;
  /** What it has loaded so far, its workers included. */
  readonly transfers: () => Promise<readonly Transfer[]>;
}

/**
 * Opens pages of the built site, or others by whole addresses; the browser is started once for a file and closed after it.
 * Nothing but this machine answers, and a test in which a page asks for another origin fails.
 */
export function useBrowser(): { visit(address: string, options?: BrowserContextOptions): Promise<Visit> } {
  const world: { browser?: Browser; contexts: BrowserContext[] } = { contexts: [] };
  const foreign: string[] = [];
  beforeAll(async () => {
    world.browser = await launchChromium();
  });
  afterEach(() => {
    expect(foreign.splice(0), 'requests to other origins').toEqual([]);
  });
  afterAll(async () => {
    await world.browser?.close();
  });
  return {
    visit: async (address, options = {}) => {
      if (world.browser === undefined) throw new Error('the browser was not started');
      for (const context of world.contexts.splice(0)) await context.close();
      const context = await world.browser.newContext(options);
      world.contexts.push(context);
      await context.addInitScript(reportViolations);
      const page = await context.newPage();
      const target = new URL(address, inject('url'));
      const troubles = watch(page);
      context.on('request', (request) => {
        if (isForeign(request.url(), target)) foreign.push(request.url());
      });
      const transfers = record(page);
      await page.goto(target.href, { waitUntil: 'load' });
      return { page, troubles, transfers };
    },
  };
}

/** Runs in the page, before any script of its own. */
function reportViolations(): void {
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    console.error(`policy: ${effectiveDirective} forbids ${blockedURI}`);
  });
}

function isForeign(address: string, own: URL): boolean {
  const { protocol, host } = new URL(address);
  return /^(?:https?|wss?|ftp):$/.test(protocol) && (protocol !== own.protocol || host !== own.host);
}

function watch(page: Page): Troubles {
  const troubles: Troubles = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') troubles.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'unknown';
    // A page that was left before all had come.
    if (reason !== 'net::ERR_ABORTED') troubles.push(`failed: ${request.url()} ${reason}`);
  });
  return troubles;
}

function record(page: Page): Visit['transfers'] {
  const transfers: Promise<Transfer | undefined>[] = [];
  page.on('requestfinished', (request) => {
    const { pathname } = new URL(request.url());
    const transfer = request.sizes().then(
      ({ responseBodySize }) => ({ path: pathname, bytes: responseBodySize }),
      () => undefined, // the page has been closed meanwhile, so nobody asks
    );
    transfers.push(transfer);
  });
  return async () => (await Promise.all(transfers)).filter((transfer) => transfer !== undefined);
}
