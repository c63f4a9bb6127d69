import {createProxy} from 'cr-checkout/proxy';
import {nodeHandler} from 'cr-checkout/proxy/node';
import express from 'express';

const {env} = process;
const proxy = createProxy({
  partnerId: env.CRYPTOREFILLS_PARTNER_ID,
  appVersion: '1.0.0',
  secrets: [env.CHECKOUT_SECRET],
  upstream: env.CRYPTOREFILLS_UPSTREAM,
});
const app = express();
// Express takes '/api' off the address itself, so there is no basePath. Before `express.json()` and before compression:
// the proxy reads bodies by its own rules, and an event stream must not be held back to be packed.
app.use('/api', nodeHandler(proxy));
app.use(express.json());
app.use(express.static('public'));
app.listen(env.PORT || 3000);
