import {html, nothing, render, type TemplateResult} from 'lit';

import {safeHtml} from './safe-html.js';

type Rendered = string | TemplateResult | typeof nothing | readonly Rendered[];

/** How deep elements are drawn: malformed markup can nest without end, no text does. */
const DEEPEST = 24;

/**
 * Renders HTML from outside by our own templates: paragraphs, lists, emphasis, line breaks and https links are drawn
 * again, everything else is its text. Text without any element keeps its lines. A parser sees only what `safeHtml` leaves of it, in a document that runs nothing and
 * loads nothing.
 */
export function richText(source: string): Rendered {
  const safe = safeHtml(/<[a-z/]/i.test(source) ? source : source.trim().replace(/\r?\n/g, '<br>'));
  // By its constructor: a page can take the names of a document's properties for its images and forms.
  const inert = new Document();
  const root = inert.createDocumentFragment();
  // Parsed by Lit, whose policy a page with Trusted Types allows already: a DOMParser would need another one.
  render(html(Object.assign([safe], {raw: [safe]})), root, {creationScope: inert});
  return children(root, 0);
}

function children(node: Node, depth: number): Rendered {
  return depth > DEEPEST ? nothing : Array.from(node.childNodes, child => draw(child, depth + 1));
}

function draw(node: Node, depth: number): Rendered {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
  if (!(node instanceof Element)) return nothing;
  const inner = children(node, depth);
  switch (node.localName) {
    case 'p':
    case 'div':
      return html`<p>${inner}</p>`;
    case 'ul':
      return html`<ul>${inner}</ul>`;
    case 'ol':
      return html`<ol>${inner}</ol>`;
    case 'li':
      return html`<li>${inner}</li>`;
    case 'strong':
    case 'b':
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
      return html`<strong>${inner}</strong>`;
    case 'em':
    case 'i':
      return html`<em>${inner}</em>`;
    case 'br':
      return html`<br />`;
    case 'a':
      return link(node.getAttribute('href') ?? '', inner);
    default:
      return inner;
  }
}

function link(address: string, inner: Rendered): Rendered {
  const isSafe = URL.canParse(address) && new URL(address).protocol === 'https:';
  return isSafe
    ? html`<a href=${address} target="_blank" rel="noopener noreferrer nofollow">${inner}</a>`
    : inner;
}
