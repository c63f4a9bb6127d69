/**
 * Draws every step and state of the checkout side by side, one sheet for each language, width and theme, to be looked at.
 * Usage: npm run contact-sheets [-- en|de|ar|... ...] [320|480|720 ...] [light|dark ...]; writes `contact-sheets`.
 */
import {mkdir} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {chromium} from 'playwright-core';
import sharp from 'sharp';
import {chromiumFlags, findProgram} from '../../scripts/browsers.mjs';
import {answerFrom} from '../../scripts/picture-page.mjs';
import {startedAt, states, statesPage} from './checkout-states.mjs';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
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
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  await page.clock.setFixedTime(startedAt);
  await page.route('http://localhost/**', answerFrom(statesPage, sandbox));
  await page.goto('http://localhost/');
  await page.waitForFunction(() => window.states);
  const shots = [];
  for (const state of states) {
    await page.evaluate(([shown, language]) => window.states.open(shown, language), [state, lang]);
    await page.waitForLoadState('networkidle');
    const shot = sharp(await page.locator('cr-checkout').screenshot());
    const {height} = await shot.metadata();
    // The brands go on for many screens.
    shots.push(await shot.extract({left: 0, top: 0, width, height: Math.min(height, 2000)}).toBuffer());
  }
  await context.close();
  const path = join(folder, `${lang}-${width}-${theme}.png`);
  await (await grid(shots, theme === 'dark' ? '#08090c' : '#dcdad5')).toFile(path);
  console.log(path);
}

/** Puts pictures side by side, eight in a row. */
async function grid(shots, ground) {
  const gap = 16;
  const sized = await Promise.all(shots.map(async input => ({input, ...(await sharp(input).metadata())})));
  const placed = [];
  let top = gap;
  for (let from = 0; from < sized.length; from += 8) {
    const row = sized.slice(from, from + 8);
    placed.push(...row.map(({input, width}, at) => ({input, top, left: gap + at * (width + gap)})));
    top += Math.max(...row.map(({height}) => height)) + gap;
  }
  const width = gap + 8 * (sized[0].width + gap);
  return sharp({create: {width, height: top, channels: 3, background: ground}})
    .composite(placed)
    .png();
}
