import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../src/vault/decode.ts';

const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');

describe('decodeText', () => {
  test.each([
    ['plain', utf8('a\nb'), 'a\nb', 'utf-8'],
    ['empty', Buffer.alloc(0), '', 'utf-8'],
    ['a byte order mark', utf8('\uFEFF---\n'), '---\n', 'utf-8'],
    ['line ends of Windows and of old Macs', utf8('a\r\nb\rc\n\r\nd\r'), 'a\nb\nc\n\nd\n', 'utf-8'],
    ['a NUL in a short text', utf8('# N\n\na\0b\n'), '# N\n\na\uFFFDb\n', 'utf-8'],
    ['a NUL alone in four', utf8('ab\0c'), 'ab\uFFFDc', 'utf-8'],
    ['a NUL in a text', utf8(`${'words '.repeat(10)}\0`), `${'words '.repeat(10)}\uFFFD`, 'utf-8'],
    ['UTF-16 LE with its mark', iconv.encode('\uFEFFäé 😀\r\n', 'utf-16le'), 'äé 😀\n', 'utf-16le'],
    ['UTF-16 BE with its mark', iconv.encode('\uFEFFäé\r\n', 'utf-16be'), 'äé\n', 'utf-16be'],
    ['UTF-16 LE without a mark', iconv.encode('# A note', 'utf-16le'), '# A note', 'utf-16le'],
    ['UTF-16 BE without a mark', iconv.encode('# A note', 'utf-16be'), '# A note', 'utf-16be'],
  ])('%s', (...[, bytes, text, encoding]) => {
    expect(decodeText(bytes)).toEqual({ text, encoding, firstDoubt: undefined });
  });

  test.each([
    ['cp437', 'Prozess-Doppelgänger überall, schön', 15],
    ['cp437', 'the function\u00A0NSAppleScript', 12],
    ['cp437', 'A common\u00A0goal.\n\n\u00A0Then', 8],
    ['cp437', '┌────┐\n│ x │\n└────┘', 0],
    ['cp437', 'über Ärger, Öl, Maß', 0],
    ['cp850', 'João não é português; Økonomi', 2],
    ['windows-1252', 'für Ärger, café, naïve', 1],
    ['windows-1252', 'the “quoted” words – and don’t', 4],
    ['windows-1252', 'attackers’ tools … and more', 9],
  ] as const)('tells %s in %j', (page, text, firstDoubt) => {
    expect(decodeText(iconv.encode(text, page))).toEqual({ text, encoding: page, firstDoubt });
  });

  test('keeps what is UTF-8 around a byte that is none', () => {
    const bytes = Buffer.concat([utf8('größer, Übung, café: '), Buffer.from([0xff]), utf8('naïve')]);
    expect(decodeText(bytes)).toEqual({ text: 'größer, Übung, café: \u00A0naïve', encoding: 'cp437', firstDoubt: 21 });
  });

  test('counts the first doubt in normalised lines', () => {
    expect(decodeText(iconv.encode('a\r\nb\r\nschön', 'cp437'))?.firstDoubt).toBe(7);
  });

  test('reports what UTF-16 cannot hold', () => {
    const bytes = Buffer.from([0xff, 0xfe, 0x61, 0x00, 0x00, 0xd8, 0x62, 0x00]);
    expect(decodeText(bytes)).toEqual({ text: 'a\uFFFDb', encoding: 'utf-16le', firstDoubt: 1 });
  });

  test.each([
    ['zeros', Buffer.alloc(100)],
    ['an image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0xff, 0, 0, 1])],
  ])('refuses %s', (_, bytes) => {
    expect(decodeText(bytes)).toBeUndefined();
  });
});
