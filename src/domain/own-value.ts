/** Returns what a table says of a key; `undefined` for one that it does not hold, as are the names of `Object.prototype`. */
export function ownValue<Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
