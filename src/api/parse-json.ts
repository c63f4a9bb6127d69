/** Matches a number of 16 characters or more, or one with an exponent of three digits: a double may not hold it exactly. */
const LONG_NUMBER = /(?:^|[:,[\s])-?(?:\d[\d.]{15}|[\d.]+e[+-]?\d{3})/i;

/** Matches strings, and numbers as `LONG_NUMBER` has them. */
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.]*(?:e[+-]?\d+)?/gi;

/**
 * Parses JSON without changing a digit: a number that a double may not hold exactly becomes a string of its own
 * characters, which every schema reads like a number. All others are numbers as ever: a decimal number of up to 15 digits
 * comes back from a double as it went in. Throws a `SyntaxError`, as `JSON.parse` does.
 */
export function parseJson(text: string): unknown {
  const json: unknown = JSON.parse(text);
  return LONG_NUMBER.test(text) ? JSON.parse(text.replace(TOKENS, quoteLongNumber)) : json;
}

function quoteLongNumber(token: string): string {
  return !token.startsWith('"') && LONG_NUMBER.test(token) ? `"${token}"` : token;
}
