/** Milliseconds of the units that a number can count in: seconds, milliseconds, microseconds and nanoseconds. */
const UNITS = [1e3, 1, 1e-3, 1e-6];

/** Years 2001 to 2099, in milliseconds since 1970: in this span no number can be read in two units. */
const FIRST = 1e12;
const LAST = 4.1e12;

/** Characters of the longest time that is read. */
const LONGEST = 64;

const COUNT = /^\d+(\.\d+)?$/;

/** Matches RFC 3339 and what databases print: a space for the T, no colon or no zone at all. A day alone is no time. */
const WRITTEN =
  /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d(?:[.,]\d{1,9})?)?\s*(?:(Z|UTC|GMT)|([+-]\d\d):?(\d\d)?)?$/i;

/**
 * Reads a time as milliseconds since 1970: a count since 1970 as a string or number, its unit known by its size, or a
 * written time, in UTC where it names no zone (`Date.parse` would take the device's). Returns `undefined` for anything else,
 * and for a time before 2001 or after 2099, which is a fault of the sender.
 */
export function readTime(value: unknown): number | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value).trim();
  if (text === '' || text.length > LONGEST) return undefined;
  const times = COUNT.test(text) ? UNITS.map(unit => Number(text) * unit) : [readWritten(text)];
  const time = times.find(found => found >= FIRST && found < LAST);
  return time === undefined ? undefined : Math.round(time);
}

/** Returns `NaN` for what is no written time. */
function readWritten(text: string): number {
  const [all, day, minutes, seconds = '', , hours, rest = '00'] = WRITTEN.exec(text) ?? [];
  const zone = hours ? `${hours}:${rest}` : 'Z';
  return all ? Date.parse(`${day}T${minutes}${seconds.replace(',', '.').slice(0, 7)}${zone}`) : Number.NaN;
}
