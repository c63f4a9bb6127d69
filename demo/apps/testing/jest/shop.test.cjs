/** @jest-environment jsdom */
require('cr-checkout');

test('the shop says what was delivered', async () => {
  document.body.innerHTML = '<cr-checkout country="US"></cr-checkout><output></output>';
  const [checkout, output] = document.body.children;
  checkout.addEventListener('cr-done', ({detail}) => {
    output.textContent = `Order ${detail.orderId} is delivered.`;
  });

  await checkout.updateComplete;
  expect(checkout.state.step).toBe('brand');

  checkout.dispatchEvent(new CustomEvent('cr-done', {detail: {orderId: '42'}, bubbles: true}));
  expect(output.textContent).toBe('Order 42 is delivered.');
});
