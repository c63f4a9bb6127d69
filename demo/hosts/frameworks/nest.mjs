import 'reflect-metadata';
import {NestFactory} from '@nestjs/core';
import {createProxy} from 'cr-checkout/proxy';
import {nodeHandler} from 'cr-checkout/proxy/node';
import sirv from 'sirv';
import {AppModule} from './nest-module.mjs';

const {env} = process;
const proxy = createProxy({
  partnerId: env.CRYPTOREFILLS_PARTNER_ID,
  appVersion: '1.0.0',
  secrets: [env.CHECKOUT_SECRET],
  upstream: env.CRYPTOREFILLS_UPSTREAM,
  basePath: '/api',
});
const app = await NestFactory.create(AppModule, {logger: ['error', 'warn']});
// Runs before guards, pipes and body parsers, and passes requests outside of /api on.
app.use(nodeHandler(proxy));
app.use(sirv('public'));
await app.listen(env.PORT || 3000);
