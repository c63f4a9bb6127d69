/** Returns whether a text is a decimal amount of the API: up to 18 digits, then up to 18 decimals; no sign, no exponent. */
export function isDecimal(text: string): boolean {
  return /^\d{1,18}(\.\d{1,18})?$/.test(text);
}

/** Returns whether a text has control characters, or U+FFFD, which stands for bytes that were not UTF-8. */
export function isGarbled(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are searched for
  return /[\x00-\x1f\x7f\ufffd]/.test(text);
}
