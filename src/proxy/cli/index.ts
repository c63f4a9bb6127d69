#!/usr/bin/env node
import {version} from '../../version.js';
import type {ProxyOptions} from '../core/options.js';
import {type CheckoutProxy, createProxy} from '../handler.js';
import {nodeHandler} from '../node/index.js';
import {connectRedis} from './connect-redis.js';
import {helpText} from './flags.js';
import {CliError, type CliOptions, readCliOptions} from './options.js';
import {startServer} from './server.js';

/** Writes one line of JSON. */
function log(entry: object): void {
  process.stdout.write(`${JSON.stringify({time: new Date().toISOString(), ...entry})}\n`);
}

const defaultClaims = './cr-checkout-claims';

/** Creates the proxy with a file of claims. One that was not requested may fail: then the log says what that means. */
function withClaims(options: ProxyOptions, claims: CliOptions['claims']): CheckoutProxy {
  if (options.store) return createProxy(claims ? {...options, claims} : options);
  try {
    if (claims !== false) return createProxy({...options, claims: claims ?? defaultClaims});
  } catch (error) {
    if (claims || !(error instanceof TypeError && error.message.includes('set claims'))) throw error;
  }
  const proxy = createProxy(options);
  log({
    event: 'claims_off',
    message: 'After a restart, an order that is sent again is made again; see --claims',
  });
  return proxy;
}

async function run({port, host, drainSeconds, redisUrl, claims, proxy: options}: CliOptions): Promise<void> {
  const store = redisUrl ? {store: await connectRedis(redisUrl)} : {};
  const {secrets, rawOrderIds, ...rest} = options;
  const keys = rawOrderIds ? {rawOrderIds} : {secrets};
  const proxy = withClaims({...rest, ...keys, ...store, log}, claims);
  const server = await startServer(nodeHandler(proxy), port, host);
  log({event: 'listening', url: server.url, version});
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      log({event: 'closing', signal});
      void server.close(drainSeconds * 1000).then(() => {
        log({event: 'closed'});
        process.exit(0);
      });
    });
  }
}

try {
  const options = readCliOptions(process.argv.slice(2), process.env);
  if (options === 'help') process.stdout.write(helpText());
  else if (options === 'version') process.stdout.write(`${version}\n`);
  else await run(options);
} catch (error) {
  const isExpected = error instanceof CliError || error instanceof TypeError;
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`cr-checkout-proxy: ${isExpected ? message : `cannot start: ${message}`}\n`);
  process.exitCode = 1;
}
