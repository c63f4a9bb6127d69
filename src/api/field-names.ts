import {plainFieldName} from '../domain/payment/memo-names.js';
import {isObject, readText} from './wire.js';

/** A field of an object, its name in lower case and without signs: `sm-dp+_Address` is `smdpaddress`. */
export type Field = readonly [name: string, value: unknown];

/** Levels of objects that are opened inside each other. */
const DEEPEST = 3;

/**
 * Lists the fields of an object, for values whose names are not documented and that clients have seen in several spellings.
 *
 * @param opened Matches names of objects whose own fields stand in their place, up to three levels deep.
 */
export function fieldsOf(json: object, opened?: RegExp, levels = DEEPEST): readonly Field[] {
  return Object.entries(json).flatMap(([given, value]): readonly Field[] => {
    const name = plainFieldName(given);
    const isOpened = levels > 0 && opened?.test(name) && isObject(value);
    return isOpened ? fieldsOf(value, opened, levels - 1) : [[name, value]];
  });
}

/** Returns the values of the fields whose names match, in their order. */
export function valuesNamed(fields: readonly Field[], names: RegExp): readonly unknown[] {
  return fields.flatMap(([name, value]) => (names.test(name) ? [value] : []));
}

/** Returns those of the values that can be read as a text. */
export function textsNamed(fields: readonly Field[], names: RegExp): readonly string[] {
  return valuesNamed(fields, names).flatMap(value => readText(value) ?? []);
}
