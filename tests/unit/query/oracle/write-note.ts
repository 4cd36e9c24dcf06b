import type { BlockModel, ItemModel, Line, NoteModel, Part, PropertyModel, Range, WrittenNote } from './note-model.ts';

/** Writes a note, and notes down where its parts come to stand. */
export function writeNote(model: NoteModel): WrittenNote {
  const writer = new Writer();
  writer.frontmatter(model.properties);
  for (const block of model.blocks) writer.block(block);
  return { path: model.path, properties: model.properties, ...writer.finish() };
}

class Writer {
  private text = '';
  private readonly tags: { name: string; at: number }[] = [];
  private readonly blocks: Part[] = [];
  private readonly tasks: Part[] = [];
  private readonly queries: Range[] = [];
  private readonly headings: { readonly at: number; readonly level: number }[] = [];

  finish(): Omit<WrittenNote, 'path' | 'properties'> {
    const { text, tags, blocks, tasks, queries, headings } = this;
    const sections: Part[] = [];
    const first = headings[0]?.at ?? text.length;
    if (text.slice(0, first).trim() !== '') sections.push({ ranges: [{ start: 0, end: first }], level: 0 });
    headings.forEach(({ at, level }, index) => {
      sections.push({ ranges: [{ start: at, end: headings[index + 1]?.at ?? text.length }], level });
    });
    return { text, tags, blocks, tasks, queries, sections };
  }

  frontmatter(properties: readonly PropertyModel[]): void {
    if (properties.length === 0) return;
    this.text += '---\n';
    for (const { name, value, tags = [] } of properties) {
      const isList = 'length' in value;
      const written = isList ? `[${value.map(({ yaml }) => yaml).join(', ')}]` : value.yaml;
      // A property's tags stand somewhere in its line.
      for (const tag of tags) this.tags.push({ name: tag, at: this.text.length });
      this.text += `${name}: ${written}\n`;
    }
    this.text += '---';
    this.blocks.push({ ranges: [{ start: 0, end: this.text.length }] });
    this.text += '\n';
  }

  block(block: BlockModel): void {
    switch (block.kind) {
      case 'paragraph':
        this.asBlock(() => this.lines(block.lines, ''));
        break;
      case 'code':
        this.asBlock(() => this.put(`\`\`\`\n${block.lines.map(plain).join('\n')}\n\`\`\``));
        break;
      case 'query': {
        const start = this.text.length;
        this.asBlock(() => this.put(`\`\`\`query\n${block.text}\n\`\`\``));
        this.queries.push({ start, end: this.text.length });
        break;
      }
      case 'heading':
        this.headings.push({ at: this.text.length, level: block.level });
        this.asBlock(() => {
          this.put(`${'#'.repeat(block.level)} `);
          this.line(block.line);
        });
        break;
      case 'quote':
        this.asBlock(() => this.quote(block));
        break;
      case 'table':
        this.asBlock(() => {
          this.put('| ');
          this.line(block.head);
          this.put(' | b |\n| --- | --- |\n| ');
          this.line(block.cell);
          this.put(' | d |');
        });
        break;
      case 'list':
        for (const item of block.items) this.item(item, '');
        this.text = this.text.replace(/\n$/, '');
    }
    this.put('\n\n');
  }

  private put(text: string): void {
    this.text += text;
  }

  private asBlock(write: () => void): void {
    const start = this.text.length;
    write();
    this.blocks.push({ ranges: [{ start, end: this.text.length }] });
  }

  private line(line: Line): void {
    line.forEach(({ text, tag }, index) => {
      if (index > 0) this.put(' ');
      if (tag !== undefined) this.tags.push({ name: tag, at: this.text.length });
      this.put(text);
    });
  }

  private lines(lines: readonly Line[], prefix: string): void {
    lines.forEach((line, index) => {
      if (index > 0) this.put(`\n${prefix}`);
      this.line(line);
    });
  }

  private quote({ callout, box, lines }: BlockModel & { kind: 'quote' }): void {
    this.put(callout ? '> [!note] Titled\n> ' : '> ');
    if (box === undefined) return this.lines(lines, '> ');
    this.put(`- [${box}] `);
    const start = this.text.length;
    this.line(lines[0] ?? []);
    this.tasks.push({ ranges: [{ start, end: this.text.length }], box });
  }

  /** An item's text is its own lines; items nested in it stand after them. */
  private item({ marker, box, lines, nested }: ItemModel, indentation: string): void {
    this.put(indentation);
    const start = this.text.length;
    this.put(`${marker} ${box === undefined ? '' : `[${box}] `}`);
    const words = this.text.length;
    const inner = `${indentation}${' '.repeat(marker.length + 1)}`;
    this.lines(lines, inner);
    const end = this.text.length;
    this.blocks.push({ ranges: [{ start, end }] });
    if (box !== undefined) this.tasks.push({ ranges: [{ start: words, end }], box });
    this.put('\n');
    for (const child of nested) this.item(child, inner);
  }
}

function plain(line: Line): string {
  return line.map(({ text }) => text).join(' ');
}
