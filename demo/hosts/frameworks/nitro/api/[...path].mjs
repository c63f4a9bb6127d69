import {createProxy} from 'cr-checkout/proxy';

const {env} = process;
const proxy = createProxy({
  partnerId: env.CRYPTOREFILLS_PARTNER_ID,
  appVersion: '1.0.0',
  secrets: [env.CHECKOUT_SECRET],
  upstream: env.CRYPTOREFILLS_UPSTREAM,
  basePath: '/api',
});

export default ({req}) => proxy(req, {remoteAddress: req.ip, waitUntil: work => req.waitUntil?.(work)});
