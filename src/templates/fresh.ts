import {keyed} from 'lit/directives/keyed.js';

/**
 * Draws a text that changes. A new text is a new node: a browser that translates pages puts elements of its own in the
 * place of a text node, and what is written to the old one would never be seen.
 */
export function fresh(text: string) {
  return keyed(text, text);
}
