const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const DATE = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** The number that a word writes in decimal; undefined when it writes none. */
export function readNumber(text: string): number | undefined {
  return NUMBER.test(text) ? Number(text) : undefined;
}

/**
 * The milliseconds since 1970 of an ISO date, with or without a time; a time without a zone counts
 * as UTC, so that the answer does not depend on the machine. Undefined when the text is no date.
 */
export function readDate(text: string): number | undefined {
  const match = DATE.exec(text.trim());
  if (match === null) return undefined;
  const [year, month, day, hour, minute, second] = [1, 2, 3, 4, 5, 6].map((group) => Number(match[group] ?? 0));
  const isClock = (hour ?? 0) < 24 && (minute ?? 0) < 60 && (second ?? 0) < 61;
  const time = Date.UTC(
    year ?? 0,
    (month ?? 1) - 1,
    day,
    hour,
    minute,
    second,
    Number((match[7] ?? '0').padEnd(3, '0')),
  );
  const date = new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day));
  if (!isClock || date.getUTCMonth() + 1 !== month || date.getUTCDate() !== day) return undefined;
  return time - zoneOffset(match[8]);
}

/** A date written `2024/01/31`, as Sigma's first version does, in the form of ISO; undefined when the text is none. */
export function isoOfSlashes(text: string): string | undefined {
  const date = text.trim();
  if (!/^\d{4}\/\d{2}\/\d{2}$/.test(date)) return undefined;
  const iso = date.replaceAll('/', '-');
  return readDate(iso) === undefined ? undefined : iso;
}

function zoneOffset(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0;
  const sign = zone.startsWith('-') ? -1 : 1;
  return sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))) * 60_000;
}
