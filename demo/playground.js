/** Makes controls for everything that the manifest lists of the element, and shows the resulting markup. */
import {control} from './control.js';
import {element, replaceText} from './dom.js';
import {faultSwitches} from './fault-switches.js';
import {isSandbox} from './mode.js';
import {orderControls} from './order-controls.js';
import {snippetOf} from './snippet.js';

const checkout = document.querySelector('cr-checkout');
const panel = document.querySelector('.panel');
const snippet = document.querySelector('#snippet');
const copied = document.querySelector('#copied');

const {attributes, cssProperties} = await manifest();
const chosen = {attributes: new Map(), properties: new Map()};
for (const {name, value} of checkout.attributes) chosen.attributes.set(name, value);

/** Attributes change at once: the element accepts them at any time. */
function setAttribute(name, value) {
  if (value === undefined) chosen.attributes.delete(name);
  else chosen.attributes.set(name, value);
  if (value === undefined) checkout.removeAttribute(name);
  else checkout.setAttribute(name, value);
  show();
}

function setProperty(name, value) {
  if (value === undefined) chosen.properties.delete(name);
  else chosen.properties.set(name, value);
  checkout.style.setProperty(name, value ?? '');
  show();
}

function show() {
  replaceText(snippet, snippetOf(chosen));
  replaceText(copied, '');
}

document.querySelector('#copy').addEventListener('click', async () => {
  const isCopied = await navigator.clipboard?.writeText(snippet.textContent).then(
    () => true,
    () => false,
  );
  replaceText(copied, isCopied ? 'Copied.' : 'This browser does not let a page copy: select the text.');
});

/** Values to pick of attributes that take any text: what the sandbox sells in, and what the element speaks. */
const OFFERED = {
  lang: 'en ar de es fr hi id it ko pl pt tr vi zh-Hans zh-Hant'.split(' '),
  country: 'US IT BR NG VN'.split(' '),
  coin: 'USDC USDT BTC ETH SOL LTC DOGE TRX'.split(' '),
  network: ['Solana', 'Base', 'Polygon (Matic)', 'Arbitrum', 'ETH Mainnet', 'Lightning', 'Mainnet', 'Tron'],
};
const controls = attributes.map(attribute =>
  control({...attribute, offered: OFFERED[attribute.name]}, chosen.attributes.get(attribute.name), value =>
    setAttribute(attribute.name, value),
  ),
);
const variables = cssProperties.map(property =>
  control(property, undefined, value => setProperty(property.name, value)),
);
const sandboxOnly = (await isSandbox()) ? [await scenarios(), orderControls(checkout), faultSwitches()] : [];
// Adds all at once, so that nothing in the panel moves below a pointer.
panel.append(group('Attributes', controls, true), ...sandboxOnly, group('Theme variables', variables, false));
show();

function group(title, rows, isOpen) {
  const details = element('details', {open: isOpen}, element('summary', {}, title), ...rows);
  return element('section', {}, details);
}

/** The buyer's e-mail decides how a sandbox order goes: choosing one fills it in. */
async function scenarios() {
  const response = await fetch('/sandbox/scenarios');
  const values = (await response.json()).map(({email, story}) => ({name: email, story}));
  const description = 'How the order will go. It is the e-mail address that decides.';
  const row = control({name: 'scenario', description, values}, undefined, value => {
    const email = document.querySelector('#control-email');
    email.value = value ?? '';
    setAttribute('email', value);
  });
  return group('Scenario', [row], true);
}

async function manifest() {
  const response = await fetch('/custom-elements.json');
  const {modules} = await response.json();
  const declarations = modules.flatMap(module => module.declarations ?? []);
  return declarations.find(({tagName}) => tagName === 'cr-checkout');
}
