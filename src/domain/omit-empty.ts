type Present<Fields> = {readonly [Key in keyof Fields]?: NonNullable<Fields[Key]>};

/** Drops empty fields: `undefined`, `''`, `0` and `false`. */
export function omitEmpty<Fields extends object>(fields: Fields): Present<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value)) as Present<Fields>;
}
