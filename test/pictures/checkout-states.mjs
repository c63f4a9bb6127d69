/**
 * Every screen and state of the checkout, each opened anew in one page, on the sandbox or an order of its own. Used by the
 * contact sheets and by the tests of what can be read and reached.
 */

/** When the orders of the states are read; the page's clock has to stand there. */
export const startedAt = Date.parse('2026-03-02T10:00:00Z');

/** A page for `answerFrom`: `window.states.open(state, lang)` shows one state, and resolves when it is drawn. */
export const statesPage = `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <title>States</title>
  <style>
    body { margin: 0; background: light-dark(#fff, #14161c); font-family: Inter, Roboto, 'Noto Sans Arabic', 'Noto Sans Devanagari', 'Noto Sans CJK SC', Arial, sans-serif }
  </style>
  <main></main>
  <script type="module">
    import '/dist/cr-checkout.js';
    import {createSandbox} from '/dist/sandbox/index.js';

    const rest = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));
    const all = root => [...root.querySelectorAll('*')].flatMap(it => [it, ...(it.shadowRoot ? all(it.shadowRoot) : [])]);

    /** Acts in one checkout as a buyer does. */
    function buyerIn(checkout) {
      const find = (name, words = '') =>
        all(checkout.shadowRoot).find(it => it.part.contains(name) && it.textContent.includes(words) && !it.disabled);
      const see = async (name, words) => {
        for (let tries = 0; tries < 1500; tries += 1) {
          const found = find(name, words);
          if (found) return found;
          await rest(20);
        }
        const texts = all(checkout.shadowRoot).filter(it => it.localName !== 'style' && !it.children.length).map(it => it.textContent);
        throw new Error('no ' + name + ' ' + (words ?? '') + ' in: ' + texts.join(' ').slice(0, 600));
      };
      const fieldOf = async name => {
        const found = await see(name);
        return found.matches('input, select') ? found : found.querySelector('input, select');
      };
      return {
        see,
        press: async (name, words) => (await see(name, words)).click(),
        type: async (name, text) => {
          const field = await fieldOf(name);
          field.focus();
          field.value = text;
          for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, {bubbles: true, composed: true}));
          field.blur();
        },
        'press if there': async name => {
          await see('heading');
          await rest(50);
          find(name)?.click();
        },
        unfold: async () => {
          for (const details of all(checkout.shadowRoot).filter(it => it.localName === 'details')) details.open = true;
        },
      };
    }

    async function open({attributes = {}, order, fails, walk}, lang, parent = document.querySelector('main')) {
      const sandbox = createSandbox({seed: 'pictures'});
      const checkout = document.createElement('cr-checkout');
      for (const [name, value] of Object.entries({country: 'US', 'no-resume': '', lang, ...attributes})) checkout.setAttribute(name, value);
      checkout.fetch = async (input, init) => {
        const request = new Request(input, init);
        if (fails && request.url.includes(fails)) return new Response('', {status: 500});
        return order && request.url.includes('/v5/orders/') ? Response.json(order) : sandbox(request);
      };
      checkout.proxyUrl = '/in-this-page';
      parent.replaceChildren(checkout);
      const buyer = buyerIn(checkout);
      for (const [step, ...words] of walk) await buyer[step](...words);
      await rest(50);
    }
    window.states = {open, all};
  </script>
</html>`;

const order = {
  order_id: 'f2a94c1e-8a0b-4c7e-9d55-0b6f1f2a9a11',
  order_state: 'WaitingForPayment',
  payment_state: 'PaymentRequested',
  created_at: startedAt / 1000 - 60,
  coin: 'USDC',
  network: 'Solana',
  coin_amount: '50.84',
  sent_coin_amount: '0',
  wallet_address: 'mvines9iiHiQTysrwkJjGf2gb9Ex9jXJX8ns3qwf2kN',
  qr_text: 'mvines9iiHiQTysrwkJjGf2gb9Ex9jXJX8ns3qwf2kN',
  deliveries: [
    {delivery_state: 'WaitingForPayment', deliverable: {brand_name: 'Voltaic', denomination: '50 USD'}},
  ],
};
const card = {
  brand_name: 'Voltaic',
  denomination: '50 USD',
  pin_code: 'X9Q2-KE2V-CUQ4-PRZ8',
  pin_serial: '8916165407',
  redeem_instructions:
    '<ol><li>Sign in to your <b>Voltaic</b> account.</li><li>Open Gift cards and choose Redeem.</li></ol>',
};
const done = {order_state: 'Done', payment_state: 'PaymentCompleted', sent_coin_amount: '50.84'};
const litecoin = {
  coin: 'LTC',
  network: 'Mainnet',
  coin_amount: '0.5',
  wallet_address: 'ltc1qw508d6qejxtdg4y5r3zarvary0c5xw7kgmn4n9',
  qr_text: 'ltc1qw508d6qejxtdg4y5r3zarvary0c5xw7kgmn4n9',
};
const ripple = {
  coin: 'XRP',
  network: 'XRP Ledger',
  coin_amount: '21.5',
  wallet_address: 'rPEPPER7kfTD9w2To4CQk6UCfuHM9c6GDY',
  qr_text: 'rPEPPER7kfTD9w2To4CQk6UCfuHM9c6GDY?dt=495',
};

/** Returns a state that an order is in as soon as it is read. */
function ofOrder(name, change, ...walk) {
  const body = {...order, ...change};
  return {name, attributes: {'order-id': body.order_id}, order: body, walk: [['see', 'heading'], ...walk]};
}

/** Returns a state of the payment of an order, once the buyer has confirmed its network. */
function ofPayment(name, change, ...walk) {
  return ofOrder(name, change, ['press if there', 'acknowledge'], ['see', 'address'], ...walk);
}

const toQuote = [
  ['press', 'brand', 'Voltaic'],
  ['press', 'denomination', '50'],
  ['see', 'total'],
];
const toDetails = [...toQuote, ['press', 'submit'], ['see', 'email']];
const toReview = [
  ...toDetails,
  ['type', 'email', 'ana@example.com'],
  ['press', 'submit'],
  ['see', 'summary'],
];
const lightning = {brand: 'Larkstall', amount: '137.5', coin: 'BTC', network: 'Lightning'};

/** States in the order of a purchase: attributes, the order that is read instead of the sandbox's, and what the buyer does. */
export const states = [
  {name: 'brands', walk: [['see', 'brand']]},
  {
    name: 'no brand found',
    walk: [
      ['see', 'brand'],
      ['type', 'search', 'zzzz'],
      ['see', 'search'],
    ],
  },
  {name: 'brands fail', fails: '/brands', walk: [['see', 'retry']]},
  {name: 'amounts', walk: toQuote},
  {name: 'any amount', attributes: lightning, walk: [['see', 'total']]},
  {
    name: 'amount too low',
    attributes: {brand: 'Larkstall'},
    walk: [
      ['see', 'amount'],
      ['type', 'amount', '1'],
      ['see', 'error'],
    ],
  },
  {name: 'details', walk: [...toDetails, ['unfold']]},
  {
    name: 'email wrong',
    walk: [...toDetails, ['type', 'email', 'no address'], ['press', 'submit'], ['see', 'error']],
  },
  {
    name: 'phone wrong',
    attributes: {country: 'NG', brand: 'Kora Credits'},
    walk: [
      ['press', 'denomination', '442'],
      ['see', 'total'],
      ['press', 'submit'],
      ['type', 'phone', '12'],
      ['press', 'submit'],
      ['see', 'error'],
    ],
  },
  {name: 'review', walk: toReview},
  {
    name: 'invoice',
    attributes: lightning,
    walk: [
      ['see', 'total'],
      ['press', 'submit'],
      ['type', 'email', 'ana@example.com'],
      ['press', 'submit'],
      ['see', 'summary'],
      ['press', 'submit'],
      ['see', 'qr'],
    ],
  },
  ofOrder('network to confirm', {}, ['see', 'acknowledge']),
  ofPayment('waiting', {}),
  ofPayment('wrong coin', {}, ['press', 'report'], ['see', 'transaction']),
  ofPayment('link', litecoin),
  ofPayment('memo', ripple),
  ofPayment('part paid', {order_state: 'PartialPaymentStarted', sent_coin_amount: '25.42'}),
  ...Object.entries({
    detected: {order_state: 'PaymentStarted'},
    paid: {order_state: 'PaymentReceived', sent_coin_amount: '50.84'},
    overpaid: {order_state: 'PaymentReceived', sent_coin_amount: '60'},
    'on hold': {order_state: 'WaitingForManualAction', sent_coin_amount: '50.84'},
    expired: {order_state: 'Expired'},
    late: {order_state: 'Expired', sent_coin_amount: '50.84'},
    failed: {order_state: 'PaymentFailed'},
    refunded: {order_state: 'Refunded'},
    'of an unknown state': {order_state: 'SomethingNew'},
    unverified: {wallet_address: 'mvines9iiHiQTysrwkJjGf2gb9Ex9jXJX8ns3qwf2k0'},
  }).map(([name, change]) => ofOrder(name, change, ['press if there', 'acknowledge'])),
  ofOrder('done', {...done, deliveries: [{delivery_state: 'Done', deliverable: card}]}, ['see', 'reveal']),
  ofOrder(
    'revealed',
    {...done, deliveries: [{delivery_state: 'Done', deliverable: card}]},
    ['press', 'reveal'],
    ['see', 'code'],
  ),
  ofOrder(
    'three cards',
    {
      ...done,
      deliveries: [1, 2, 3].map(one => ({
        delivery_state: 'Done',
        deliverable: {...card, pin_code: `${one}${card.pin_code}`},
      })),
    },
    ['see', 'reveal'],
  ),
  ofOrder('delivered by email', {...done, deliveries: []}, ['see', 'receipt']),
];
