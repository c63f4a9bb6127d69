import {expect, fixture, html} from '@open-wc/testing';

import {richText} from '../../src/templates/rich-text.js';
import {settle} from '../controllers/support.js';
import {hostileHtml} from '../samples/hostile-html.js';

declare global {
  var hasRun: boolean | undefined;
}

const draw = (source: string) => fixture<HTMLElement>(html`<div>${richText(source)}</div>`);

/** Returns the drawn elements, without the comments that Lit leaves between them. */
function drawn(root: Element): string {
  const copy = root.cloneNode(true) as Element;
  const comments = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT);
  const found: Node[] = [];
  while (comments.nextNode()) found.push(comments.currentNode);
  for (const comment of found) comment.parentNode?.removeChild(comment);
  return copy.innerHTML;
}

const readable: Record<string, readonly [source: string, expected: string]> = {
  'plain text': ['Visit the shop', 'Visit the shop'],
  entities: ['5 &lt; 6 &amp; more', '5 &lt; 6 &amp; more'],
  paragraphs: ['<p>One</p><p>Two</p>', '<p>One</p><p>Two</p>'],
  'lists and emphasis': [
    '<ol><li>Go to <strong>shop</strong></li><li><em>Enter</em> the code</li></ol><ul><li>x</li></ul>',
    '<ol><li>Go to <strong>shop</strong></li><li><em>Enter</em> the code</li></ol><ul><li>x</li></ul>',
  ],
  'line breaks': ['one<br>two', 'one<br>two'],
  'headings and bold': [
    '<h2>Terms</h2><b>Bold</b><i>it</i>',
    '<strong>Terms</strong><strong>Bold</strong><em>it</em>',
  ],
  'a link': [
    '<a href="https://shop.example/x?a=1&amp;b=2" target="_self" onclick="x()">shop</a>',
    '<a target="_blank" rel="noopener noreferrer nofollow" href="https://shop.example/x?a=1&amp;b=2">shop</a>',
  ],
  'unknown elements': ['<marquee>Fast <blink>text</blink></marquee><x-y>own</x-y>', 'Fast textown'],
  attributes: ['<p style="color:red" class="x" id="y" part="error" slot="done">Hi</p>', '<p>Hi</p>'],
  nothing: ['', ''],
};

describe('rich text draws', () => {
  for (const [name, [source, expected]] of Object.entries(readable)) {
    it(name, async () => {
      expect(drawn(await draw(source))).to.equal(expected);
    });
  }
});

const run = 'window.hasRun=true';
const load = `${location.origin}/hostile-resource`;

/** Texts that try to run or load something, each with what must stay readable. */
const hostile: Record<string, readonly [source: string, text: string]> = {
  script: [`a<script>${run}</script>b`, 'ab'],
  'script from elsewhere': [`a<script src="${load}.js"></script>b`, 'ab'],
  'script that is never closed': [`a<script>${run}`, 'a'],
  'script in capitals': [`a<ScRiPt>${run}</sCrIpT>b`, 'ab'],
  'script inside script': [`a<scr<script>ipt>${run}</script>b`, 'b'],
  'image that fails': [`a<img src="x:" onerror="${run}">b`, 'ab'],
  'image to load': [`a<img src="${load}.png" srcset="${load}2.png 2x">b`, 'ab'],
  'picture and video': [
    `a<picture><source srcset="${load}.webp"></picture><video src="${load}.mp4" poster="${load}.jpg" autoplay></video>b`,
    'ab',
  ],
  'handler on a paragraph': [
    `<p onclick="${run}" onmouseover="${run}" onfocus="${run}" tabindex="0" autofocus>a</p>`,
    'a',
  ],
  'handler on the body': [`<body onload="${run}">a</body>`, 'a'],
  details: [`<details open ontoggle="${run}"><summary>a</summary>b</details>`, 'ab'],
  marquee: [`<marquee onstart="${run}">a</marquee>`, 'a'],
  'animated style': [`a<style>@keyframes x{}*{animation:x}</style><b onanimationstart="${run}">b</b>`, 'ab'],
  'style to load': [
    `a<style>@import "${load}.css";</style><link rel="stylesheet" href="${load}2.css">b`,
    'ab',
  ],
  'style attribute to load': [`<p style="background:url(${load}.gif)">a</p>`, 'a'],
  'javascript link': [`<a href="javascript:${run}">a</a>`, 'a'],
  'javascript link in disguise': [
    `<a href=" java&#10;script:${run}">a</a><a href="JaVaScRiPt:${run}">b</a>`,
    'ab',
  ],
  'data link': [`<a href="data:text/html,<script>${run}</script>">a</a>`, 'a'],
  'blob and vbscript links': ['<a href="blob:https://x/y">a</a><a href="vbscript:x">b</a>', 'ab'],
  'http link': ['<a href="http://shop.example">a</a>', 'a'],
  'relative links': ['<a href="/x">a</a><a href="//x.example">b</a><a href="#x">c</a><a>d</a>', 'abcd'],
  'link with a ping': [`<a href="https://x.example" ping="${load}">a</a>`, 'a'],
  'area and base': [`<base href="${load}/"><map><area href="javascript:${run}"></map>a`, 'a'],
  svg: [
    `a<svg onload="${run}"><script>${run}</script><a href="javascript:${run}"><text>x</text></a></svg>b`,
    'ab',
  ],
  'svg use and image': [
    `a<svg><use href="${load}.svg#x"></use><image href="${load}.png"></image></svg>b`,
    'ab',
  ],
  'svg animation': [
    'a<svg><animate onbegin="window.hasRun=true" attributeName="x" dur="1s"></animate></svg>b',
    'ab',
  ],
  mathml: [`a<math><maction actiontype="statusline" href="javascript:${run}">x</maction></math>b`, 'ab'],
  iframe: [`a<iframe src="${load}.html" srcdoc="<script>parent.hasRun=true</script>"></iframe>b`, 'ab'],
  'object and embed': [`a<object data="${load}.swf">x</object><embed src="${load}.swf">b`, 'ab'],
  form: [
    `<form action="${load}"><input value="x" autofocus onfocus="${run}"><button formaction="javascript:${run}">a</button></form>`,
    'a',
  ],
  meta: [`a<meta http-equiv="refresh" content="0;url=${load}">b`, 'ab'],
  template: [`a<template><img src="x:" onerror="${run}"></template>b`, 'ab'],
  'declarative shadow root': [
    `a<div><template shadowrootmode="open"><script>${run}</script></template>b</div>`,
    'ab',
  ],
  noscript: [`a<noscript><p title="</noscript><img src=x: onerror=${run}>">x</p></noscript>b`, 'a'],
  comment: [`a<!--><img src=x: onerror=${run}>-->b`, 'a'],
  'mutation through math and style': [
    `a<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${run}&gt;">b`,
    'a',
  ],
  'mutation through svg and title': [`a<svg></p><style><a id="</style><img src=1 onerror=${run}>">b`, 'a'],
  'mutation through a form': [
    `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${run}>`,
    '',
  ],
  'text that is a template': [`\${window.hasRun=true}<p>?lit$1$ {{x}}</p>`, '{{x}}'],
  'lit markers': ['<p><!--?lit$123456789$-->a<?lit$123456789$></p>', 'a'],
  'custom element of the page': ['<cr-checkout proxy-url="/x">a</cr-checkout>', 'a'],
  'nulls and control characters': ['a\u0000<p\u0000 onclick=x>b\u202e</p>', 'a'],
  frameset: [`<frameset onload="${run}"><frame src="${load}.html"></frameset>`, ''],
  'nothing but opening brackets': ['<'.repeat(5000), '<'],
};

const ALLOWED = new Set(['P', 'UL', 'OL', 'LI', 'STRONG', 'EM', 'BR', 'A']);

describe('rich text runs nothing, loads nothing and stays readable:', () => {
  beforeEach(() => {
    globalThis.hasRun = undefined;
    performance.clearResourceTimings();
  });

  for (const [name, [source, text]] of Object.entries(hostile)) {
    it(name, async () => {
      const root = await draw(source);
      for (const type of ['click', 'mouseover', 'focus', 'animationstart'])
        for (const element of root.querySelectorAll('*')) element.dispatchEvent(new Event(type));
      await settle();

      expect(globalThis.hasRun, 'something ran').to.equal(undefined);
      const loaded = performance.getEntriesByType('resource').map(entry => entry.name);
      expect(loaded.filter(url => url.includes('hostile-resource'))).to.deep.equal([]);
      for (const element of root.querySelectorAll('*')) {
        expect(ALLOWED.has(element.nodeName), element.nodeName).to.equal(true);
        const names = element.getAttributeNames().join();
        expect(names, element.outerHTML).to.equal(element.nodeName === 'A' ? 'target,rel,href' : '');
      }
      for (const link of root.querySelectorAll('a')) expect(link.protocol, link.href).to.equal('https:');
      expect(root.textContent).to.contain(text);
    });
  }

  it('a flag that is set would be noticed', async () => {
    const root = await fixture<HTMLElement>(html`<div></div>`);
    root.innerHTML = `<p onclick="${run}">a</p>`;
    root.querySelector('p')?.click();
    expect(globalThis.hasRun).to.equal(true);
  });
});

describe('rich text on a page that has elements of its own', () => {
  const awake: string[] = [];

  before(() => {
    class PageWidget extends HTMLElement {
      static observedAttributes = ['src'];
      constructor() {
        super();
        awake.push('constructed');
      }
      connectedCallback() {
        awake.push('connected');
      }
      attributeChangedCallback() {
        awake.push('changed');
      }
    }
    customElements.define('page-widget', PageWidget);
  });

  beforeEach(() => {
    awake.length = 0;
    globalThis.hasRun = undefined;
    performance.clearResourceTimings();
  });

  for (const source of hostileHtml(location.origin, run)) {
    it(`wakes nothing and loads nothing: ${source}`, async () => {
      const root = await draw(source);
      await settle();
      expect(awake).to.deep.equal([]);
      expect(globalThis.hasRun).to.equal(undefined);
      const loaded = performance.getEntriesByType('resource').map(entry => entry.name);
      expect(loaded.filter(url => url.includes('hostile-resource'))).to.deep.equal([]);
      for (const element of root.querySelectorAll('*'))
        expect(ALLOWED.has(element.nodeName), element.nodeName).to.equal(true);
    });
  }

  it('is drawn where the page has taken names of the document', async () => {
    const taken = ['implementation', 'defaultView', 'createHTMLDocument', 'createDocumentFragment'];
    const page = document.createElement('div');
    page.append(...taken.map(name => Object.assign(document.createElement('img'), {name})));
    document.body.append(page);
    try {
      expect(drawn(await draw('<p>a <b>b</b></p>'))).to.equal('<p>a <strong>b</strong></p>');
    } finally {
      page.remove();
    }
  });

  it('would be noticed', async () => {
    const root = await fixture<HTMLElement>(html`<div></div>`);
    root.innerHTML = '<page-widget src="x"></page-widget>';
    expect(awake).to.deep.equal(['constructed', 'changed', 'connected']);
  });
});

describe('rich text of any size', () => {
  it('ends at a depth that no text has', async () => {
    const root = await draw(`before ${'<div>'.repeat(10_000)}deep${'</div>'.repeat(10_000)} after`);
    expect(root.textContent).to.contain('before').and.to.contain('after');
    expect(root.querySelectorAll('p').length).to.be.below(30);
  });

  it('is drawn in time', async () => {
    const startedAt = performance.now();
    const root = await draw('<p>some <b>text</b></p>'.repeat(5000));
    expect(root.querySelectorAll('strong')).to.have.length(5000);
    expect(performance.now() - startedAt).to.be.below(5000);
  });

  it('closes what was not closed', async () => {
    const root = await draw('<ul><li>one<li>two</ul></p></b><p>three');
    expect(drawn(root)).to.equal('<ul><li>one</li><li>two</li></ul><p></p><p>three</p>');
  });
});
