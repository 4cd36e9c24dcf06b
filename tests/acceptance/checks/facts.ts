import type { BuiltVault } from '../built-vault.ts';
import { readSigma, readTechnique, readTests } from '../note-facts.ts';
import type { Report } from '../report.ts';
import type { Page } from '../html-page.ts';
import type { Note } from '../vault-reader.ts';

/** One fact that a page must state outside of its code blocks. */
interface Fact {
  readonly name: string;
  readonly value: string;
  readonly isStated: (page: Page, value: string) => boolean;
}

/** Asserts that every note's page states the facts of its kind, one assertion a fact. */
export function checkFacts(report: Report, { notes, pageOf }: BuiltVault): void {
  const problems = new Map<string, string[]>();
  for (const note of notes) {
    const page = pageOf(note);
    if (page === undefined) continue;
    for (const { name, value, isStated } of factsOf(note)) {
      const label = `${note.kind} pages: ${name}`;
      const list = problems.get(label) ?? [];
      problems.set(label, list);
      if (value === '' || !isStated(page, value)) list.push(`${page.address} lacks “${value}”`);
    }
  }
  for (const [label, list] of problems) report.none(label, list);
}

function factsOf(note: Note): readonly Fact[] {
  switch (note.kind) {
    case 'technique':
      return techniqueFacts(note);
    case 'rule':
      return ruleFacts(note);
    case 'runbook':
      return readTests(note).map(({ name }) => ({ name: 'test', value: name, isStated: hasTitle }));
    case 'page':
      return [];
  }
}

function techniqueFacts(note: Note): readonly Fact[] {
  const facts = readTechnique(note);
  const all = (name: string, values: readonly string[]): readonly Fact[] =>
    values.map((value) => ({ name, value, isStated: hasPhrase }));
  return [
    ...facts.title.split(/- /).map((value) => ({ name: 'title', value, isStated: hasTitle })),
    { name: 'heading', value: facts.title.split(/- /).at(-1) ?? '', isStated: hasHeading },
    ...all('id', [facts.id]),
    ...all('tactic', facts.tactics),
    ...all('platform', facts.platforms),
    ...all('version', [facts.version]),
    ...all(
      'data component',
      facts.components.flatMap((component) => component.split(': ')),
    ),
    { name: 'created', value: facts.created, isStated: hasDate },
    { name: 'modified', value: facts.modified, isStated: hasDate },
  ];
}

function ruleFacts(note: Note): readonly Fact[] {
  const facts = readSigma(note);
  return [
    { name: 'title', value: facts.title, isStated: hasHeading },
    { name: 'author', value: facts.author, isStated: hasPhrase },
    { name: 'level', value: facts.level, isStated: hasPhrase },
    { name: 'status', value: facts.status, isStated: hasPhrase },
    { name: 'date', value: facts.date, isStated: hasDate },
    ...(facts.modified === undefined ? [] : [{ name: 'modified', value: facts.modified, isStated: hasDate }]),
  ];
}

/** Regardless of case, and not as a part of a longer word. */
function hasPhrase(page: Page, value: string): boolean {
  const text = page.text.toLowerCase();
  const phrase = value.toLowerCase().replace(/\s+/g, ' ');
  const isWord = (character: string | undefined): boolean => /[\p{L}\d]/u.test(character ?? '');
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    if (!isWord(text[at - 1]) && !isWord(text[at + phrase.length])) return true;
  }
  return false;
}

/** By letters and digits alone: a page may set a title with other punctuation than a file name allows. */
function hasTitle(page: Page, value: string): boolean {
  return squash(page.text).includes(squash(value));
}

function hasHeading(page: Page, value: string): boolean {
  return squash(page.h1).includes(squash(value));
}

/** As written, with dashes, or in the attribute of a `<time>`. */
function hasDate(page: Page, value: string): boolean {
  const iso = value.replaceAll('/', '-');
  return page.text.includes(value) || page.text.includes(iso) || page.times.has(iso);
}

function squash(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\d]+/gu, '');
}
