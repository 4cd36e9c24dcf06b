import { element } from './elements.ts';

const SHOWN_FOR = 1600;

/** Shows the copy buttons and lets each copy its own text (`data-copy="…"`) or, without one, its figure's code. */
export function startCopying(document: Document): void {
  const buttons = document.querySelectorAll('[data-copy]');
  if (buttons.length === 0) return;
  for (const button of buttons) button.removeAttribute('hidden');
  // A screen reader does not tell of a button's new words.
  const status = element('p', { class: 'visually-hidden', role: 'status', 'data-copy-status': '' });
  document.body.append(status);
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('[data-copy]') : null;
    if (button !== null) void copyFrom(button, status);
  });
}

/** What a copy button copies; undefined when there is nothing. */
export function textToCopy(button: Element): string | undefined {
  const own = button.getAttribute('data-copy');
  if (own !== null && own !== '') return own;
  return button.closest('figure')?.querySelector('pre')?.textContent.replace(/\n$/, '');
}

async function copyFrom(button: Element, status: Element): Promise<void> {
  const text = textToCopy(button);
  if (text === undefined) return;
  const done = await copyText(text, button.ownerDocument);
  if (button.hasAttribute('data-copied')) return;
  const label = button.textContent;
  button.setAttribute('data-copied', '');
  button.textContent = done ? 'Copied' : 'Press Ctrl+C';
  status.textContent = button.textContent;
  setTimeout(() => {
    button.textContent = label;
    button.removeAttribute('data-copied');
    status.textContent = '';
  }, SHOWN_FOR);
}

async function copyText(text: string, document: Document): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text, document);
  }
}

// The clipboard API is there on secure origins only; sites in closed networks are often plain HTTP. What it replaced still
// works everywhere, though the library's types warn of it.
interface CopyCommand {
  execCommand(command: 'copy'): boolean;
}

function copyBySelection(text: string, document: Document): boolean {
  const commands: CopyCommand = document;
  const area = element('textarea', { class: 'visually-hidden' }, [text]);
  document.body.append(area);
  area.select();
  const done = commands.execCommand('copy');
  area.remove();
  return done;
}
