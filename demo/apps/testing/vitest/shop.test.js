import {createSandbox} from 'cr-checkout/sandbox';
import {expect, test} from 'vitest';
import {showShop} from '../src/shop.js';
import {part} from './part.js';

test('the shop sells a card', async () => {
  const sandbox = createSandbox();
  const {checkout, output} = showShop(document.body, sandbox);
  const shadow = checkout.shadowRoot;

  (await part(shadow, 'brand', 'Voltaic')).click();
  (await part(shadow, 'denomination', '$25')).click();
  await part(shadow, 'total');
  (await part(shadow, 'submit')).click();
  const email = await part(shadow, 'email');
  email.value = 'ana@example.com';
  email.dispatchEvent(new Event('input', {bubbles: true}));
  (await part(shadow, 'submit')).click();
  await part(shadow, 'summary');
  (await part(shadow, 'submit')).click();
  await part(shadow, 'qr');

  const {orderId} = checkout.state;
  sandbox.control(orderId, 'pay');
  sandbox.pass(60_000);
  checkout.refresh();
  (await part(shadow, 'reveal')).click();
  expect((await part(shadow, 'code')).textContent).toMatch(/\w{4}/);
  expect(output.textContent).toBe(`Order ${orderId} is delivered.`);
  checkout.remove();
}, 60_000);
