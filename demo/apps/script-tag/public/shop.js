// Properties and listeners can be set before the element's own script is there.
const checkout = document.querySelector('cr-checkout');
checkout.messages = {brand: {heading: 'Cards for your coins'}};
checkout.addEventListener('cr-done', event => {
  document.querySelector('output').textContent = `Order ${event.detail.orderId} is delivered.`;
});
