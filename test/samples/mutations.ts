/** What may stand where something else was expected. */
const replacements: readonly unknown[] = [null, '', 'text', 0, -1, 12.5, true, [], {}, [null], {amount: []}];

export interface Mutation {
  readonly name: string;
  readonly value: unknown;
}

/** Copies of a JSON value in each of which one place is missing or holds something else. */
export function* mutationsOf(value: unknown, path = '$'): Iterable<Mutation> {
  for (const replacement of replacements)
    yield {name: `${path} = ${JSON.stringify(replacement)}`, value: replacement};
  if (typeof value !== 'object' || value === null) return;
  for (const key of Object.keys(value)) {
    const put = (changed: Readonly<Record<string, unknown>>) =>
      Array.isArray(value) ? Object.values(changed) : changed;
    const {[key]: child, ...rest} = value as Readonly<Record<string, unknown>>;
    yield {name: `${path}.${key} is missing`, value: put(rest)};
    for (const mutation of mutationsOf(child, `${path}.${key}`))
      yield {name: mutation.name, value: put({...value, [key]: mutation.value})};
  }
}
