import {element, replaceText} from './dom.js';

const actions = [
  'pay',
  'underpay',
  'overpay',
  'expire',
  'fail',
  'refund',
  'hold',
  'advance',
  'detect',
  'misdirect',
  'cancel',
];
const sentences = {
  pay: 'Paid in full.',
  underpay: 'Half of the amount was paid.',
  overpay: 'Half as much again was paid.',
  expire: 'The time to pay is over.',
  fail: 'The payment failed.',
  refund: 'The money went back.',
  hold: 'Held for a manual check.',
  advance: 'One step on.',
  detect: 'A payment is seen, not confirmed.',
  misdirect: 'The payment came in another coin or on another network.',
  cancel: 'Canceled.',
};

/** Makes buttons that apply control actions to the current order. */
export function orderControls(checkout) {
  const result = element('output', {}, 'No order yet.');
  const buttons = actions.map(action => {
    const button = element('button', {type: 'button', disabled: true}, action);
    button.addEventListener('click', () => act(action));
    return button;
  });

  async function act(action) {
    const {orderId} = checkout.state;
    try {
      const response = await fetch(`/sandbox/orders/${encodeURIComponent(orderId)}/${action}`, {
        method: 'POST',
      });
      const body = await response.json();
      replaceText(
        result,
        response.ok
          ? `${sentences[action]} The order is ${body.order_state}.`
          : `Not possible: ${body.message}`,
      );
    } catch (error) {
      replaceText(result, `The sandbox cannot be reached: ${error.message}`);
    }
  }

  function refresh() {
    const {orderId, orderState} = checkout.state;
    for (const button of buttons) button.disabled = !orderId;
    replaceText(result, orderId ? `The order is ${orderState ?? 'on its way'}.` : 'No order yet.');
  }
  for (const name of ['cr-ready', 'cr-step-change', 'cr-order-created', 'cr-order-change']) {
    checkout.addEventListener(name, refresh);
  }
  refresh();

  return element(
    'section',
    {},
    element('h2', {}, 'Simulate the payment'),
    element('p', {}, 'A sandbox order takes no real payment. Play the buyer and the shop here.'),
    element('div', {className: 'buttons', role: 'group', ariaLabel: 'The current order'}, ...buttons),
    result,
  );
}
