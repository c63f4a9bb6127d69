/**
 * Draws the pictures of the README: a purchase in Chromium on the built files, with the sandbox in the page itself, its
 * seed and its clock fixed, so that ids, amounts, times and codes are the same on every run.
 * Usage: npm run screenshots
 */
import {mkdir} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {chromium} from 'playwright-core';
import sharp from 'sharp';
import {chromiumFlags, findProgram} from './browsers.mjs';
import {answerFrom} from './picture-page.mjs';
import './build.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const {createSandbox} = await import('cr-checkout/sandbox');

const folder = 'demo/screenshots';
const limits = {each: 160 * 1024, all: 800 * 1024};
const startedAt = Date.parse('2026-03-02T10:00:00Z');
const origin = 'http://localhost';
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
/** Draws the logos, which the page fetches like any picture. */
const sandbox = createSandbox({seed: 'pictures'});
let total = 0;

await mkdir(folder, {recursive: true});
const browser = await chromium.launch({executablePath: findProgram('chromium'), args: [...chromiumFlags]});
try {
  const light = await purchase('light');
  for (const [step, {full}] of Object.entries(light)) await picture(`${step}.png`, sharp(full));
  await picture('checkout.png', await row(Object.values(light), {width: 340, gap: 14, ground: '#eceae5'}));

  const dark = await purchase('dark');
  await picture('dark.png', await row([dark.brand, dark.payment], {width: 640, gap: 28, ground: '#08090c'}));

  const wide = await openCheckout({colorScheme: 'light', width: 720, height: 640});
  await picture('wide.png', sharp(await wide.page.screenshot()));
  if (total > limits.all) throw new Error(`together they are larger than ${limits.all / 1024} KiB`);
} finally {
  await browser.close();
}

/**
 * Goes through a purchase; returns pictures of each step: the page (`full`), and the part on a phone's screen
 * (`screen`).
 */
async function purchase(colorScheme) {
  const {page, part, showsStep} = await openCheckout({colorScheme, width: 360, height: 720});
  const shots = {};
  const shoot = async step => {
    await settled(page);
    const full = await page.locator('cr-checkout').screenshot();
    const screen = await page.screenshot();
    // Limits the picture: the list of brands goes on for several screens.
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
  await part('email').locator('input').or(page.locator('input[part~=email]')).first().fill('ana@example.com');
  await part('submit').click();
  await part('summary').waitFor();
  await shoot('details');

  await part('submit').click();
  await showsStep('payment');
  await part('qr').locator('path').first().waitFor();
  await page.clock.setFixedTime(startedAt + 83_000);
  // The countdown reads the clock once a second.
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

/** Opens a page with the element alone, on its first step. */
async function openCheckout({colorScheme, width, height}) {
  const device = {viewport: {width, height}, deviceScaleFactor: 2, colorScheme, reducedMotion: 'reduce'};
  const context = await browser.newContext({...device, locale: 'en-US', timezoneId: 'UTC'});
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  await page.clock.setFixedTime(startedAt);
  await page.route(`${origin}/**`, answerFrom(stage, sandbox));
  await page.goto(`${origin}/`);
  const part = name => page.locator(`cr-checkout [part~="${name}"]`);
  const showsStep = step =>
    page.waitForFunction(wanted => document.querySelector('cr-checkout').state.step === wanted, step);
  await part('brand').first().waitFor();
  await settled(page);
  return {page, part, showsStep};
}

/** Waits until everything is drawn: fonts, the logos on screen, and what follows from where the pointer is. */
async function settled(page) {
  await page.mouse.move(0, 0);
  await page.evaluate(async () => {
    document.activeElement?.blur();
    scrollTo(0, 0);
    await document.fonts.ready;
  });
  await page.waitForLoadState('networkidle');
}

/** Puts pictures of a phone's screen side by side, with round corners; returns the whole. */
async function row(shots, {width, gap, ground}) {
  const height = width * 2;
  const corners = Buffer.from(`<svg><rect width="${width}" height="${height}" rx="${gap * 0.86}"/></svg>`);
  const screens = shots.map(({screen}) =>
    sharp(screen)
      .resize(width, height)
      .composite([{input: corners, blend: 'dest-in'}])
      .png()
      .toBuffer(),
  );
  const columns = (await Promise.all(screens)).map((input, at) => ({
    input,
    top: gap,
    left: gap + at * (width + gap),
  }));
  const size = {width: gap + shots.length * (width + gap), height: height + 2 * gap};
  return sharp({create: {...size, channels: 3, background: ground}}).composite(columns);
}

/** Writes a picture with a palette of 256 colours, about a third of what a browser writes. */
async function picture(name, image) {
  const path = join(folder, name);
  const {size} = await image.png({palette: true, effort: 10, compressionLevel: 9}).toFile(path);
  total += size;
  console.log(`${path.padEnd(32)} ${(size / 1024).toFixed(0)} KiB`);
  if (size > limits.each) throw new Error(`${name} is larger than ${limits.each / 1024} KiB`);
}
