import type { MatrixTraits } from '../../../render/index.ts';
import { required } from '../elements.ts';
import { filterWords } from '../table-order.ts';
import { readMatrixState, viewNamed, writeMatrixState } from './address.ts';
import type { MatrixState } from './address.ts';
import { readColumns } from './cells.ts';
import type { Column } from './cells.ts';
import { MatrixFilters } from './filters.ts';
import { startRoving } from './roving.ts';
import { showMatches } from './show.ts';
import { matchText } from './status.ts';

/** Starts the matrix of the home page: the keys that move in it, and what narrows it. */
export function startMatrix(document: Document): void {
  const board = document.querySelector<HTMLElement>('[data-matrix-board]');
  if (board === null) return;
  const matrix = required(board, '[data-matrix]', HTMLElement);
  const tools = required(board, '[data-matrix-tools]', HTMLFormElement);
  startRoving(matrix);
  startUnfolding(matrix, tools);
  new Narrowing({ board, matrix, tools }).start();
}

function startUnfolding(matrix: Element, tools: Element): void {
  const button = tools.querySelector('[data-matrix-unfold]');
  button?.addEventListener('click', () => {
    const isUnfolded = button.getAttribute('aria-pressed') !== 'true';
    button.setAttribute('aria-pressed', String(isUnfolded));
    for (const details of matrix.querySelectorAll('details')) details.open = isUnfolded;
  });
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
  /** Read once, when first needed: there are hundreds of cells. */
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
    this.#show();
    // Whoever reaches for the tools will want the cells, and the first change should be as quick as the next.
    for (const reach of ['pointerenter', 'focusin']) {
      tools.addEventListener(reach, () => this.#read(), { once: true });
    }
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
      this.#read();
      this.#filters.count(this.#techniques);
    });
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

  #read(): void {
    if (this.#columns.length > 0) return;
    this.#columns = readColumns(this.#parts.matrix);
    const cells = this.#columns.flatMap((column) => column.cells.flatMap((cell) => [cell, ...cell.below]));
    this.#techniques = [...new Map(cells.map(({ href, traits }) => [href, traits])).values()];
  }

  #show(): void {
    const { board, matrix, tools } = this.#parts;
    const { view, text, choices } = this.#state;
    board.dataset['view'] = view;
    const words = filterWords(text);
    const isNarrowed = words.length > 0 || choices.size > 0;
    if (!isNarrowed && this.#columns.length === 0) return;
    this.#read();
    const shares = showMatches(this.#columns, { words, choices });
    this.#filters.count(this.#techniques);
    required(tools, 'output', HTMLOutputElement).value = isNarrowed ? matchText(shares, this.#techniques.length) : '';
    tools.querySelector('[type=reset]')?.toggleAttribute('hidden', !isNarrowed);
    matrix.dispatchEvent(new Event('matrix-change'));
  }
}
