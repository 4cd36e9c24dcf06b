/** A run of an excerpt's text, marked where it was searched for. */
export interface ExcerptRun {
  readonly text: string;
  readonly isMarked: boolean;
}

/**
 * The runs of a Pagefind excerpt, so that it can be shown without being parsed as HTML. Pagefind writes `<` and `>` of the
 * text as entities and wraps each found word in `<mark>`.
 */
export function excerptRuns(excerpt: string): readonly ExcerptRun[] {
  return excerpt
    .split(/(<mark>.*?<\/mark>)/s)
    .map((part) => ({
      text: part
        .replace(/<\/?mark>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>'),
      isMarked: part.startsWith('<mark>'),
    }))
    .filter(({ text }) => text !== '');
}
