import { element } from './elements.ts';
import { excerptRuns } from './excerpt.ts';
import type { PagefindPage } from './pagefind.ts';

/** A hit as it is shown. */
export interface Hit {
  readonly href: string;
  readonly title: string;
  /** In a reader's words: `Detection rule`. */
  readonly kind: string | undefined;
  readonly id: string | undefined;
  /** As Pagefind gives it. */
  readonly excerpt: string | undefined;
  readonly parts: readonly { readonly title: string; readonly href: string }[];
}

/** The hit of a page that Pagefind found, with up to three of its parts where more than one matches. */
export function toHit({ url, meta, excerpt, sub_results }: PagefindPage): Hit {
  const matching = sub_results.filter((part) => part.url !== url && part.title !== meta['title']);
  const parts = matching.length > 1 ? matching.slice(0, 3) : [];
  return {
    href: url,
    title: meta['title'] ?? url,
    kind: meta['kind'],
    id: meta['id'],
    excerpt,
    parts: parts.map(({ title, url: href }) => ({ title, href })),
  };
}

/** The list entry of a hit. Parts of the page stand beside the hit, so that only pages count as hits. */
export function hitElement({ href, title, kind, id, excerpt, parts }: Hit): HTMLLIElement {
  const head = element('h2', {}, [element('a', { href }, [title])]);
  const facts = element('p', { class: 'hit-facts' }, [
    ...(kind === undefined ? [] : [element('span', {}, [kind]), ' ']),
    ...(id === undefined ? [] : [element('code', {}, [id])]),
  ]);
  const text = excerpt === undefined || excerpt === '' ? [] : [excerptElement(excerpt)];
  const hit = element('div', { class: 'hit', 'data-hit': '' }, [head, facts, ...text]);
  if (parts.length === 0) return element('li', {}, [hit]);
  const links = parts.map((part) => element('li', {}, [element('a', { href: part.href }, [part.title])]));
  return element('li', {}, [hit, element('ul', { class: 'hit-parts' }, links)]);
}

function excerptElement(excerpt: string): HTMLParagraphElement {
  const runs = excerptRuns(excerpt).map(({ text, isMarked }) => (isMarked ? element('mark', {}, [text]) : text));
  return element('p', { class: 'excerpt' }, runs);
}
