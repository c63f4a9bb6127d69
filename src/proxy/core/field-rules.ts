/** A decimal amount as the API takes it: digits, with or without a fraction; no sign, no exponent. */
export function isDecimal(text: string): boolean {
  return /^\d{1,18}(\.\d{1,18})?$/.test(text);
}

/** Whether there is what no name, address or amount has: control characters, or what stands for bytes that were no UTF-8. */
export function isGarbled(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return /[\x00-\x1f\x7f\ufffd]/.test(text);
}
