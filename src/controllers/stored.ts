import {tryOrUndefined} from '../domain/try-or-undefined.js';
import type {Environment} from './environment.js';

/** Returns the fields that are stored under a key; none if storage is forbidden, empty or corrupt. */
export function readStored<Name extends string>(
  {storage}: Pick<Environment, 'storage'>,
  key: string,
): Partial<Record<Name, unknown>> {
  return tryOrUndefined(() => JSON.parse(storage?.getItem(key) ?? '')) ?? {};
}

/** Stores fields under a key, unless storage is full or forbidden. */
export function writeStored({storage}: Pick<Environment, 'storage'>, key: string, fields: object) {
  tryOrUndefined(() => storage?.setItem(key, JSON.stringify(fields)));
}
