import { App } from 'astro/app';
import { createApp } from 'astro/app/entrypoint';

/** Answers for every page of the site that was provided last. What a layout throws is thrown on. */
export class PageApp extends App {
  override createErrorHandler(): ReturnType<App['createErrorHandler']> {
    return {
      renderError: (request, { error }) => {
        throw error instanceof Error ? error : new Error(`No page was laid out for ${request.url}`);
      },
    };
  }
}

/**
 * The compiled routes and layouts as an application for sites under a base. Astro makes this the entry of what it compiles, see
 * {@link compileLayouts}: Astro's modules mean something there alone.
 */
export function openPageApp(base: string): PageApp {
  return new PageApp({ ...createApp().manifest, base }, false); // no answer is streamed
}
