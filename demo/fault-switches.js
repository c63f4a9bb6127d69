import {element} from './dom.js';

const faults = {
  'Error 503': {fault: 'status', status: 503},
  'Too many (429)': {fault: 'status', status: 429, retryAfter: 5},
  'HTML page': {fault: 'html'},
  'Other shape': {fault: 'shape'},
  'Lost answer': {fault: 'drop', when: 'after'},
  'No answer': {fault: 'hang'},
  '3 s late': {fault: 'delay', milliseconds: 3000},
  'Half of it': {fault: 'truncate'},
  'Silent stream': {fault: 'silent'},
  'Cut stream': {fault: 'cut', milliseconds: 1000},
};
const routes = {
  'any request': [],
  brands: ['listBrands'],
  products: ['listProducts'],
  'ways to pay': ['listPaymentVias'],
  price: ['getPrice'],
  validation: ['validateOrder'],
  'order creation': ['createOrder'],
  'order reads': ['getOrder'],
  'event stream': ['subscribeOrder'],
};

/** Makes buttons that make the API's next response fail. */
export function faultSwitches() {
  const result = element('output');
  const choice = element('select', {}, ...Object.keys(routes).map(name => element('option', {}, name)));
  const send = async (init, sentence) => {
    const response = await fetch('/sandbox/faults', init);
    result.textContent = response.ok ? sentence : (await response.json()).message;
  };
  const buttons = Object.entries(faults).map(([name, fault]) => {
    const button = element('button', {type: 'button'}, name);
    button.addEventListener('click', () => {
      const body = JSON.stringify({...fault, routes: routes[choice.value]});
      const headers = {'Content-Type': 'application/json'};
      return send({method: 'POST', headers, body}, `${name}: waits for ${choice.value}.`);
    });
    return button;
  });
  const clear = element('button', {type: 'button'}, 'Clear');
  clear.addEventListener('click', () => send({method: 'DELETE'}, 'All is well again.'));
  return element(
    'section',
    {},
    element(
      'details',
      {},
      element('summary', {}, 'Break something'),
      element('label', {}, 'Next', choice),
      element('div', {className: 'buttons', role: 'group', ariaLabel: 'What goes wrong'}, ...buttons, clear),
    ),
    result,
  );
}
