/** Holds a browser and a demo for one worker, whose files use them in turn. Ends when its parent disconnects. */
import {once} from 'node:events';
import {chromium} from 'playwright-core';
import {chromiumLaunch} from './browser.js';
import {startDemo} from './demo.js';

const disconnected = once(process, 'disconnect');
const [browser, demo] = await Promise.all([chromium.launchServer(chromiumLaunch()), startDemo()]);
process.send?.({E2E_BROWSER: browser.wsEndpoint(), E2E_DEMO: demo.url});
await disconnected;
await Promise.all([browser.close(), demo.close()]);
