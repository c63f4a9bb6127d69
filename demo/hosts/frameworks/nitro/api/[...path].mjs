import {createProxy} from 'cr-checkout/proxy';

const {env} = process;
const proxy = createProxy({
  partnerId: env.CRYPTOREFILLS_PARTNER_ID,
  appVersion: '1.0.0',
  secrets: [env.CHECKOUT_SECRET],
  upstream: env.CRYPTOREFILLS_UPSTREAM,
  basePath: '/api',
});

/** Leaves out the signal of a request with a body: Nitro 3.0 aborts it as soon as the body was read. */
const lasting = req => {
  const {url, method, headers, body} = req;
  return body ? new Request(url, {method, headers, body, duplex: 'half'}) : req;
};

export default ({req}) =>
  proxy(lasting(req), {remoteAddress: req.ip, waitUntil: work => req.waitUntil?.(work)});
