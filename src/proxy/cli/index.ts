#!/usr/bin/env node
import {version} from '../../version.js';
import {createProxy} from '../handler.js';
import {nodeHandler} from '../node/index.js';
import {connectRedis} from './connect-redis.js';
import {helpText} from './flags.js';
import {CliError, type CliOptions, readCliOptions} from './options.js';
import {startServer} from './server.js';

/** Writes one line of JSON. */
function log(entry: object): void {
  process.stdout.write(`${JSON.stringify({time: new Date().toISOString(), ...entry})}\n`);
}

async function run({port, host, drainSeconds, redisUrl, proxy: options}: CliOptions): Promise<void> {
  const store = redisUrl ? {store: await connectRedis(redisUrl)} : {};
  const {secrets, rawOrderIds, ...rest} = options;
  const keys = rawOrderIds ? {rawOrderIds} : {secrets};
  const proxy = createProxy({...rest, ...keys, ...store, log});
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
