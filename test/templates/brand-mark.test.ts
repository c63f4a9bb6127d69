import {expect, fixture, html} from '@open-wc/testing';
import {render} from 'lit';

import {mark} from '../../src/styles/mark.js';
import {brandMark} from '../../src/templates/brand-mark.js';

type Shown = Parameters<typeof brandMark>[0];

async function draw(brand: Partial<Shown>, isLogoDue = true): Promise<HTMLElement> {
  const root = await fixture<HTMLElement>(html`<div></div>`);
  redraw(root, brand, isLogoDue);
  return root;
}

function redraw(root: HTMLElement, brand: Partial<Shown>, isLogoDue = true) {
  const shown = brandMark(
    {name: 'Tin Whistle', color: undefined, logoBaseUrl: undefined, ...brand},
    isLogoDue,
  );
  render(html`<style>${mark.cssText}</style>${shown}`, root);
}

const monogram = async (name: string) =>
  (await draw({name})).querySelector<HTMLElement>('.mark')?.dataset.monogram;

const before = (root: HTMLElement) => getComputedStyle(root.querySelector('.mark') ?? root, '::before');

describe('the monogram of a brand', () => {
  const names: Record<string, string> = {
    'Tin Whistle': 'TW',
    Vaporforge: 'VA',
    'c&a': 'CA',
    'Harbor & Main': 'HM',
    '1 900 Bouquets': '19',
    'one two three': 'OT',
    X: 'X',
    'Điện Máy': 'ĐM',
    أمازون: 'أم',
    'שלום עולם': 'שע',
    東京: '東京',
    𝒜lpha: '𝒜L',
    '': '?',
    '   ': '?',
    '🎁🎉': '?',
    '🎁 Shop': 'SH',
    '<b>&"': 'B',
  };
  for (const [name, expected] of Object.entries(names)) {
    it(`${JSON.stringify(name)} is ${expected}`, async () => {
      expect(await monogram(name)).to.equal(expected);
    });
  }
});

describe('the colour of a brand', () => {
  const colors: Record<string, readonly [ground: string, ink: string]> = {
    '#ffffff': ['#ffffff', 'rgb(0, 0, 0)'],
    '#000': ['#000', 'rgb(255, 255, 255)'],
    '#ffd60a': ['#ffd60a', 'rgb(0, 0, 0)'],
    '#14213d': ['#14213d', 'rgb(255, 255, 255)'],
  };
  for (const [color, [ground, ink]] of Object.entries(colors)) {
    it(`${color} has ${ink} letters on it`, async () => {
      const root = await draw({color});
      expect(root.querySelector('svg')?.getAttribute('color')).to.equal(ground);
      expect(before(root).color).to.equal(ink);
    });
  }

  it('is one of ours where it has none', async () => {
    const color = (await draw({})).querySelector('svg')?.getAttribute('color');
    expect(color).to.match(/^#[\da-f]{6}$/);
  });

  it('is the ground behind the logo', async () => {
    const ground = (await draw({color: '#ffd60a'})).querySelector('svg');
    expect(ground && getComputedStyle(ground).backgroundColor).to.equal('rgb(255, 214, 10)');
  });

  it('leaves letters at least 4.5 times as light or dark as itself', async () => {
    const linear = (part: number) =>
      part <= 10.31475 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4;
    const root = await draw({});
    for (let shade = 0; shade <= 0xffffff; shade += 66_049) {
      const parts = [shade >> 16, (shade >> 8) & 255, shade & 255] as const;
      const light = 0.2126 * linear(parts[0]) + 0.7152 * linear(parts[1]) + 0.0722 * linear(parts[2]);
      redraw(root, {color: `#${shade.toString(16).padStart(6, '0')}`});
      const isDarkInk = root.querySelector('.mark')?.classList.contains('light');
      const contrast = isDarkInk ? (light + 0.05) / 0.05 : 1.05 / (light + 0.05);
      expect(contrast, parts.join(' ')).to.be.at.least(4.5);
    }
  });

  it('needs no style attribute', async () => {
    const root = await draw({color: '#123456', logoBaseUrl: 'data:,'});
    expect(root.querySelectorAll('[style]')).to.have.length(0);
  });
});

/** A picture of one pixel; its URL accepts any suffix. */
const pixel = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/><!--';

describe('the logo of a brand', () => {
  const logo = async (logoBaseUrl: string, event: 'load' | 'error') => {
    const root = await draw({logoBaseUrl});
    const image = root.querySelector('img');
    if (!image) throw new Error('no image');
    image.dispatchEvent(new Event(event));
    return {
      image,
      isShown: () => before(root).content !== 'none',
    };
  };

  it('is the file of the right size, which screen readers skip', async () => {
    const root = await draw({logoBaseUrl: pixel});
    const image = root.querySelector('img');
    expect(image?.getAttribute('src')).to.equal(`${pixel}_300x190.webp`);
    expect(image?.getAttribute('alt')).to.equal('');
    expect(image?.getAttribute('referrerpolicy')).to.equal('no-referrer');
    expect(root.querySelector('.mark')?.getAttribute('aria-hidden')).to.equal('true');
  });

  it('hides the monogram behind it when it has come', async () => {
    const {image, isShown} = await logo(pixel, 'load');
    expect(image.hidden).to.equal(false);
    expect(isShown()).to.equal(false);
  });

  it('leaves the monogram when it fails', async () => {
    const {image, isShown} = await logo('data:text/plain,x', 'error');
    expect(image.hidden).to.equal(true);
    expect(isShown()).to.equal(true);
  });

  it('shows again when the next one comes', async () => {
    const {image, isShown} = await logo('data:text/plain,x', 'error');
    image.dispatchEvent(new Event('load'));
    expect(image.hidden).to.equal(false);
    expect(isShown()).to.equal(false);
  });

  it('is another image when it is another logo, so that the one before is not seen under the new name', async () => {
    const root = await draw({});
    const show = (logoBaseUrl: string) => {
      redraw(root, {logoBaseUrl});
      return root.querySelector('img');
    };
    const first = show(`${pixel}1`);
    expect(show(`${pixel}1`)).to.equal(first);
    expect(show(`${pixel}2`)).to.not.equal(first);
  });

  it('is not asked for before it is due, and no monogram stands in its place', async () => {
    const root = await draw({logoBaseUrl: pixel}, false);
    expect(root.querySelector('img')).to.equal(null);
    expect(before(root).content).to.equal('none');
  });

  it('is no image where there is none', async () => {
    expect((await draw({})).querySelector('img')).to.equal(null);
  });
});
