import {expect, waitUntil} from '@open-wc/testing';
import {createSandbox} from '../../src/sandbox/index.js';

describe('the class alone', () => {
  it('registers nothing when it is imported, and under a name of the page is a whole checkout', async () => {
    const defined: string[] = [];
    const define = customElements.define;
    customElements.define = function (tag, ...rest) {
      defined.push(tag);
      define.call(this, tag, ...rest);
    };
    try {
      const {CrCheckout} = await import('../../src/element.js');
      expect(defined).to.deep.equal([]);
      customElements.define('till-point', class extends CrCheckout {});
      const till = document.createElement('till-point') as InstanceType<typeof CrCheckout>;
      till.proxyUrl = '/api';
      till.fetch = createSandbox();
      document.body.append(till);
      await waitUntil(() => till.isReady);
      till.remove();
      expect(defined).to.include('till-point').and.not.to.include('cr-checkout');
    } finally {
      customElements.define = define;
    }
  });
});
