import type { MatrixTraits } from '../../../render/index.ts';
import { required } from '../elements.ts';
import { PieceWork, afterPaint, whenIdle } from '../pieces.ts';
import type { Pieces } from '../pieces.ts';
import { filterWords } from '../table-order.ts';
import { readMatrixState, viewNamed, writeMatrixState } from './address.ts';
import type { MatrixState } from './address.ts';
import { readColumn } from './cells.ts';
import type { Column } from './cells.ts';
import { MatrixFilters } from './filters.ts';
import { findMatches } from './matches.ts';
import type { Matches } from './matches.ts';
import { startRoving } from './roving.ts';
import { drawMatches, isSmall, unfoldAll } from './show.ts';
import { matchText } from './status.ts';

/** Starts the matrix of the home page: the keys that move in it, and what narrows it. */
export function startMatrix(document: Document): void {
  const board = document.querySelector<HTMLElement>('[data-matrix-board]');
  if (board === null) return;
  const matrix = required(board, '[data-matrix]', HTMLElement);
  const tools = required(board, '[data-matrix-tools]', HTMLFormElement);
  startRoving(matrix);
  new Narrowing({ board, matrix, tools }).start();
}

interface Parts {
  /** Holds the others. */
  readonly board: HTMLElement;
  readonly matrix: HTMLElement;
  readonly tools: HTMLFormElement;
}

/** What narrows the matrix: its state stands in the address and in the form. */
class Narrowing {
  readonly #parts: Parts;
  readonly #filters: MatrixFilters;
  readonly #field: HTMLInputElement;
  readonly #reading = new PieceWork(whenIdle);
  readonly #drawing = new PieceWork(afterPaint);
  readonly #unfolding = new PieceWork(afterPaint);
  // Read once, before they are first needed if the reader leaves the time: there are hundreds of cells.
  #columns: readonly Column[] = [];
  #techniques: readonly MatrixTraits[] = [];

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#filters = new MatrixFilters(parts.tools);
    this.#field = required(parts.tools, '[data-matrix-filter]', HTMLInputElement);
  }

  start(): void {
    const { tools } = this.#parts;
    const { view, text, choices } = readMatrixState(location.search, this.#filters.offered);
    this.#field.value = text;
    this.#filters.tick(choices);
    for (const radio of this.#views) radio.checked = radio.value === view;
    this.#reading.prepare(this.#readColumns());
    this.#show();
    // What the address asks for is there before the first paint.
    this.#finish();
    this.#startUnfolding();
    // Before a key moves among what is shown, all of it is.
    for (const name of ['focusin', 'keydown']) {
      this.#parts.matrix.addEventListener(name, () => this.#finish(), { capture: true });
    }
    addEventListener('beforeprint', () => this.#finish());
    tools.addEventListener('input', () => this.#change());
    tools.addEventListener('submit', (event) => event.preventDefault());
    tools.addEventListener('reset', (event) => {
      // The default values of the fields are not those of the address.
      event.preventDefault();
      this.#field.value = '';
      this.#filters.tick(new Map());
      this.#change();
    });
    tools.querySelector('details')?.addEventListener('toggle', () => {
      this.#reading.finish();
      const count = (): void => this.#filters.count(this.#techniques);
      if (isSmall(this.#columns)) count();
      else afterPaint(count);
    });
  }

  #startUnfolding(): void {
    const { matrix, tools } = this.#parts;
    const button = tools.querySelector('[data-matrix-unfold]');
    button?.addEventListener('click', () => {
      const isUnfolded = button.getAttribute('aria-pressed') !== 'true';
      button.setAttribute('aria-pressed', String(isUnfolded));
      this.#finish();
      this.#unfolding.start(unfoldAll(matrix, isUnfolded));
    });
  }

  #finish(): void {
    this.#drawing.finish();
    this.#unfolding.finish();
  }

  get #views(): readonly HTMLInputElement[] {
    return [...this.#parts.tools.querySelectorAll<HTMLInputElement>('[name=matrix-view]')];
  }

  get #state(): MatrixState {
    const view = viewNamed(this.#views.find(({ checked }) => checked)?.value);
    return { view, text: this.#field.value, choices: this.#filters.chosen };
  }

  #change(): void {
    const query = writeMatrixState(location.search, this.#state, this.#filters.offered);
    history.replaceState(history.state, '', `${location.pathname}${query}${location.hash}`);
    this.#show();
  }

  *#readColumns(): Pieces {
    const columns: Column[] = [];
    for (const section of this.#parts.matrix.querySelectorAll('section')) {
      columns.push(readColumn(section));
      yield;
    }
    this.#columns = columns;
    const cells = columns.flatMap((column) => column.cells.flatMap((cell) => [cell, ...cell.below]));
    this.#techniques = [...new Map(cells.map(({ href, traits }) => [href, traits])).values()];
    // The first time takes browsers several times as long as the next; where nothing is narrowed, this changes nothing.
    this.#drawing.prepare(drawMatches(findMatches(columns, { words: [], choices: new Map() })));
  }

  #show(): void {
    const { board, tools } = this.#parts;
    const { view, text, choices } = this.#state;
    if (board.dataset['view'] !== view) board.dataset['view'] = view;
    const words = filterWords(text);
    const isNarrowed = words.length > 0 || choices.size > 0;
    if (!isNarrowed && this.#columns.length === 0) return;
    this.#reading.finish();
    this.#unfolding.finish();
    const matches = findMatches(this.#columns, { words, choices });
    required(tools, 'output', HTMLOutputElement).value = isNarrowed
      ? matchText(matches.shares, this.#techniques.length)
      : '';
    tools.querySelector('[type=reset]')?.toggleAttribute('hidden', !isNarrowed);
    this.#filters.sayChosen();
    const drawing = this.#draw(matches);
    if (isSmall(this.#columns)) this.#drawing.start(drawing);
    // The reader sees at once what was chosen and how much it leaves.
    else this.#drawing.prepare(drawing);
  }

  *#draw(matches: Matches): Pieces {
    const { matrix } = this.#parts;
    for (const piece of drawMatches(matches)) {
      matrix.dispatchEvent(new Event('matrix-change'));
      yield piece;
    }
    matrix.dispatchEvent(new Event('matrix-change'));
    if (!isSmall(this.#columns)) yield;
    this.#filters.count(this.#techniques);
  }
}
