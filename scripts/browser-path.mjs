// Prints where Playwright keeps its own Chromium, whether or not it is there.
import { chromium } from 'playwright-core';

console.log(chromium.executablePath());
