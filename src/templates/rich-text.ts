import {html, nothing, render, type TemplateResult} from 'lit';

type Rendered = string | TemplateResult | typeof nothing | readonly Rendered[];

/** Elements whose text is no text for readers. */
const SILENT = /^(SCRIPT|STYLE|NOSCRIPT|IFRAME|OBJECT|SVG|MATH|TITLE)$/i;

/**
 * HTML from outside as our own templates. It is parsed into a document that runs nothing and loads nothing, and only
 * paragraphs, lists, emphasis, line breaks and https links are drawn again; everything else is its text.
 */
export function richText(source: string): Rendered {
  const inert = document.implementation.createHTMLDocument('');
  // Parsed by Lit, whose policy a page with Trusted Types allows already: a DOMParser would need another one.
  render(html(Object.assign([source], {raw: [source]})), inert.body, {creationScope: inert});
  return children(inert.body, 0);
}

function children(node: Node, depth: number): Rendered {
  // Malformed markup can nest without end; what is deeper than any real text is dropped.
  return depth > 24 ? nothing : Array.from(node.childNodes, child => draw(child, depth + 1));
}

function draw(node: Node, depth: number): Rendered {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
  if (node.nodeType !== Node.ELEMENT_NODE || SILENT.test(node.nodeName)) return nothing;
  const inner = children(node, depth);
  switch (node.nodeName) {
    case 'P':
    case 'DIV':
      return html`<p>${inner}</p>`;
    case 'UL':
      return html`<ul>${inner}</ul>`;
    case 'OL':
      return html`<ol>${inner}</ol>`;
    case 'LI':
      return html`<li>${inner}</li>`;
    case 'STRONG':
    case 'B':
    case 'H1':
    case 'H2':
    case 'H3':
    case 'H4':
      return html`<strong>${inner}</strong>`;
    case 'EM':
    case 'I':
      return html`<em>${inner}</em>`;
    case 'BR':
      return html`<br />`;
    case 'A':
      return link(node as HTMLAnchorElement, inner);
    default:
      return inner;
  }
}

function link(anchor: HTMLAnchorElement, inner: Rendered): Rendered {
  const address = anchor.getAttribute('href') ?? '';
  const isSafe = URL.canParse(address) && new URL(address).protocol === 'https:';
  return isSafe
    ? html`<a href=${address} target="_blank" rel="noopener noreferrer nofollow">${inner}</a>`
    : inner;
}
