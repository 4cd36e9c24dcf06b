import { element } from '../elements.ts';
import { fillPlace, splitCommand } from './fill.ts';
import { textsOf } from './places.ts';

/**
 * The inputs of one atomic test: each default value becomes a field, and what stands in it is filled into the places `#{name}`
 * of the test's section. An empty field leaves its places as they are, and shows what they say: a command without the value
 * would run, and do something else. Values live in the fields alone: they are neither kept nor sent, and are written as text,
 * never as HTML.
 */
export class AtomicInputs extends HTMLElement {
  readonly #fields = new Map<string, HTMLInputElement>();
  /** With the fields that fill them; each has the name of its input as its title. */
  readonly #places = new Map<HTMLElement, HTMLInputElement>();
  readonly #status = element('p', { class: 'visually-hidden', role: 'status' });

  connectedCallback(): void {
    const section = this.closest('.atomic-test');
    if (section === null || this.#fields.size > 0) return;
    for (const cell of this.querySelectorAll<HTMLElement>('[data-input]')) this.#addField(cell);
    this.#findPlaces(section);
    this.#fill();
    // Not its own fields alone: the one for the folder of all tests changes what is in them.
    document.addEventListener('input', () => this.#fill());
    this.append(this.#tools(), this.#status);
  }

  #addField(cell: HTMLElement): void {
    const name = cell.dataset['input'] ?? '';
    const id = `${this.closest('.atomic-test')?.id ?? ''}-input-${String(this.#fields.size + 1)}`;
    cell.closest('tr')?.cells[1]?.setAttribute('id', id);
    const hints = { 'aria-label': name, 'aria-describedby': id, placeholder: fillPlace(name, '') };
    const plain = { autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false' };
    const field = element('input', { type: 'text', class: 'field', ...hints, ...plain });
    field.defaultValue = cell.textContent;
    this.#fields.set(name, field);
    cell.replaceWith(field);
  }

  /** Gives each place an element of its own. */
  #findPlaces(section: Element): void {
    const texts = textsOf(section).filter(({ data }) => data.includes('#{'));
    for (const text of texts)
      text.replaceWith(...splitCommand(text.data, this.#fields).map((part) => this.#partOf(part)));
  }

  #partOf(part: ReturnType<typeof splitCommand>[number]): HTMLElement | string {
    if (part.kind === 'text') return part.text;
    const place = element('span', { class: 'place', title: part.name });
    const field = this.#fields.get(part.name);
    if (field !== undefined) this.#places.set(place, field);
    return place;
  }

  #fill(): void {
    for (const [place, field] of this.#places) {
      const shown = fillPlace(place.title, field.value);
      // Every letter typed comes by here, whichever test it is for: what is written anew is laid out anew.
      if (place.textContent !== shown) place.textContent = shown;
      place.classList.toggle('own', field.value !== field.defaultValue);
    }
  }

  #tools(): HTMLElement {
    const reset = 'Reset to the defaults';
    const test = this.querySelector('table')?.ariaLabel?.replace(/^Inputs/, '') ?? '';
    const button = element('button', { type: 'button', class: 'button', 'aria-label': reset + test }, [reset]);
    button.addEventListener('click', () => {
      for (const field of this.#fields.values()) field.value = field.defaultValue;
      this.#fill();
      this.#status.textContent = 'The inputs hold their defaults again.';
    });
    const [name = 'name'] = this.#fields.keys();
    const empty = element('code', {}, [fillPlace(name, '')]);
    const text = ['Filled into the commands below; an empty field stays ', empty, '. Nothing leaves this page.'];
    const note = element('p', {}, text);
    return element('div', { class: 'inputs-tools' }, [note, button]);
  }
}
