import {expect, fixture, html} from '@open-wc/testing';

import {mark} from '../../src/styles/mark.js';
import {brandMark} from '../../src/templates/brand-mark.js';

type Shown = Parameters<typeof brandMark>[0];

const draw = (brand: Partial<Shown>) =>
  fixture<HTMLElement>(
    html`<div><style>${mark.cssText}</style>${brandMark({name: 'Tin Whistle', ...brand})}</div>`,
  );

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
      expect(root.querySelector('rect')?.getAttribute('fill')).to.equal(ground);
      expect(before(root).color).to.equal(ink);
    });
  }

  it('is one of ours where it has none', async () => {
    const fill = (await draw({})).querySelector('rect')?.getAttribute('fill');
    expect(fill).to.match(/^#[\da-f]{6}$/);
  });

  it('needs no style attribute', async () => {
    const root = await draw({color: '#123456', logoBaseUrl: 'data:,'});
    expect(root.querySelectorAll('[style]')).to.have.length(0);
  });
});

/** A picture of one pixel whose address may be followed by anything. */
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

  it('is the file of the right size, which no reader is told about', async () => {
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

  it('is no image where there is none', async () => {
    expect((await draw({})).querySelector('img')).to.equal(null);
  });
});
