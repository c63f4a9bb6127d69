type Present<Fields> = {readonly [Key in keyof Fields]?: NonNullable<Fields[Key]>};

/** The fields that have a value: what is not known is not there. */
export function omitEmpty<Fields extends object>(fields: Fields): Present<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value)) as Present<Fields>;
}
