import {html} from 'lit';
import {keyed} from 'lit/directives/keyed.js';

/**
 * Draws a text that changes. A new text is a new node: a browser that translates pages puts elements of its own in the
 * place of a text node, and what is written to the old one would never be seen.
 */
export function fresh(text: string) {
  return keyed(text, text);
}

/** Matches a word with a digit, with what a no-break space ties to it: an amount and its coin, a part of an id. */
const EXACT = /(\S*\d\S*(?:\u00a0\S+)*)/;

/**
 * Draws a sentence that changes, as {@link fresh} does, in an element of its own: a translation that joins it with the texts
 * around it goes with it. A translation leaves its words with digits as they are.
 */
export function sentence(text: string) {
  const exact = text
    .split(EXACT)
    .map((part, at) => (at % 2 ? html`<span translate="no">${part}</span>` : part));
  return keyed(text, html`<span>${exact}</span>`);
}
