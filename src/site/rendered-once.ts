import type { PageFrame } from './state.ts';

const byFrame = new WeakMap<PageFrame, Map<string, string>>();

/** The HTML of parts that many pages of a site share, by their names, for as long as the site's frame lives. */
export function renderedOf(frame: PageFrame): Map<string, string> {
  const rendered = byFrame.get(frame) ?? new Map<string, string>();
  byFrame.set(frame, rendered);
  return rendered;
}
