/** @jest-environment jsdom */
require('cr-checkout');

/** Jest's jsdom has no `fetch`, and Jest's loader imports no languages. */
test('the checkout says what is missing, in English', async () => {
  const checkout = document.createElement('cr-checkout');
  Object.assign(checkout, {proxyUrl: '/api', country: 'US', lang: 'de'});
  const error = new Promise(resolve => checkout.addEventListener('cr-error', resolve));
  document.body.append(checkout);
  expect((await error).detail).toMatchObject({
    code: 'internal_error',
    message: expect.stringContaining('Request is not defined'),
  });
  await checkout.updateComplete;
  expect(checkout.shadowRoot.textContent).toContain('Step 1 of 5');
  checkout.remove();
});
