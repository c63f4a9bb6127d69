import type {PropertyDeclarations} from 'lit';

/**
 * Declares properties that draw an element again when they change, and that no attribute sets. Names are separated by spaces.
 *
 * @param inputs Set from outside.
 * @param state Set by the element alone.
 */
export function reactive(inputs: string, state = ''): PropertyDeclarations {
  const names = `${inputs} ${state}`.trim().split(' ');
  return Object.fromEntries(names.map(name => [name, {attribute: false}]));
}
