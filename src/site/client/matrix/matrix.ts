import type { MatrixTraits } from '../../../render/index.ts';
import { showAsked } from '../asked.ts';
import { required } from '../elements.ts';
import { filterWords } from '../filter-words.ts';
import { PieceWork, afterPaint, whenIdle } from '../pieces.ts';
import type { Pieces } from '../pieces.ts';
import { writeQuery } from '../write-query.ts';
import { readMatrixState, viewNamed, writeMatrixState } from './address.ts';
import type { MatrixState } from './address.ts';
import { readColumn } from './cells.ts';
import type { Column } from './cells.ts';
import { CellDrawer, willBeUnfolded } from './draw-cell.ts';
import { MatrixFilters } from './filters.ts';
import { findMatches } from './matches.ts';
import type { JudgedCell, Matches, Question } from './matches.ts';
import { startRoving } from './roving.ts';
import { drawMatrix, isSmall } from './show.ts';
import { layOutCells } from './lay-out-cells.ts';
import { MatrixSizes, cellsInSight } from './sight.ts';
import { findSought } from './sought.ts';
import { matchText } from './status.ts';

/** Starts the matrix of the home page: the keys that move in it, and what narrows it. */
export function startMatrix(document: Document): void {
  const board = document.querySelector<HTMLElement>('[data-matrix-board]');
  if (board === null) return;
  const matrix = required(board, '[data-matrix]', HTMLElement);
  const tools = required(board, '[data-matrix-tools]', HTMLFormElement);
  new Narrowing({ board, matrix, tools }).start();
  showAsked(document);
  startRoving(matrix);
}

interface Parts {
  /** Holds the others. */
  readonly board: HTMLElement;
  readonly matrix: HTMLElement;
  readonly tools: HTMLFormElement;
}

const wholeMatrix: Question = { words: [], choices: new Map() };

/** What narrows the matrix: its state stands in the address and in the form. */
class Narrowing {
  readonly #parts: Parts;
  readonly #filters: MatrixFilters;
  readonly #field: HTMLInputElement;
  readonly #button: HTMLElement;
  readonly #reading = new PieceWork(whenIdle);
  readonly #settling = new PieceWork(whenIdle);
  readonly #drawing = new PieceWork(afterPaint);
  readonly #drawer = new CellDrawer();
  // Read once, before they are first needed if the reader leaves the time: there are hundreds of cells.
  #columns: readonly Column[] = [];
  #sizes = new MatrixSizes([]);
  #techniques: readonly MatrixTraits[] = [];
  /** Whether all are being unfolded, or folded: another drawing takes it on. */
  #unfolding: boolean | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#filters = new MatrixFilters(parts.tools);
    this.#field = required(parts.tools, '[data-matrix-filter]', HTMLInputElement);
    this.#button = required(parts.tools, '[data-matrix-unfold]', HTMLElement);
  }

  start(): void {
    const { board, tools } = this.#parts;
    this.#readAddress();
    this.#reading.prepare(this.#readColumns());
    board.dataset['view'] = this.#state.view;
    if (isNarrowed(this.#state) || this.#unfolding === true) this.#show();
    // What the address asks for is there before the first paint.
    this.#drawing.finish();
    this.#startUnfolding();
    // Before the reader moves or unfolds what is shown, all of it is.
    for (const name of ['focusin', 'keydown', 'click']) {
      this.#parts.matrix.addEventListener(name, () => this.#drawing.finish(), { capture: true });
    }
    addEventListener('beforeprint', () => this.#drawing.finish());
    addEventListener('popstate', () => {
      if (this.#query === location.search) return; // a link within the page
      this.#readAddress();
      this.#show();
    });
    // A choice is a step to go back from, a letter typed is not.
    tools.addEventListener('input', ({ target }) => this.#change(target !== this.#field));
    tools.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#goToSought();
    });
    tools.addEventListener('reset', (event) => {
      // The default values of the fields are not those of the address.
      event.preventDefault();
      this.#field.value = '';
      this.#filters.tick(new Map());
      this.#change(true);
    });
    tools.querySelector('details')?.addEventListener('toggle', () => {
      this.#reading.finish();
      const count = (): void => this.#filters.count(this.#techniques);
      if (isSmall(this.#columns)) count();
      else afterPaint(count);
    });
  }

  #startUnfolding(): void {
    this.#button.addEventListener('click', () => {
      this.#unfold(!this.#isUnfolded);
      this.#reading.finish();
      this.#drawing.start(this.#draw(this.#find()));
      afterPaint(() => writeQuery(this.#query, true));
    });
  }

  get #isUnfolded(): boolean {
    return this.#button.ariaPressed === 'true';
  }

  /** To be drawn by whoever asks for it. */
  #unfold(isWanted: boolean): void {
    if (isWanted === this.#isUnfolded) return;
    this.#unfolding = isWanted;
    this.#button.ariaPressed = String(isWanted);
  }

  get #views(): readonly HTMLInputElement[] {
    return [...this.#parts.tools.querySelectorAll<HTMLInputElement>('[name=matrix-view]')];
  }

  get #state(): MatrixState {
    const view = viewNamed(this.#views.find(({ checked }) => checked)?.value);
    return { view, isUnfolded: this.#isUnfolded, text: this.#field.value, choices: this.#filters.chosen };
  }

  #change(isStep: boolean): void {
    this.#show();
    // It takes browsers longer than all that is worked out here.
    afterPaint(() => writeQuery(this.#query, isStep));
  }

  /** Enter in the field opens the technique that must be meant; of several, it leads to the first. */
  #goToSought(): void {
    const { text } = this.#state;
    if (text.trim() === '') return;
    this.#reading.finish();
    this.#drawing.finish();
    writeQuery(this.#query, false);
    const sought = findSought(this.#find(), text);
    const link = sought?.cell.element.querySelector('a');
    if (sought?.isSure === true) link?.click();
    else link?.focus();
  }

  /** The query of the address for what is chosen now. */
  get #query(): string {
    return writeMatrixState(location.search, this.#state, this.#filters.offered);
  }

  #readAddress(): void {
    const { view, isUnfolded, text, choices } = readMatrixState(location.search, this.#filters.offered);
    this.#unfold(isUnfolded);
    this.#field.value = text;
    this.#filters.tick(choices);
    for (const radio of this.#views) radio.checked = radio.value === view;
  }

  *#readColumns(): Pieces {
    const columns: Column[] = [];
    const { offered } = this.#filters;
    const anyName: Question = {
      words: [''],
      choices: new Map([...offered].map(([facet, names]) => [facet, new Set(names.keys())])),
    };
    for (const section of this.#parts.matrix.querySelectorAll('section')) {
      const column = readColumn(section);
      columns.push(column);
      // Both change nothing, and take long until browsers have compiled them: let that not be when the reader waits for it.
      findMatches([column], anyName);
      const all = findMatches([column], wholeMatrix).columns.flatMap(({ cells }) => cells);
      for (const judged of all.flatMap((each) => [each, ...each.below])) this.#drawer.draw(judged, false);
      yield;
    }
    this.#columns = columns;
    this.#sizes = new MatrixSizes(columns);
    const cells = columns.flatMap((column) => column.cells.flatMap((cell) => [cell, ...cell.below]));
    this.#techniques = [...new Map(cells.map(({ href, traits }) => [href, traits])).values()];
    if (isSmall(columns)) return;
    this.#sizes.follow(this.#parts.matrix, this.#parts.tools);
    this.#settling.prepare(this.#settle());
  }

  *#settle(): Pieces {
    // As it stands, which changes nothing, and has browsers compile what the reader will wait for.
    this.#show();
    yield;
    yield* layOutCells(this.#columns);
  }

  #show(): void {
    const { board, tools } = this.#parts;
    const state = this.#state;
    this.#reading.finish();
    const matches = this.#find();
    const drawing = this.#draw(matches);
    if (board.dataset['view'] !== state.view) board.dataset['view'] = state.view;
    const words = isNarrowed(state) ? matchText(matches.shares, this.#techniques.length) : '';
    const output = required(tools, 'output', HTMLOutputElement);
    // What is written again is said again.
    if (output.value !== words) output.value = words;
    const reset = tools.querySelector('[type=reset]');
    // The button goes with what it takes back: without it, keys would begin anew at the top of the page.
    if (!isNarrowed(state) && reset?.matches(':focus-visible') === true) this.#field.focus();
    reset?.toggleAttribute('hidden', !isNarrowed(state));
    this.#filters.sayChosen();
    this.#drawing.start(drawing);
  }

  #find(): Matches {
    const { text, choices } = this.#state;
    return findMatches(this.#columns, { words: filterWords(text), choices });
  }

  /** To be asked before the page is changed, since it is measured. */
  #draw(matches: Matches): Pieces {
    const isUnfolded = this.#unfolding;
    const { columns, isSearched } = matches;
    const heightOf = (judged: JudgedCell): number =>
      this.#sizes.heightOf(judged, isUnfolded ?? willBeUnfolded(judged, isSearched));
    const first = isSmall(this.#columns)
      ? new Set(columns.flatMap(({ cells }) => cells))
      : cellsInSight(columns, this.#sizes.standing, heightOf);
    return this.#drawThen(drawMatrix({ drawer: this.#drawer, matches, first, isUnfolded }));
  }

  *#drawThen(pieces: Pieces): Pieces {
    const { matrix } = this.#parts;
    while (pieces.next().done !== true) {
      matrix.dispatchEvent(new Event('matrix-change'));
      yield;
    }
    this.#unfolding = undefined;
    matrix.dispatchEvent(new Event('matrix-change'));
    if (!isSmall(this.#columns)) yield;
    this.#filters.count(this.#techniques);
  }
}

function isNarrowed({ text, choices }: MatrixState): boolean {
  return text.trim() !== '' || choices.size > 0;
}
