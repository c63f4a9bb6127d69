import 'cr-checkout';

/** Shows a shop for the United States, and what was delivered. */
export function showShop(parent, fetch) {
  const checkout = document.createElement('cr-checkout');
  const output = document.createElement('output');
  Object.assign(checkout, {proxyUrl: '/api', country: 'US', lockCountry: true, fetch});
  checkout.addEventListener('cr-done', ({detail}) => {
    output.textContent = `Order ${detail.orderId} is delivered.`;
  });
  parent.append(checkout, output);
  return {checkout, output};
}
