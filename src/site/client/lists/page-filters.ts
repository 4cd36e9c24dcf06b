import { formatCount } from '../../words.ts';
import { showRows, type JudgedRow } from '../arrange-rows.ts';
import { tellLeftOut } from '../left-out-rows.ts';
import { PieceWork, afterPaint, whenIdle } from '../pieces.ts';
import type { Pieces } from '../pieces.ts';
import { writeQuery } from '../write-query.ts';
import { isChosen, readChoices, writeChoices, type Choices } from './choices.ts';
import { readList, type List } from './narrowed-list.ts';

/** Narrows the lists of a page by what is chosen above them; the choices live in the address, so that they can be shared. */
export function startPageFilters(document: Document): void {
  const form = document.querySelector<HTMLFormElement>('[data-page-filters]');
  const view = document.defaultView;
  if (form === null || view === null) return;
  const selects = [...form.querySelectorAll('select')];
  const facets = selects.map(({ name }) => name);
  const offered = new Map(selects.map(({ name, options }) => [name, Array.from(options, ({ value }) => value)]));
  const readAddress = (): Choices => {
    const choices = readChoices(view.location.search, offered);
    for (const select of selects) choose(select, choices.get(select.name));
    return choices;
  };
  const choices = readAddress();
  const lists: List[] = [];
  const reading = new PieceWork(whenIdle);
  const drawing = new PieceWork(afterPaint);
  // Read once, before they are first needed if the reader leaves the time: the rows of a long page are costly.
  reading.prepare(readLists(document, lists));
  const reset = form.querySelector<HTMLElement>('[type=reset]');
  const platform = selects.find(({ name }) => name === 'platform');
  const show = (chosen: Choices): void => {
    reading.finish();
    for (const list of lists) list.showOn?.(platform?.selectedIndex ?? 0);
    // The button goes with what it takes back: without it, keys would begin anew at the top of the page.
    if (chosen.size === 0 && reset?.matches(':focus-visible') === true) selects[0]?.focus();
    reset?.toggleAttribute('hidden', chosen.size === 0);
    drawing.start(
      showRows(
        narrow(lists, chosen, { platform: platform?.value ?? '', output: form.querySelector('output') }),
        'data-left-out',
      ),
    );
  };
  for (const name of ['focusin', 'keydown']) {
    document.querySelector('.lists')?.addEventListener(name, () => drawing.finish());
  }
  view.addEventListener('beforeprint', () => drawing.finish());
  if (choices.size > 0) show(choices);
  // What the address asks for is there before the first paint.
  drawing.finish();
  const readForm = (): Choices => {
    const query = new URLSearchParams(selects.map(({ name, value }): [string, string] => [name, value])).toString();
    return readChoices(query, offered);
  };
  const change = (): void => {
    const chosen = readForm();
    writeQuery(writeChoices(view.location.search, facets, chosen), true);
    show(chosen);
  };
  view.addEventListener('popstate', () => {
    const isShown = writeChoices(view.location.search, facets, readForm()) === view.location.search;
    if (!isShown) show(readAddress()); // a link within the page leaves all as it is
  });
  form.addEventListener('change', change);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => {
    // The fields are emptied after this event.
    setTimeout(change);
  });
}

function choose(select: HTMLSelectElement, name: string | undefined): void {
  for (const option of select.options) option.selected = option.value.toLowerCase() === (name ?? '');
}

function* readLists(document: Document, lists: List[]): Pieces {
  const techniques: HTMLTableRowElement[] = [];
  for (const section of document.querySelectorAll<HTMLElement>('section[data-list]')) {
    lists.push(...readList(section, techniques));
    yield;
  }
}

/** What is told of the choices: the platform among them, or nothing, and where. */
interface Told {
  readonly platform: string;
  readonly output: HTMLOutputElement | null;
}

/** Says how many rows the choices leave, and gives all rows in their order. */
function narrow(lists: readonly List[], choices: Choices, { platform, output }: Told): readonly JudgedRow[] {
  const sums = { shown: 0, all: 0 };
  const judged = lists.flatMap(({ counts, section, table, facets, total, rows, showOn }): readonly JudgedRow[] => {
    const own = rows.map(({ row, names }) => ({ row, isShown: isChosen(names, choices) }));
    const isNarrowed = [...choices.keys()].some((facet) => facets.has(facet));
    const shown = own.filter(({ isShown }) => isShown).length;
    const all = formatCount(rows.length);
    const there = showOn === undefined || platform === '' ? '' : ` on ${platform}`;
    for (const count of counts)
      count.textContent = (shown < rows.length ? `${formatCount(shown)} of ${all}` : all) + there;
    // The style sheet knows the word.
    section.toggleAttribute('data-emptied', shown === 0);
    tellLeftOut(table, new Set(own.flatMap(({ row, isShown }) => (isShown ? [] : [row]))));
    // Of figures nobody counts the rows.
    if (isNarrowed && counts.length > 0) {
      sums.shown += shown;
      sums.all += total;
    }
    return own;
  });
  const words = `${formatCount(sums.shown)} of ${formatCount(sums.all)} rows shown in the lists that this narrows`;
  if (output !== null) output.value = choices.size === 0 ? '' : words;
  return judged;
}
