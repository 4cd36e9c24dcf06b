type Directives = Readonly<Record<string, readonly string[]>>;

/** What any page needs: one style sheet, images and recordings of the vault, two scripts, the search form. Nothing inline runs. */
const page: Directives = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'"],
  'media-src': ["'self'"],
  'manifest-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  // Only the search asks for more files; but whoever examines a page, such as Lighthouse, reads robots.txt by the page's own leave.
  'connect-src': ["'self'"],
};

/** The search page also runs Pagefind, which is WebAssembly in a worker. */
const search: Directives = {
  ...page,
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'worker-src': ["'self'"],
};

/** The Content Security Policy in a page's own `<meta>`, which holds wherever the page is served or opened. */
export const pagePolicy = write(page);

/** {@link pagePolicy} for the page that searches. */
export const searchPolicy = write(search);

/**
 * The policy as a header of every answer. It allows what the search's worker needs, since a worker has the policy of its own
 * answer alone; a browser holds a page to this and to the page's own. Framing can be forbidden in a header only.
 */
export const answerPolicy = write({ ...search, 'frame-ancestors': ["'none'"] });

/**
 * The policy of attachments, which are other people's files: opened by themselves, they run nothing and load nothing from
 * elsewhere. An image and a recording are loaded by the page that a browser makes around them.
 */
export const attachmentPolicy = write({
  'default-src': ["'none'"],
  'img-src': ["'self'"],
  'media-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
});

function write(directives: Directives): string {
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ');
}
