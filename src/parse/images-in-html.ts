import type { Html } from 'mdast';
import type { Span } from '../source/index.ts';

/** An image that a note shows by HTML of its own. */
interface HtmlImage {
  /** Its address, entities read. */
  readonly url: string;
  /** Where its tag stands in the note. */
  readonly span: Span;
}

// A tag ends where the next begins, so that no text is gone through twice.
const IMAGE = /<img\s(?:[^<>]*?\s)?src\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)'|([^\s"'<>]+))/gi;

/** The images that a piece of HTML shows. */
export function imagesInHtml(node: Html, text: string): readonly HtmlImage[] {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  // In a quote the lines of a note begin with marks that are not in the HTML: the whole piece is near enough then.
  const isSame = text.startsWith(node.value, start);
  return [...node.value.matchAll(IMAGE)].flatMap(({ index, 0: tag, 1: double, 2: single, 3: bare }) => {
    const url = (double ?? single ?? bare ?? '').replaceAll('&amp;', '&').trim();
    const span = isSame ? { start: start + index, end: start + index + tag.length } : { start, end };
    return url === '' ? [] : [{ url, span }];
  });
}
