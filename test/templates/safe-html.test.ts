import {expect} from '@open-wc/testing';

import {safeHtml} from '../../src/templates/safe-html.js';
import {hostileHtml} from '../samples/hostile-html.js';
import {seededRandom} from '../samples/random.js';

const hostile = hostileHtml('https://elsewhere.example', 'window.hasRun=true');

/** Returns whether a text has only tags of the short list, without attributes but a link's https address. */
function isSafe(text: string): boolean {
  const tags = /<\/?(?:p|div|ul|ol|li|strong|b|h[1-4]|em|i|br|a)>|<a href="\s*https:\/\/[^"<]*">/gi;
  return !text.replace(tags, '').includes('<') && !text.includes('\0');
}

describe('HTML from outside', () => {
  for (const source of hostile) {
    it(`leaves to a parser nothing but text and plain tags: ${source}`, () => {
      expect(isSafe(safeHtml(source)), safeHtml(source)).to.equal(true);
    });
  }

  it('does so however its pieces are put together', () => {
    const random = seededRandom(31);
    const pieces = hostile.flatMap(source => source.split(/(?=[<>"'&/= -])/));
    const pick = () => pieces[Math.floor(random() * pieces.length)] ?? '';
    for (let time = 0; time < 5000; time++) {
      const source = Array.from({length: 1 + Math.floor(random() * 30)}, pick).join('');
      expect(isSafe(safeHtml(source)), source).to.equal(true);
    }
  });

  it('is rebuilt as it reads', () => {
    const read: readonly (readonly [string, string])[] = [
      ['a < b &amp; 5 &lt; 6 > 4', 'a &lt; b &amp; 5 &lt; 6 > 4'],
      ['<P CLASS="x>y">One</P >', '<p>One</p>'],
      ['<br/><br />', '<br><br>'],
      ['<a href="https://a.example/?x=1&amp;y=2">a</a>', '<a href="https://a.example/?x=1&amp;y=2">a</a>'],
      ["<a HREF='https://a.example/\"'>a</a>", '<a href="https://a.example/&quot;">a</a>'],
      ['<a href=https://a.example/>a</a>', '<a href="https://a.example/">a</a>'],
      ['<a href = "https://a.example" href="https://b.example">a</a>', '<a href="https://a.example">a</a>'],
      ['<a title="x" href="http://a.example">a</a>', '<a>a</a>'],
      ['a<!-- b -->c<!doctype html>d<?e?>f</ g>h', 'acdfh'],
      ['a<svg><svg></svg>b</svg>c<svg/>d', 'acd'],
      ['a<script>if (1 < 2) "</p>"</script>b', 'ab'],
      ['a<style>b', 'a'],
      ['a<p', 'a'],
      ['a<!-- b', 'a'],
    ];
    for (const [source, expected] of read) expect(safeHtml(source)).to.equal(expected);
  });

  it('of any length and kind is rebuilt in time', () => {
    const parts = [
      '<',
      '<a ',
      '<a b="',
      "<a b='",
      '<!--',
      '<!',
      '</',
      '<script>',
      '<script',
      '<svg',
      '<svg>',
      '</svg>',
    ];
    const more = [
      '<p title=',
      '<p a',
      '<p/////',
      '<p =',
      '<title></titl',
      '<a href="https://x">',
      '"',
      "'>",
      ' ',
      '\0',
    ];
    const started = performance.now();
    for (const part of [...parts, ...more]) {
      for (const source of [part.repeat(400_000 / part.length), `<p ${part.repeat(400_000 / part.length)}`])
        expect(isSafe(safeHtml(source))).to.equal(true);
    }
    for (const source of ['<p', '<p a', '<p a=', '<p a="', '</p'])
      for (const end of [' ', '/', '\n'])
        expect(isSafe(safeHtml(source + end.repeat(400_000)))).to.equal(true);
    // Anything that takes the square of its length would take minutes for each of them.
    expect(performance.now() - started).to.be.below(30_000);
  }).timeout(60_000);
});
