/** Runs the element and the sandbox in one page: its `fetch` is the sandbox, and no request leaves the browser. */
import {createSandbox} from '/dist/sandbox/index.js';

const checkout = document.querySelector('cr-checkout');
const sandbox = createSandbox({seed: crypto.randomUUID()});
checkout.fetch = sandbox;
checkout.proxyUrl = '/in-this-page';

const pay = document.querySelector('#pay');
const result = document.querySelector('#result');
const refresh = () => {
  pay.disabled = !checkout.state.orderId;
};
for (const name of ['cr-ready', 'cr-step-change', 'cr-order-created', 'cr-order-change']) {
  checkout.addEventListener(name, refresh);
}
pay.addEventListener('click', () => {
  try {
    const {order_state} = sandbox.control(checkout.state.orderId, 'pay');
    result.textContent = `The order is ${order_state}.`;
  } catch (error) {
    result.textContent = error.message;
  }
});
