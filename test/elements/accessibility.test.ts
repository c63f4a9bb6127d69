import {expect} from '@open-wc/testing';
import {emulateMedia} from '@web/test-runner-commands';
import {type OpenCheckout, openCheckout, walkTo} from './support/checkout.js';

const STEPS = ['quote', 'details', 'review', 'payment', 'done'] as const;

async function settle(checkout: OpenCheckout) {
  await checkout.element.updateComplete;
  // A page that is not in front draws no frames: a timer is what all of them have.
  await new Promise(resolve => setTimeout(resolve, 20));
}

for (const colorScheme of ['light', 'dark'] as const) {
  describe(`accessibility, ${colorScheme}`, () => {
    beforeEach(() => emulateMedia({colorScheme}));
    afterEach(() => emulateMedia({colorScheme: 'light'}));

    it('brand', async () => {
      const checkout = await openCheckout();
      await checkout.part('brand');
      await settle(checkout);
      await expect(checkout.element).to.be.accessible();
    });

    for (const step of STEPS) {
      it(step, async () => {
        const checkout = await openCheckout({attributes: {lang: colorScheme === 'dark' ? 'vi' : 'en'}});
        await walkTo(checkout, step);
        if (step === 'done') await checkout.press('reveal');
        await settle(checkout);
        await expect(checkout.element).to.be.accessible();
      });
    }

    it('errors at fields', async () => {
      const checkout = await openCheckout();
      await walkTo(checkout, 'details');
      await checkout.type('email', 'no address');
      await checkout.press('submit');
      const field = await checkout.part<HTMLInputElement>('email');
      await settle(checkout);
      expect(field.getAttribute('aria-invalid')).to.equal('true');
      await expect(checkout.element).to.be.accessible();
    });

    it('a page that failed', async () => {
      const checkout = await openCheckout({intercept: () => new Response('<h1>Gone</h1>', {status: 500})});
      await checkout.part('retry');
      await settle(checkout);
      await expect(checkout.element).to.be.accessible();
    });
  });
}
