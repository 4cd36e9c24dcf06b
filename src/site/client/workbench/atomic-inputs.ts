import { element } from '../elements.ts';
import { fillPlace, splitCommand } from './fill.ts';

/**
 * The inputs of one atomic test: each default value becomes a field, and what stands in it is filled into the places `#{name}`
 * of the test's section. An empty field leaves its places as they are, and shows what they say: a command without the value
 * would run, and do something else. Values live in the fields alone: they are neither kept nor sent, and are written as text,
 * never as HTML.
 */
export class AtomicInputs extends HTMLElement {
  readonly #fields = new Map<string, HTMLInputElement>();
  readonly #places = new Map<string, HTMLElement[]>();
  readonly #status = element('p', { class: 'visually-hidden', role: 'status' });

  connectedCallback(): void {
    const section = this.closest('.atomic-test');
    if (section === null || this.#fields.size > 0) return;
    for (const cell of this.querySelectorAll<HTMLElement>('[data-input]')) this.#addField(cell);
    this.#findPlaces(section);
    for (const name of this.#fields.keys()) this.#fill(name);
    this.addEventListener('input', ({ target }) => {
      for (const [name, field] of this.#fields) if (field === target) this.#fill(name);
    });
    this.append(this.#tools(), this.#status);
  }

  #addField(cell: HTMLElement): void {
    const name = cell.dataset['input'] ?? '';
    const plain = { autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false' };
    const hints = { 'aria-label': name, placeholder: fillPlace(name, '') };
    const field = element('input', { type: 'text', class: 'field', ...hints, ...plain });
    field.defaultValue = cell.textContent;
    const description = cell.closest('tr')?.cells[1];
    if (description !== undefined) {
      description.id = `${this.closest('.atomic-test')?.id ?? ''}-input-${String(this.#fields.size + 1)}`;
      field.setAttribute('aria-describedby', description.id);
    }
    this.#fields.set(name, field);
    cell.replaceWith(field);
  }

  /**
   * Gives each place in code and in headings, which say what a test needs, an element of its own. Prose keeps its places: filled,
   * it would wrap anew and move what is below.
   */
  #findPlaces(section: Element): void {
    const names = new Set(this.#fields.keys());
    const texts = [...section.querySelectorAll('pre, h3, h4, h5, h6')].flatMap(textsIn);
    for (const text of texts) text.replaceWith(...splitCommand(text.data, names).map((part) => this.#partOf(part)));
  }

  #partOf(part: ReturnType<typeof splitCommand>[number]): HTMLElement | string {
    if (part.kind === 'text') return part.text;
    const place = element('span', { class: 'place', title: part.name });
    this.#places.set(part.name, [...(this.#places.get(part.name) ?? []), place]);
    return place;
  }

  #fill(name: string): void {
    const field = this.#fields.get(name);
    if (field === undefined) return;
    for (const place of this.#places.get(name) ?? []) {
      place.textContent = fillPlace(name, field.value);
      place.classList.toggle('own', field.value !== field.defaultValue);
    }
  }

  #tools(): HTMLElement {
    const reset = 'Reset to the defaults';
    const test = this.querySelector('table')?.ariaLabel?.replace(/^Inputs/, '') ?? '';
    const button = element('button', { type: 'button', class: 'button', 'aria-label': reset + test }, [reset]);
    button.addEventListener('click', () => {
      for (const [name, field] of this.#fields) {
        field.value = field.defaultValue;
        this.#fill(name);
      }
      this.#status.textContent = 'The inputs hold their defaults again.';
    });
    const [name = 'name'] = this.#fields.keys();
    const empty = element('code', {}, [fillPlace(name, '')]);
    const text = ['Filled into the commands below; an empty field stays ', empty, '. Nothing leaves this page.'];
    const note = element('p', {}, text);
    return element('div', { class: 'inputs-tools' }, [note, button]);
  }
}

function textsIn(root: Element): readonly Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text && node.data.includes('#{')) texts.push(node);
  }
  return texts;
}
