/**
 * Draws the pictures of the README: a purchase in Chromium on the demo's files, with the sandbox in the page itself, its
 * seed and its clock fixed, so that ids, amounts, times and codes are the same on every run.
 * Usage: npm run screenshots
 */
import {spawn} from 'node:child_process';
import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {chromium} from 'playwright-core';
import {chromiumFlags, findProgram} from './browsers.mjs';
import './build.mjs';
import {withPalette} from './palette-png.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const folder = 'demo/screenshots';
const limits = {each: 150 * 1024, all: 800 * 1024};
const narrow = 360;
const startedAt = Date.parse('2026-03-02T10:00:00Z');
const emailAddress = 'ana@example.com';
/** What the pictures are taken of: nothing but the element, and the sandbox as its fetch. */
const stage = `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <style>
    body { margin: 0; font-family: Inter, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif; line-height: 1.5; }
  </style>
  <cr-checkout country="US" no-resume></cr-checkout>
  <script type="module">
    import '/dist/cr-checkout.js';
    import {createSandbox} from '/dist/sandbox/index.js';
    const checkout = document.querySelector('cr-checkout');
    checkout.fetch = createSandbox({seed: 'pictures'});
    checkout.proxyUrl = '/in-this-page';
  </script>
</html>`;
let total = 0;

const server = spawn(process.execPath, ['demo/server.mjs'], {
  env: {...process.env, PORT: '0', CRYPTOREFILLS_PARTNER_ID: '', CRYPTOREFILLS_APP_VERSION: ''},
  stdio: ['ignore', 'pipe', 'inherit'],
});
let browser;
let press;
try {
  await mkdir(folder, {recursive: true});
  const url = await printedUrl();
  browser = await chromium.launch({executablePath: findProgram('chromium'), args: [...chromiumFlags]});
  press = await browser.newPage();

  const light = await purchase(url, 'light');
  for (const [step, {full}] of Object.entries(light)) await picture(`${step}.png`, full);
  await picture('checkout.png', await compose(Object.values(light), {columnWidth: 340, ground: '#eceae5'}));

  const dark = await purchase(url, 'dark');
  await picture(
    'dark.png',
    await compose([dark.brand, dark.payment], {columnWidth: 320, ground: '#08090c', deviceScaleFactor: 2}),
  );

  const wide = await openCheckout(url, {colorScheme: 'light', width: 720, height: 640});
  await picture('wide.png', await wide.page.screenshot());
  if (total > limits.all) throw new Error(`together they are larger than ${inKib(limits.all)}`);
} finally {
  await browser?.close();
  server.kill();
}

/** Goes through a purchase and answers its steps, each whole and as much of it as a phone shows. */
async function purchase(url, colorScheme) {
  const {page, part, showsStep} = await openCheckout(url, {colorScheme, width: narrow, height: 720});
  const shots = {};
  const shoot = async step => {
    await settled(page);
    const full = await page.locator('cr-checkout').screenshot();
    const screen = await page.screenshot();
    // The shelf of brands goes on for several screens.
    shots[step] = {screen, full: step === 'brand' ? screen : full};
  };
  await shoot('brand');

  await part('brand').filter({hasText: 'Voltaic'}).first().click();
  await showsStep('quote');
  await part('denomination').filter({hasText: '$50'}).first().click();
  await part('total').waitFor();
  await shoot('quote');

  await part('submit').click();
  await showsStep('details');
  await part('email').locator('input').or(page.locator('input[part~=email]')).first().fill(emailAddress);
  await part('submit').click();
  await part('summary').waitFor();
  await shoot('details');

  await part('submit').click();
  await showsStep('payment');
  await part('acknowledge').click();
  await part('qr').locator('path').first().waitFor();
  await page.clock.setFixedTime(startedAt + 83_000);
  // The countdown looks at the clock once a second.
  await part('countdown').filter({hasText: /\b28:/}).waitFor();
  await shoot('payment');

  await page.evaluate(() => {
    const checkout = document.querySelector('cr-checkout');
    checkout.fetch.control(checkout.state.orderId, 'pay');
  });
  await page.clock.setFixedTime(startedAt + 120_000);
  await page.evaluate(() => document.querySelector('cr-checkout').refresh());
  await showsStep('done');
  await part('reveal').first().click();
  await part('code').first().waitFor();
  await shoot('done');

  await page.context().close();
  return shots;
}

/** A page with nothing but the element in it, on its first step. */
async function openCheckout(url, {colorScheme, width, height}) {
  const context = await browser.newContext({
    viewport: {width, height},
    deviceScaleFactor: 2,
    colorScheme,
    locale: 'en-US',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  await page.clock.setFixedTime(startedAt);
  await page.route(`${url}/picture`, route => route.fulfill({contentType: 'text/html', body: stage}));
  await page.goto(`${url}/picture`);
  const part = name => page.locator(`cr-checkout [part~="${name}"]`);
  const showsStep = step =>
    page.waitForFunction(wanted => document.querySelector('cr-checkout').state.step === wanted, step);
  await part('brand').first().waitFor();
  await settled(page);
  return {page, part, showsStep};
}

/** Everything is drawn: fonts, the logos on screen, and what follows from where the pointer is. */
async function settled(page) {
  await page.mouse.move(0, 0);
  await page.evaluate(async () => {
    document.activeElement?.blur();
    scrollTo(0, 0);
    await document.fonts.ready;
  });
  await page.waitForLoadState('networkidle');
}

/** Puts pictures of a phone's screen side by side, all of the same height. */
async function compose(shots, {columnWidth, ground, deviceScaleFactor = 1}) {
  const gap = 14;
  const width = shots.length * (columnWidth + gap) + gap;
  const context = await browser.newContext({viewport: {width, height: 100}, deviceScaleFactor});
  const page = await context.newPage();
  const images = shots.map(
    ({screen}) => `<img width="${columnWidth}" src="data:image/png;base64,${screen.toString('base64')}">`,
  );
  await page.setContent(`<!doctype html><style>
    body { display: flex; gap: ${gap}px; margin: 0; padding: ${gap}px; background: ${ground}; }
    img { display: block; border-radius: 12px; }
  </style>${images.join('')}`);
  await page.evaluate(() => Promise.all([...document.images].map(image => image.decode())));
  const whole = await page.screenshot({fullPage: true});
  await context.close();
  return whole;
}

async function picture(name, screenshot) {
  const path = join(folder, name);
  const bytes = await withPalette(screenshot, press);
  await writeFile(path, bytes);
  total += bytes.length;
  console.log(`${path.padEnd(32)} ${inKib(bytes.length)}`);
  if (bytes.length > limits.each) throw new Error(`${name} is larger than ${inKib(limits.each)}`);
}

/** Where the demo says that it listens. */
function printedUrl() {
  return new Promise((resolve, reject) => {
    let output = '';
    server.stdout.on('data', chunk => {
      output += chunk;
      const url = /^cr-checkout demo: (http:\/\/\S+)\/$/m.exec(output)?.[1];
      if (url) resolve(url);
    });
    server.once('exit', code => reject(new Error(`the demo ended with code ${code}`)));
  });
}

function inKib(bytes) {
  return `${(bytes / 1024).toFixed(0)} KiB`;
}
