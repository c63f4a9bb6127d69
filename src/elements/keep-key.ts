/** Keys that a page may need wherever the focus is: for its dialogs, and for the order of focus in them. */
const PAGE_KEY = /^(?:Escape|Tab|F\d+|Shift|Control|Alt|Meta|AltGraph|CapsLock)$/;

/**
 * Keeps a key of one of our fields inside of the element: to the page its target is the element, so that shortcuts that
 * leave fields alone would take letters away. Keys with a modifier, and those that a page may need, go on.
 */
export function keepKey(event: KeyboardEvent) {
  const {key, ctrlKey, metaKey, altKey} = event;
  const [field] = event.composedPath();
  const isField = field instanceof HTMLInputElement || field instanceof HTMLSelectElement;
  if (isField && !ctrlKey && !metaKey && !altKey && !PAGE_KEY.test(key)) event.stopPropagation();
}
