import type { levels } from '../../../domain/index.ts';
import { element } from '../elements.ts';
import { excerptRuns } from './excerpt.ts';
import type { PagefindPage } from './pagefind-api.ts';

/** A hit as it is shown. */
export interface Hit {
  readonly href: string;
  readonly title: string;
  /** In a reader's words: `Detection rule`. */
  readonly kind: string | undefined;
  readonly id: string | undefined;
  /** A rule's level. */
  readonly level: string | undefined;
  /** As Pagefind gives it. */
  readonly excerpt: string | undefined;
  readonly parts: readonly { readonly title: string; readonly href: string }[];
}

/**
 * The hit of a page that Pagefind found, with up to three of its parts where more than one matches; of a runbook also with the one
 * test that does, for it may stand far down.
 */
export function toHit({ url, meta, filters, excerpt, sub_results }: PagefindPage): Hit {
  const matching = sub_results.filter((part) => part.url !== url && part.title !== meta['title']);
  const kind = filters['kind']?.[0];
  const parts = matching.length > 1 || kind === 'runbook' ? matching.slice(0, 3) : [];
  return {
    href: url,
    title: meta['title'] ?? url,
    kind: withReason(kindWords(kind, meta['id']), filters['fate']?.[0]),
    id: meta['id'],
    level: filters['level']?.[0],
    excerpt,
    parts: parts.map(({ title, url: href }) => ({ title, href })),
  };
}

/** A page's kind, and what else is to be known of it before it is opened: `Technique, took the place of T1086`. */
export function withReason(kind: string | undefined, reason: string | undefined): string | undefined {
  return [kind, reason].filter((words) => words !== undefined).join(', ') || undefined;
}

/** A page's kind in a reader's words; a value that has none stands for itself. */
export function kindWords(kind: string | undefined, id: string | undefined): string | undefined {
  if (kind === 'technique' && id?.includes('.') === true) return 'Sub-technique';
  return kind === undefined ? undefined : (WORDS[kind] ?? kind);
}

const WORDS: Readonly<Partial<Record<string, string>>> = {
  technique: 'Technique',
  rule: 'Detection rule',
  runbook: 'Test runbook',
  page: 'Note',
};

/**
 * The list entry of a page: a hit, or one that is only near to what was asked for. Parts of the page stand beside the hit,
 * so that only pages count as hits.
 */
export function hitElement({ href, title, kind, id, level, excerpt, parts }: Hit, isNear = false): HTMLLIElement {
  const facts = [
    kind === undefined ? undefined : element('span', { id: `kind:${href}` }, [kind]),
    id === undefined ? undefined : element('code', { id: `id:${href}` }, [id]),
    level === undefined
      ? undefined
      : element('span', { id: `level:${href}`, class: `level ${levelMark(level)}` }, [level]),
  ];
  // What is said of a hit that the arrow keys move to; a rule's id takes long and comes last.
  const [kindFact, idFact, levelFact] = facts;
  const describedBy = [kindFact, levelFact, idFact].flatMap((fact) => fact?.id ?? []).join(' ');
  const hit = element('div', { class: 'hit', 'data-hit': isNear ? undefined : '' }, [
    element('h2', {}, [element('a', { href, 'aria-describedby': describedBy || undefined }, [title])]),
    element(
      'p',
      { class: 'hit-facts' },
      facts.flatMap((fact) => (fact === undefined ? [] : [fact, ' '])),
    ),
    ...(excerpt === undefined || excerpt === '' ? [] : [excerptElement(excerpt)]),
  ]);
  if (parts.length === 0) return element('li', {}, [hit]);
  const links = parts.map((part) => element('li', {}, [element('a', { href: part.href }, [part.title])]));
  return element('li', {}, [hit, element('ul', { class: 'hit-parts' }, links)]);
}

function excerptElement(excerpt: string): HTMLParagraphElement {
  const runs = excerptRuns(excerpt).map(({ text, isMarked }) => (isMarked ? element('mark', {}, [text]) : text));
  return element('p', { class: 'excerpt' }, runs);
}

// Named here again, checked against the domain's, since its values would bring the whole domain into the page.
const LEVEL_MARKS: Readonly<Record<(typeof levels)[number], true>> = {
  critical: true,
  high: true,
  medium: true,
  low: true,
  informational: true,
};

/** The class of a level's mark; an author's own word has the neutral one. */
function levelMark(level: string): string {
  return Object.hasOwn(LEVEL_MARKS, level) ? level : 'unknown';
}
