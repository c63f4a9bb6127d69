import 'cr-checkout';

const checkout = document.createElement('cr-checkout');
checkout.proxyUrl = '/api';
checkout.setAttribute('country', 'US');
checkout.toggleAttribute('lock-country', true);
checkout.messages = {brand: {heading: 'Cards for your coins'}};
checkout.addEventListener('cr-done', event => {
  const output = document.querySelector('output');
  if (output) output.textContent = `Order ${event.detail.orderId} is delivered.`;
});

const header = document.createElement('p');
header.slot = 'header';
header.textContent = 'Ten percent goes to the lighthouse.';
checkout.append(header);
document.querySelector('main')?.append(checkout);
