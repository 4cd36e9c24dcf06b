import type { IncomingMessage } from 'node:http';

/** A file as it is now: its length in bytes, and its ETag where it has one. */
export interface RangedFile {
  readonly size: number;
  readonly tag?: string;
}

/** Bytes of a file, the first and the last included. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

/** How a request for a file is answered that may be one for a part of it. */
export interface RangedAnswer {
  /** 200 for the whole file, 206 for a part, 416 where it has none of the bytes that are asked for. */
  readonly status: 200 | 206 | 416;
  readonly headers: Readonly<Record<string, string | number>>;
  /** What to send for 206; undefined for anything else. */
  readonly part: Part | undefined;
}

/**
 * Answers a request for a file by its `Range`, as browsers send it where a recording or PDF is opened in its midst. Several
 * ranges, and what is no range of bytes, are passed over, as a server may do; so is a range of the file as it was before
 * (`If-Range`), and any with another method than GET. Source: RFC 9110, section 14.
 */
export function answerRange(request: Pick<IncomingMessage, 'method' | 'headers'>, file: RangedFile): RangedAnswer {
  const { size } = file;
  const part = partOf(request, file);
  const ranges = { 'accept-ranges': 'bytes' };
  if (part === undefined) return { status: 200, headers: { ...ranges, 'content-length': size }, part };
  if (part === 'none') {
    const headers = { ...ranges, 'content-length': 0, 'content-range': `bytes */${size}` };
    return { status: 416, headers, part: undefined };
  }
  const { start, end } = part;
  const headers = { ...ranges, 'content-length': end - start + 1, 'content-range': `bytes ${start}-${end}/${size}` };
  return { status: 206, headers, part };
}

function partOf(
  { method, headers }: Pick<IncomingMessage, 'method' | 'headers'>,
  { size, tag }: RangedFile,
): Part | 'none' | undefined {
  const [, first, last] = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i.exec(headers.range ?? '') ?? [];
  if (method !== 'GET' || first === undefined || last === undefined) return undefined;
  // Dates are never equal, as we send none.
  if (headers['if-range'] !== undefined && headers['if-range'] !== tag) return undefined;
  return first === '' ? lastBytes(last, size) : bytesFrom(Number(first), last, size);
}

function lastBytes(length: string, size: number): Part | 'none' | undefined {
  if (length === '') return undefined;
  if (Number(length) === 0) return 'none';
  return size === 0 ? undefined : { start: Math.max(0, size - Number(length)), end: size - 1 };
}

function bytesFrom(start: number, last: string, size: number): Part | 'none' | undefined {
  const end = last === '' ? Infinity : Number(last);
  if (end < start) return undefined;
  return start < size ? { start, end: Math.min(end, size - 1) } : 'none';
}
