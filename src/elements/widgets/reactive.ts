import type {PropertyDeclaration, PropertyDeclarations} from 'lit';

/**
 * Declares properties that draw an element again when they change, and that no attribute sets. Names are separated by spaces.
 *
 * @param inputs Set from outside.
 * @param state Set by the element alone.
 */
export function reactive(inputs: string, state = ''): PropertyDeclarations {
  const declare = (names: string, declaration: PropertyDeclaration) =>
    names
      .split(' ')
      .filter(Boolean)
      .map(name => [name, declaration]);
  return Object.fromEntries([...declare(inputs, {attribute: false}), ...declare(state, {state: true})]);
}
