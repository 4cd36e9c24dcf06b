import { row } from './row.ts';

/** Reading the Markdown of a note. */
export const parseRows = {
  'parse/too-deep': row<{ readonly limit: number }>({
    severity: 'warning',
    message: ({ limit }) => `the marks here nest more than ${limit} levels deep, so they are shown as text`,
  }),
  'parse/too-many-containers': row<{ readonly limit: number }>({
    severity: 'warning',
    message: ({ limit }) => `this note has more than ${limit} lists and quotes, so the marks from here on are text`,
    hint: () => 'part the note into several',
  }),
  'parse/too-many-marks': row<{ readonly limit: number }>({
    severity: 'warning',
    message: ({ limit }) =>
      `this text holds more marks of one kind than are read (${limit}, in a long text fewer), so the last of them are text`,
    hint: () => 'part it into paragraphs, or make code of it',
  }),
  'parse/too-long': row<{ readonly limit: number; readonly what: string }>({
    severity: 'warning',
    message: ({ limit, what }) => `this note has more than ${limit} ${what}, so what follows is shown as plain text`,
    hint: () => 'part the note into several, or attach the data as a file',
  }),
  'parse/unreadable': row<{ readonly problem: string }>({
    severity: 'error',
    message: ({ problem }) => `this note could not be read as Markdown: ${problem}`,
    hint: () => 'it is shown as plain text',
  }),
  'parse/unclosed-comment': row<{ readonly until: 'the note' | 'its list or quote' }>({
    severity: 'warning',
    message: ({ until }) => `this comment is never closed, so what follows to the end of ${until} is not published`,
    hint: () => 'end it with %%',
  }),
} as const;
