/** Throws the `TypeError` of an option that cannot be used; the message says what to set. */
export function refuseOption(message: string): never {
  throw new TypeError(`createProxy: ${message}`);
}

/** Refuses the first name of an option's object, or of all options (''), that is not known. */
export function refuseUnknown(option: string, given: object, known: object): void {
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(known, name)) {
      refuseOption(
        `${option && `${option}.`}${name} is not an option; there are ${Object.keys(known).join(', ')}`,
      );
    }
  }
}

/** Refuses what is not a number from `least` on; `what` says what to set. */
export function refuseUnless(name: string, value: unknown, least: number, what: string): void {
  if (typeof value !== 'number' || Number.isNaN(value) || value < least)
    refuseOption(`set ${name} to ${what}`);
}
