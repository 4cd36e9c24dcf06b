import { expect, test } from 'vitest';
import { answerRange } from '../../../src/site/preview/byte-range.ts';

const HUGE = '9'.repeat(400);

test.each([
  ['bytes=0-', '206 0-9/10'],
  ['bytes=0-0', '206 0-0/10'],
  ['bytes=3-5', '206 3-5/10'],
  ['BYTES= 3-5 ', '206 3-5/10'],
  ['bytes=9-9', '206 9-9/10'],
  ['bytes=3-99', '206 3-9/10'],
  [`bytes=3-${HUGE}`, '206 3-9/10'],
  ['bytes=-1', '206 9-9/10'],
  ['bytes=-10', '206 0-9/10'],
  [`bytes=-${HUGE}`, '206 0-9/10'],
  ['bytes=10-', '416 */10'],
  ['bytes=10-20', '416 */10'],
  [`bytes=${HUGE}-`, '416 */10'],
  ['bytes=-0', '416 */10'],
  ['bytes=5-3', '200'],
  ['bytes=-', '200'],
  ['bytes=', '200'],
  ['bytes=a-b', '200'],
  ['bytes=1.5-2', '200'],
  ['bytes=0-1,3-4', '200'],
  ['bytes 0-1', '200'],
  ['lines=0-1', '200'],
  ['', '200'],
  [undefined, '200'],
])('of ten bytes, %s gives %s', (range, expected) => {
  const { status, headers, part } = answerRange({ method: 'GET', headers: { range } }, { size: 10 });
  const sent = headers['content-range'];
  expect(sent === undefined ? `${status}` : `${status} ${String(sent).replace('bytes ', '')}`).toBe(expected);
  const length = part === undefined ? { 200: 10, 206: -1, 416: 0 }[status] : part.end - part.start + 1;
  expect(headers).toMatchObject({ 'accept-ranges': 'bytes', 'content-length': length });
});

test.each([
  ['the same file', '"a"', 206],
  ['the file before', '"b"', 200],
  ['what may be the same', 'W/"a"', 200],
  ['a date', 'Wed, 21 Oct 2026 07:28:00 GMT', 200],
])('If-Range with %s', (_name, known, status) => {
  const headers = { range: 'bytes=0-1', 'if-range': known };
  expect(answerRange({ method: 'GET', headers }, { size: 10, tag: '"a"' }).status).toBe(status);
});

test('a file without a tag is never known to be the same', () => {
  const headers = { range: 'bytes=0-1', 'if-range': '"a"' };
  expect(answerRange({ method: 'GET', headers }, { size: 10 }).status).toBe(200);
});

test('HEAD tells of the whole file', () => {
  expect(answerRange({ method: 'HEAD', headers: { range: 'bytes=0-1' } }, { size: 10 }).status).toBe(200);
});

test.each([
  ['bytes=0-', 416],
  ['bytes=-5', 200],
])('of an empty file, %s gives %i', (range, status) => {
  expect(answerRange({ method: 'GET', headers: { range } }, { size: 0 }).status).toBe(status);
});
