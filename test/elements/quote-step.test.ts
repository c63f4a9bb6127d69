import {expect} from '@open-wc/testing';
import {createSandbox} from '../../src/sandbox/index.js';
import {emptyStorage, type Intercept, type OpenCheckout, openCheckout, until} from './support/checkout.js';

const total = (checkout: OpenCheckout) => checkout.parts('total')[0]?.textContent?.trim() ?? '';

const priceOf = (answer: (faceValue: string) => Promise<Response> | Response): Intercept => {
  return request => {
    const {pathname, searchParams} = new URL(request.url);
    return pathname.endsWith('/v4/products/price') ? answer(searchParams.get('face_value') ?? '') : undefined;
  };
};

/** The body that `POST /v5/orders` receives for what is chosen on the quote step. */
async function ordered(checkout: OpenCheckout, phone?: string) {
  await checkout.part('total');
  await checkout.press('submit');
  await checkout.step('details');
  if (phone) await checkout.type('phone', phone);
  await checkout.type('email', 'ana@example.com');
  await checkout.press('submit');
  await checkout.part('summary');
  await checkout.press('submit');
  await checkout.step('payment');
  const request = checkout.requests.find(({method, url}) => method === 'POST' && url.endsWith('/v5/orders'));
  return (await request?.json()) as {deliveries: Record<string, unknown>[]; payment: unknown};
}

describe('the quote', () => {
  it('is for as many as the buyer wants, and that many lines are ordered', async () => {
    const checkout = await openCheckout({attributes: {brand: 'Voltaic', amount: '50'}});
    await checkout.part('total');
    const one = Number.parseFloat(total(checkout));
    await checkout.type('quantity', '3');
    await until(
      () => Number.parseFloat(total(checkout)) === Math.round(one * 300) / 100,
      'three times the price',
    );
    const {deliveries} = await ordered(checkout);
    expect(deliveries).to.have.length(3);
    expect(checkout.element.state.denomination).to.equal('50 USD');
  });

  it('comes with texts about the brand, which are drawn when the buyer opens them', async () => {
    const checkout = await openCheckout({attributes: {brand: 'Voltaic'}});
    const about = await checkout.part<HTMLDetailsElement>('about');
    expect(about.querySelector('.prose')).to.equal(null);
    about.open = true;
    await until(() => about.querySelector('.prose li') !== null, 'the texts');
    expect(about.textContent).to.contain('How to redeem');
  });

  it('comes with English texts where the API has no others, and they are marked as English', async () => {
    const checkout = await openCheckout({attributes: {brand: 'Voltaic', lang: 'ko'}});
    const frame = () => checkout.element.shadowRoot?.querySelector('.frame');
    await until(() => frame()?.getAttribute('lang') === 'ko', 'the texts of the element');
    const about = await checkout.part<HTMLDetailsElement>('about');
    about.open = true;
    await until(() => about.querySelector('.prose li') !== null, 'the texts');
    expect(about.querySelector('li')?.closest('[lang]')?.getAttribute('lang')).to.equal('en');
    expect(about.querySelector('.label')?.closest('[lang]')).to.equal(null);
  });

  it('offers the other brands of a family', async () => {
    const checkout = await openCheckout({attributes: {brand: 'Kora Mobile', country: 'NG'}});
    await checkout.press('action', 'Kora Data');
    await until(() => checkout.element.state.brand === 'Kora Data', 'the other brand');
    await checkout.part('denomination');
  });

  it('below what the network takes says so, and cannot be gone on with', async () => {
    const checkout = await openCheckout({attributes: {brand: 'Dollar Acre', amount: '0.25'}});
    expect(await checkout.text('error')).to.contain('0.5621');
    expect((await checkout.part<HTMLButtonElement>('submit')).disabled).to.equal(true);
  });

  it('that is missing is asked for when the button is pressed, which keeps the focus', async () => {
    const checkout = await openCheckout({attributes: {brand: 'Larkstall'}});
    await checkout.part('amount');
    const submit = await checkout.part<HTMLButtonElement>('submit');
    expect([submit.disabled, submit.getAttribute('aria-disabled')]).to.deep.equal([false, 'true']);
    expect(checkout.parts('error')).to.have.length(0);
    submit.focus();
    submit.click();
    expect(await checkout.text('error')).to.equal('Choose an amount to see its price.');
    expect(checkout.parts('error')[0]?.getAttribute('role')).to.equal('alert');
    expect(submit.matches(':focus')).to.equal(true);
    expect(checkout.element.state.step).to.equal('quote');
    await checkout.type('amount', '25');
    await checkout.part('total');
    expect(submit.getAttribute('aria-disabled')).to.equal('false');
    expect(checkout.parts('error')).to.have.length(0);
  });

  it('of a field that is left empty is no error', async () => {
    const checkout = await openCheckout({attributes: {brand: 'Larkstall'}});
    const field = await checkout.part('amount');
    field.focus();
    field.blur();
    await checkout.element.updateComplete;
    expect(checkout.parts('error')).to.have.length(0);
  });

  it('of a field that is left with too little in it is an error at once', async () => {
    const checkout = await openCheckout({attributes: {brand: 'Larkstall'}});
    const field = await checkout.part<HTMLInputElement>('amount');
    field.focus();
    field.value = '1';
    field.dispatchEvent(new Event('input', {bubbles: true}));
    field.blur();
    expect(await checkout.text('error')).to.contain('The minimum is $10');
  });

  it('of an eSIM is that of a plan', async () => {
    const checkout = await openCheckout({attributes: {kinds: 'esim'}});
    await checkout.press('brand');
    await checkout.press('submit');
    expect(await checkout.text('error')).to.equal('Choose a plan');
    const legend = (await checkout.part('denomination')).closest('fieldset')?.querySelector('legend');
    expect(legend?.textContent).to.equal('Choose a plan');
  });

  it('on Lightning is about, as the invoice is made later', async () => {
    const signOf = async (network: string) => {
      const checkout = await openCheckout({
        attributes: {brand: 'Voltaic', amount: '50', coin: 'BTC', network},
      });
      return getComputedStyle(await checkout.part('total'), '::before').content;
    };
    expect(await signOf('Lightning')).to.equal('"≈ "');
    expect(await signOf('Mainnet')).to.equal('none');
  });

  it('is asked for again after a minute, and a change is shown as old and new', async () => {
    let now = Date.now();
    let price = '30.50';
    const checkout = await openCheckout({
      attributes: {brand: 'Larkstall', amount: '30'},
      environment: {now: () => now},
      intercept: priceOf(() => Response.json({coin: 'USDC', coin_amount: price})),
    });
    await until(() => total(checkout).startsWith('30.5'), 'the first price');
    price = '31.00';
    now += 20_000;
    await until(() => checkout.parts('quote')[0]?.textContent?.includes('20 s ago') === true, 'its age');
    expect(total(checkout)).to.match(/^30\.5/);
    now += 45_000;
    await until(() => total(checkout).startsWith('31'), 'the new price');
    expect(checkout.parts('quote')[0]?.querySelector('s')?.textContent).to.match(/^30\.5/);
    const quotes = checkout.said
      .filter(event => event.type === 'cr-quote')
      .map(event => event.detail.coinAmount);
    expect(quotes).to.deep.equal(['30.50', '31.00']);
  });

  it('stays when a refresh fails', async () => {
    let now = Date.now();
    const checkout = await openCheckout({
      attributes: {brand: 'Larkstall', amount: '30'},
      environment: {now: () => now},
    });
    await checkout.part('total');
    const before = total(checkout);
    const asked = checkout.requests.length;
    checkout.intercept = () => Promise.reject(new TypeError('Failed to fetch'));
    now += 61_000;
    await until(() => checkout.requests.length > asked, 'a refresh');
    await checkout.element.updateComplete;
    expect(total(checkout)).to.equal(before);
    expect(checkout.codes()).to.deep.equal([]);
  });

  it('is never that of an older choice whose answer comes late', async () => {
    const late = new Promise<Response>(resolve => {
      setTimeout(() => resolve(Response.json({coin: 'USDC', coin_amount: '99.99'})), 300);
    });
    const checkout = await openCheckout({
      attributes: {brand: 'Larkstall'},
      intercept: priceOf(faceValue =>
        faceValue === '40' ? late : Response.json({coin: 'USDC', coin_amount: '50.50'}),
      ),
    });
    await checkout.type('amount', '40');
    await until(() => checkout.requests.some(({url}) => url.includes('face_value=40')), 'the first question');
    await checkout.type('amount', '50');
    await until(() => total(checkout).startsWith('50.5'), 'the second answer');
    await late;
    await checkout.element.updateComplete;
    expect(total(checkout)).to.match(/^50\.5/);
  });

  it('is not taken from an answer for another coin than asked', async () => {
    const checkout = await openCheckout({
      attributes: {brand: 'Larkstall', amount: '30'},
      intercept: priceOf(() => Response.json({coin: 'DOGE', coin_amount: '1'})),
    });
    await checkout.part('error');
    expect(checkout.parts('total')).to.have.length(0);
    expect(checkout.codes()).to.deep.equal(['response_invalid']);
  });
});

describe('what a page prefers', () => {
  it('and is not on sale, is reported, and the buyer chooses', async () => {
    const checkout = await openCheckout({attributes: {brand: 'Voltaic', amount: '33', coin: 'DOUBLOON'}});
    await checkout.part('denomination');
    expect(checkout.codes()).to.deep.equal(['not_on_sale', 'not_on_sale']);
    expect(checkout.parts('total')).to.have.length(0);
    expect(await checkout.text('error')).to.contain('not on sale');
    await checkout.press('denomination', '$50');
    expect(await checkout.text('total')).to.match(/USDC$/);
  });

  for (const network of ['Base', 'polygon', 'Polygon (Matic)', 'Nowhere']) {
    it(`and is the network ${network}, is chosen where the coin has it, and else is reported`, async () => {
      const checkout = await openCheckout({
        attributes: {brand: 'Voltaic', amount: '50', coin: 'usdc', network},
      });
      await checkout.part('total');
      const chosen = (await checkout.part<HTMLSelectElement>('network')).value;
      const isSold = network !== 'Nowhere';
      expect(chosen.toLowerCase()).to.contain(isSold ? network.toLowerCase() : 'solana');
      expect(checkout.codes()).to.deep.equal(isSold ? [] : ['not_on_sale']);
    });
  }

  it('goes before what the buyer paid with last, which goes before what is recommended', async () => {
    const storage = emptyStorage();
    const open = (attributes: Record<string, string>) =>
      openCheckout({attributes: {brand: 'Voltaic', ...attributes}, environment: {storage}});
    const first = await open({amount: '50'});
    await first.part('total');
    await first.type('coin', 'USDT');
    await first.type('network', 'Polygon (Matic)');
    await until(() => total(first).endsWith('USDT'), 'a price in USDT');
    await ordered(first);
    first.element.reset();
    const chosen = async (checkout: OpenCheckout) =>
      (await checkout.part<HTMLSelectElement>('network')).value;
    expect(await chosen(await open({}))).to.equal('Polygon (Matic)');
    expect(await chosen(await open({coin: 'BTC', network: 'Lightning'}))).to.equal('Lightning');
  });
});

describe('a network that a product refuses', () => {
  it('is explained, and those that work are offered', async () => {
    const checkout = await openCheckout({
      attributes: {brand: 'Rewardable AUD', amount: '50', coin: 'USDC', network: 'Base'},
    });
    await checkout.part('total');
    await checkout.press('submit');
    await checkout.type('email', 'ana@example.com');
    await checkout.press('submit');
    expect(await checkout.text('error')).to.contain('on this network');
    await checkout.press('action', 'USDC on Arbitrum');
    await checkout.step('quote');
    expect((await checkout.part<HTMLSelectElement>('network')).value).to.equal('Arbitrum');
    const {payment} = await ordered(checkout);
    expect(payment).to.include({coin: 'USDC', network: 'Arbitrum'});
  });
});

describe('texts from the API', () => {
  it('are harmless, whatever is in them', async () => {
    const hostile =
      '<script>window.pwned = 1</script><img src=x onerror="window.pwned = 1"><a href="javascript:window.pwned=1">Tea</a>' +
      '<svg onload="window.pwned = 1"><style>*{display:none}</style></svg><p>Cake<iframe src="/pwned"></iframe><ul><li>Jam';
    const sandbox = createSandbox();
    const checkout = await openCheckout({
      attributes: {brand: 'Voltaic'},
      sandbox,
      intercept: async request => {
        if (!request.url.includes('/v5/products')) return undefined as never;
        const groups = (await (await sandbox(request)).json()) as {
          rich_description: object;
          product_tc: string;
        }[];
        const fields = ['description', 'how_to_redeem', 'term_and_conditions', 'note', 'redeem_geo'];
        for (const group of groups)
          group.rich_description = Object.fromEntries(fields.map(name => [name, hostile]));
        return Response.json(groups);
      },
    });
    const about = await checkout.part<HTMLDetailsElement>('about');
    about.open = true;
    await until(() => about.querySelectorAll('.prose li').length === 5, 'five texts');
    expect(about.textContent).to.contain('Tea').and.to.contain('Cake').and.to.contain('Jam');
    expect(about.querySelectorAll('script, img, svg, style, iframe, a')).to.have.length(0);
    expect('pwned' in window).to.equal(false);
  });
});

describe('what is ordered', () => {
  const email = {beneficiary_account: 'ana@example.com'};
  const CHOICES: readonly (readonly [
    name: string,
    attributes: Record<string, string>,
    pick: string,
    delivery: object,
    phone?: string,
  ])[] = [
    [
      'a fixed card',
      {brand: 'Voltaic'},
      '$50',
      {brand_name: 'Voltaic', country_code: 'US', denomination: '50 USD', ...email},
    ],
    [
      'a plan',
      {brand: 'Roamly eSIM'},
      'Unlimited 3 days',
      {brand_name: 'Roamly eSIM', country_code: 'US', denomination: 'Unlimited 3 days', ...email},
    ],
    [
      'a label',
      {brand: 'Blockadia'},
      '',
      {brand_name: 'Blockadia', country_code: 'US', denomination: 'Java & Bedrock Ed', ...email},
    ],
    [
      'another currency',
      {brand: 'Rewardable AUD'},
      'A$50',
      {brand_name: 'Rewardable AUD', country_code: 'US', denomination: '50 AUD', ...email},
    ],
    [
      'a range',
      {brand: 'Larkstall', amount: '137.50'},
      '',
      {brand_name: 'Larkstall', country_code: 'US', denomination: 'range', product_value: '137.5', ...email},
    ],
    [
      'a top-up',
      {brand: 'Beacon Mobile'},
      '$25',
      {
        brand_name: 'Beacon Mobile',
        country_code: 'US',
        denomination: '25 USD',
        beneficiary_account: '+12025550123',
      },
      '+1 (202) 555-0123',
    ],
  ];
  for (const [name, attributes, pick, delivery, phone] of CHOICES) {
    it(`of ${name} is exactly what the API’s ordering rules ask`, async () => {
      const checkout = await openCheckout({attributes});
      if (pick) await checkout.press('denomination', pick);
      const {deliveries, payment} = await ordered(checkout, phone);
      expect(deliveries).to.deep.equal([delivery]);
      expect(payment).to.deep.equal({
        type: 'via',
        payment_via: 'USER_WALLET',
        coin: 'USDC',
        network: 'Solana',
      });
    });
  }
});
