export interface Text {
  readonly path: string;
  readonly value: unknown;
}

/** Lists every text of a language with its path. */
export function* textsOf(tree: object, path = ''): Iterable<Text> {
  for (const [key, value] of Object.entries(tree)) {
    const at = path ? `${path}.${key}` : key;
    if (typeof value === 'object' && value !== null) yield* textsOf(value, at);
    else yield {path: at, value};
  }
}
