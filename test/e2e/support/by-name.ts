/** Finds what is on screen as assistive technology names it, in any engine, by axe's reading of roles and names. */
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import type {Hand} from './hand.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Returns the point in the middle of the first element of a role and name, after scrolling it into view; else `null`. */
const FIND = `
  const [role, name] = arguments;
  const {aria, dom, text} = axe.commons;
  const all = root => [...root.querySelectorAll('*')].flatMap(it => [it, ...(it.shadowRoot ? all(it.shadowRoot) : [])]);
  axe.setup(document.body);
  const found = all(document).find(it => {
    const node = axe.utils.getNodeFromTree(it);
    return node && !it.disabled && aria.getRole(node) === role && dom.isVisibleToScreenReaders(node)
      && new RegExp(name, 'u').test(text.accessibleTextVirtual(node).trim());
  });
  axe.teardown();
  if (!found) return null;
  // A radio of its own look is covered by its label, which takes the press for it.
  const target = found.labels?.[0] ?? found;
  target.scrollIntoView({block: 'center', behavior: 'instant'});
  const {x, y, width, height} = target.getBoundingClientRect();
  return {x: Math.round(x + width / 2), y: Math.round(y + height / 2)};
`;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Waits for an element of this role and name (a regular expression), and returns where it is. */
export async function findByName(hand: Hand, role: string, name: string): Promise<Point> {
  if (await hand.run('return !window.axe')) await hand.run(`${AXE}; return null`);
  const deadline = Date.now() + 30_000;
  for (;;) {
    const point = await hand.run<Point | null>(FIND, role, name);
    if (point) return point;
    if (Date.now() > deadline) throw new Error(`there is no ${role} named ${name} in ${hand.engine}`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

/** Presses the element of this role and name with the pointer. */
export async function pressByName(hand: Hand, role: string, name: string): Promise<void> {
  const {x, y} = await findByName(hand, role, name);
  await hand.click(x, y);
}
