/** Opens states of the checkout in every language side by side, and reads them. */
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import type {Browser, Page} from 'playwright-core';
import {answerFrom} from '../../../scripts/picture-page.mjs';
import {createSandbox} from '../../../src/sandbox/index.js';
import {startedAt, statesPage} from '../../pictures/checkout-states.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A script for the page of `checkout-states.mjs`: opens a state once for each language, and reads all of them. */
const READING = `
  const {all, open} = window.states;
  const main = document.querySelector('main');
  const checkouts = () => [...main.querySelectorAll('cr-checkout')];
  const context = document.createElement('canvas').getContext('2d');

  /** Whether the text that a control shows in its box is wider than the room for it. */
  function isControlCut(element) {
    const isSelect = element.localName === 'select';
    if (!isSelect && element.localName !== 'input') return false;
    const {font, paddingInlineStart, paddingInlineEnd, textOverflow} = getComputedStyle(element);
    if (textOverflow === 'ellipsis') return false;
    const text = isSelect ? element.selectedOptions[0]?.text : element.value || element.placeholder;
    context.font = font;
    const room = element.clientWidth - parseFloat(paddingInlineStart) - parseFloat(paddingInlineEnd);
    return context.measureText(text ?? '').width > room + 1;
  }

  /** Whether a box cuts off the text in it, or the text reaches out of the checkout. */
  function isTextCut(element, {left, right}) {
    const own = [...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE && node.nodeValue.trim());
    if (own.length === 0) return false;
    const {overflowX, overflowY, textOverflow} = getComputedStyle(element);
    // Texts for screen readers alone are a pixel wide on purpose; names from the API end in an ellipsis; chips scroll.
    if (element.closest('.hidden-text') || textOverflow === 'ellipsis' || element.closest('.chips')) return false;
    const range = document.createRange();
    range.selectNodeContents(element);
    const box = range.getBoundingClientRect();
    return (
      (overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1) ||
      (overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1) ||
      box.left < left - 1 || box.right > right + 1
    );
  }

  window.reading = {
    async open(state, languages) {
      main.replaceChildren(...languages.map(lang => Object.assign(document.createElement('div'), {lang})));
      await Promise.all([...main.children].map(box => open(state, box.lang, box)));
    },
    show(width, theme) {
      main.style.width = width + 'px';
      document.documentElement.style.colorScheme = theme;
      for (const checkout of checkouts()) checkout.setAttribute('theme', theme);
    },
    /** Returns every text that cannot be read whole, with its language. */
    cutOff() {
      return checkouts().flatMap(checkout => {
        const bounds = checkout.getBoundingClientRect();
        const boxes = all(checkout.shadowRoot).filter(it => it.localName !== 'option' && it.checkVisibility());
        const cut = boxes.filter(it => isControlCut(it) || isTextCut(it, bounds));
        const sideways = checkout.scrollWidth > checkout.clientWidth ? [checkout.lang + ': wider than the page'] : [];
        return [...sideways, ...cut.map(it => checkout.lang + ': ' + it.localName + ' ' + (it.value || it.textContent).trim())];
      });
    },
    /** Adds a style sheet to every checkout and to everything inside. */
    style(text) {
      for (const checkout of checkouts())
        for (const {shadowRoot} of [checkout, ...all(checkout.shadowRoot)])
          shadowRoot?.append(Object.assign(document.createElement('style'), {textContent: text}));
    },
    /** Returns computed styles of every element with a part name, in the order of the page. */
    styles(name, ...properties) {
      const found = checkouts().flatMap(checkout => all(checkout.shadowRoot)).filter(it => it.part.contains(name));
      return found.map(it => properties.map(property => getComputedStyle(it)[property]).join(' '));
    },
    /** Returns the text on screen of every element with a part name. */
    texts(name) {
      const found = checkouts().flatMap(checkout => all(checkout.shadowRoot)).filter(it => it.part.contains(name));
      return found.filter(it => it.checkVisibility()).map(it => it.innerText.trim());
    },
    /** Removes all but some languages: axe reads the whole page, whatever its context is. */
    keep(languages) {
      for (const box of [...main.children]) if (!languages.includes(box.lang)) box.remove();
    },
    /** Returns what axe finds by its rules, or by those that its options say. */
    async violations(rules = {}) {
      const {violations} = await window.axe.run([...main.children], {...rules, resultTypes: ['violations'], preload: false});
      return violations.flatMap(({id, nodes}) => nodes.map(({html, target}) => id + ': ' + target.flat().join(' ') + ' ' + html.slice(0, 200)));
    },
  };
`;

/** Opens the page of all states, which is never loaded again. */
export async function openStates(browser: Browser): Promise<Page> {
  const page = await browser.newPage({viewport: {width: 760, height: 200}, reducedMotion: 'reduce'});
  page.setDefaultTimeout(60_000);
  await page.clock.setFixedTime(startedAt);
  const sandbox = createSandbox({seed: 'pictures'});
  await page.route('http://localhost/**', answerFrom(statesPage, sandbox));
  await page.goto('http://localhost/');
  await page.waitForFunction('window.states');
  await page.evaluate(AXE);
  await page.evaluate(`{${READING}}`);
  return page;
}

/** Calls a function of the page's script for reading. */
export function read<Value>(page: Page, name: string, ...values: readonly unknown[]): Promise<Value> {
  return page.evaluate(`window.reading.${name}(...${JSON.stringify(values)})`);
}
