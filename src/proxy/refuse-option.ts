/** Throws the `TypeError` of an option that cannot be used; the message says what to set. */
export function refuseOption(message: string): never {
  throw new TypeError(`createProxy: ${message}`);
}

/** Refuses what is no object, and the first name of an option's object, or of all options (''), that is not known. */
export function refuseUnknown(option: string, given: unknown, known: object): asserts given is object {
  const names = Object.keys(known).join(', ');
  if (typeof given !== 'object' || given === null) refuseOption(`set ${option} to {${names}}`);
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(known, name))
      refuseOption(`${option && `${option}.`}${name} is not an option; there are ${names}`);
  }
}

/** Refuses what is not a number from `least` on; `what` says what to set. */
export function refuseUnless(name: string, value: unknown, least: number, what: string): void {
  if (typeof value !== 'number' || Number.isNaN(value) || value < least)
    refuseOption(`set ${name} to ${what}`);
}
