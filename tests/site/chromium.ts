import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

const PLACES = [
  process.env['CHROMIUM_PATH'],
  // Chromium without what stands around its pages: a new page costs a third of the time, and the tests open hundreds.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];
const ARGS = [
  // Nothing but this machine answers, so that a page that needs another host fails.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Starts a Chromium to which nothing but this machine answers: the one that is named or installed, else Playwright's. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = PLACES.find((place) => place !== undefined && existsSync(place)) ?? chromium.executablePath();
  return chromium.launch({ executablePath, args: ARGS });
}
