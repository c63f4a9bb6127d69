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

interface NumberRule {
  /** What to set, by the number's own name. */
  readonly what: (name: string) => string;
  readonly isFit: (value: number) => boolean;
}

/** Completes an option that is an object of numbers, and of such objects, from the usual one; refuses what does not fit. */
export function completeOption<Option extends object>(
  option: string,
  given: unknown,
  usual: Option,
  rule: NumberRule,
): Option {
  refuseUnknown(option, given, usual);
  const own = new Map<string, unknown>(Object.entries(given));
  const entries = Object.entries(usual).map(([name, fallback]: [string, unknown]) => {
    const value = own.get(name) ?? fallback;
    const path = `${option}.${name}`;
    if (typeof fallback === 'object' && fallback !== null)
      return [name, completeOption(path, value, fallback, rule)];
    if (typeof value !== 'number' || !rule.isFit(value)) refuseOption(`set ${path} to ${rule.what(name)}`);
    return [name, value];
  });
  return Object.fromEntries(entries);
}
