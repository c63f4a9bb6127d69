/**
 * Draws every step and state of the checkout side by side, one sheet for each language, width and theme, to be looked at.
 * Usage: node scripts/contact-sheets.mjs [en|de|ar ...] [320|480|720 ...] [light|dark ...]; writes `contact-sheets`.
 */
import {mkdir} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {chromium} from 'playwright-core';
import sharp from 'sharp';
import {chromiumFlags, findProgram} from './browsers.mjs';
import {answerFrom} from './picture-page.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const {createSandbox} = await import('cr-checkout/sandbox');

const words = process.argv.slice(2);
/** What of a list the words name; all of it if they name nothing. */
const chosen = all => {
  const named = all.filter(one => words.includes(`${one}`));
  return named.length > 0 ? named : all;
};
const languages = chosen(['en', 'de', 'ar']);
const widths = chosen([320, 480, 720]);
const themes = chosen(['light', 'dark']);

const folder = 'contact-sheets';
const origin = 'http://localhost';
const startedAt = Date.parse('2026-03-02T10:00:00Z');
const stage = `<!doctype html>
<meta charset="utf-8">
<style>:root { color-scheme: light dark } body { margin: 0; font-family: Inter, Roboto, 'Noto Sans Arabic', Arial, sans-serif }</style>
<div></div>
<script type="module">
  import '/dist/cr-checkout.js';
  import {createSandbox} from '/dist/sandbox/index.js';
  window.open = (attributes, order) => {
    const sandbox = createSandbox({seed: 'pictures'});
    const checkout = document.createElement('cr-checkout');
    for (const [name, value] of Object.entries({country: 'US', 'no-resume': '', ...attributes})) checkout.setAttribute(name, value);
    checkout.fetch = async (input, init) => {
      const request = new Request(input, init);
      return order && request.url.includes('/v5/orders/') ? Response.json(order) : sandbox(request);
    };
    checkout.fetch.control = sandbox.control;
    checkout.proxyUrl = '/in-this-page';
    document.querySelector('div').replaceChildren(checkout);
  };
</script>`;

const order = {
  order_id: 'f2a94c1e-8a0b-4c7e-9d55-0b6f1f2a9a11',
  order_state: 'WaitingForPayment',
  payment_state: 'PaymentRequested',
  created_at: startedAt / 1000 - 60,
  coin: 'USDC',
  network: 'Solana',
  coin_amount: '50.84',
  sent_coin_amount: '0',
  wallet_address: 'mvines9iiHiQTysrwkJjGf2gb9Ex9jXJX8ns3qwf2kN',
  qr_text: 'mvines9iiHiQTysrwkJjGf2gb9Ex9jXJX8ns3qwf2kN',
  deliveries: [
    {delivery_state: 'WaitingForPayment', deliverable: {brand_name: 'Voltaic', denomination: '50 USD'}},
  ],
};
const card = {
  brand_name: 'Voltaic',
  denomination: '50 USD',
  pin_code: 'X9Q2-KE2V-CUQ4-PRZ8',
  pin_serial: '8916165407',
  redeem_instructions:
    '<ol><li>Sign in to your <b>Voltaic</b> account.</li><li>Open Gift cards and choose Redeem.</li></ol>',
};
const done = {order_state: 'Done', payment_state: 'PaymentCompleted', sent_coin_amount: '50.84'};
const litecoin = {
  coin: 'LTC',
  network: 'Mainnet',
  coin_amount: '0.5',
  wallet_address: 'ltc1qw508d6qejxtdg4y5r3zarvary0c5xw7kgmn4n9',
  qr_text: 'ltc1qw508d6qejxtdg4y5r3zarvary0c5xw7kgmn4n9',
};
const states = {
  waiting: {},
  'with link': litecoin,
  underpaid: {order_state: 'PartialPaymentStarted', sent_coin_amount: '25.42'},
  detected: {order_state: 'PaymentStarted'},
  paid: {order_state: 'PaymentReceived', sent_coin_amount: '50.84'},
  overpaid: {order_state: 'PaymentReceived', sent_coin_amount: '60'},
  held: {order_state: 'WaitingForManualAction', sent_coin_amount: '50.84'},
  expired: {order_state: 'Expired'},
  late: {order_state: 'Expired', sent_coin_amount: '50.84'},
  failed: {order_state: 'PaymentFailed'},
  refunded: {order_state: 'Refunded'},
  unverified: {wallet_address: 'mvines9iiHiQTysrwkJjGf2gb9Ex9jXJX8ns3qwf2k0'},
  done: {...done, deliveries: [{delivery_state: 'Done', deliverable: card}]},
  'three cards': {
    ...done,
    deliveries: [1, 2, 3].map(one => ({
      delivery_state: 'Done',
      deliverable: {...card, pin_code: `${one}${card.pin_code}`},
    })),
  },
};

await mkdir(folder, {recursive: true});
const sandbox = createSandbox({seed: 'pictures'});
const browser = await chromium.launch({executablePath: findProgram('chromium'), args: [...chromiumFlags]});
try {
  for (const language of languages)
    for (const width of widths) for (const theme of themes) await sheet(language, width, theme);
} finally {
  await browser.close();
}

async function sheet(lang, width, theme) {
  const context = await browser.newContext({
    viewport: {width, height: 800},
    colorScheme: theme,
    reducedMotion: 'reduce',
    locale: lang,
  });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  await page.clock.setFixedTime(startedAt);
  await page.route(`${origin}/**`, answerFrom(stage, sandbox));
  await page.goto(`${origin}/`);
  await page.waitForFunction(() => customElements.get('cr-checkout'));
  const part = name => page.locator(`cr-checkout [part~="${name}"]`);
  const open = (attributes, body) =>
    page.evaluate(([given, wire]) => window.open(given, wire), [{lang, ...attributes}, body]);
  const shots = [];
  const shoot = async () => {
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(60);
    shots.push(await page.locator('cr-checkout').screenshot());
  };

  await open({});
  await part('brand').first().waitFor();
  await shoot();
  await part('brand').filter({hasText: 'Voltaic'}).first().click();
  await part('denomination').filter({hasText: '50'}).first().click();
  await part('total').waitFor();
  await shoot();
  await part('submit').click();
  await part('email').fill('no address');
  await part('submit').click();
  await shoot();
  await part('email').fill('ana@example.com');
  await part('submit').click();
  await part('summary').waitFor();
  await shoot();
  await open({brand: 'Larkstall', amount: '137.5', coin: 'BTC', network: 'Lightning'});
  await part('total').waitFor();
  await shoot();
  await part('submit').click();
  await part('email').fill('ana@example.com');
  await part('submit').click();
  await part('summary').waitFor();
  await part('submit').click();
  await part('qr').or(part('acknowledge')).first().waitFor();
  if (await part('acknowledge').isVisible()) await part('acknowledge').click();
  await part('address').waitFor();
  await shoot();
  for (const [name, change] of Object.entries(states)) {
    await open({'order-id': order.order_id}, {...order, ...change});
    await part('heading').waitFor();
    await part('qr').or(part('acknowledge')).or(part('order-state')).or(part('receipt')).first().waitFor();
    await page.waitForTimeout(100);
    if (name === 'waiting') await shoot();
    if (await part('acknowledge').isVisible()) await part('acknowledge').click();
    await page.waitForTimeout(100);
    await shoot();
    if (!(await part('reveal').first().isVisible())) continue;
    await part('reveal').first().click();
    await shoot();
  }
  await context.close();
  const path = join(folder, `${lang}-${width}-${theme}.png`);
  await (await row(shots, theme === 'dark' ? '#08090c' : '#dcdad5')).toFile(path);
  console.log(path);
}

/** Puts pictures side by side. */
async function row(shots, ground) {
  const gap = 16;
  const sizes = await Promise.all(shots.map(shot => sharp(shot).metadata()));
  let left = gap;
  const columns = shots.map((input, at) => {
    const column = {input, top: gap, left};
    left += sizes[at].width + gap;
    return column;
  });
  const height = Math.max(...sizes.map(size => size.height)) + 2 * gap;
  return sharp({create: {width: left, height, channels: 3, background: ground}})
    .composite(columns)
    .png();
}
