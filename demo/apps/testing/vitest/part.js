/** Waits for the part of a name that shows these words and can be used, in any shadow root of a tree. */
export async function part(tree, name, words = '') {
  for (;;) {
    const found = within(tree, `[part~="${name}"]`).find(
      element => element.textContent.includes(words) && !element.disabled,
    );
    if (found) return found;
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

function within(tree, selector) {
  const inner = [...tree.querySelectorAll('*')].flatMap(({shadowRoot}) => shadowRoot ?? []);
  return [...tree.querySelectorAll(selector), ...inner.flatMap(shadow => within(shadow, selector))];
}
