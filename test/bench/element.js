/** Embeds the element like any page: `?rows=900&delay=400`. With `&rounds` it waits to be mounted by the bench. */
import '/dist/cr-checkout.js';

const query = new URLSearchParams(location.search);

window.mount = () => {
  const checkout = document.createElement('cr-checkout');
  checkout.setAttribute('proxy-url', `/${query.get('rows')}/${query.get('delay')}`);
  checkout.setAttribute('country', 'US');
  checkout.setAttribute('no-resume', '');
  document.body.append(checkout);
  return checkout;
};

if (!query.has('rounds')) window.mount();
