import {html, nothing, type TemplateResult} from 'lit';

type Rendered = string | TemplateResult | typeof nothing | readonly Rendered[];

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: {createHTML(source: string): string},
  ): {createHTML(source: string): string};
}

/**
 * Where the page demands Trusted Types, only a policy may parse text. This one changes nothing, for the document that it
 * becomes runs nothing. A page that lists its policies lists `cr-checkout` beside Lit's `lit-html`.
 */
const policy = (globalThis as {trustedTypes?: TrustedTypes}).trustedTypes?.createPolicy('cr-checkout', {
  createHTML: source => source,
});

/** Elements whose text is no text for readers. */
const SILENT = new Set([
  'SCRIPT',
  'STYLE',
  'TEMPLATE',
  'NOSCRIPT',
  'IFRAME',
  'OBJECT',
  'EMBED',
  'SVG',
  'MATH',
  'TITLE',
  'HEAD',
]);

/**
 * HTML from outside as our own templates. It is parsed into a document that runs nothing and loads nothing, and only
 * paragraphs, lists, emphasis, line breaks and https links are drawn again; everything else is its text.
 */
export function richText(source: string): Rendered {
  const parsed = new DOMParser().parseFromString(policy?.createHTML(source) ?? source, 'text/html');
  return children(parsed.body, 0);
}

function children(node: Node, depth: number): Rendered {
  // Malformed markup can nest without end; what is deeper than any real text is dropped.
  return depth > 24 ? nothing : Array.from(node.childNodes, child => draw(child, depth + 1));
}

function draw(node: Node, depth: number): Rendered {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
  if (node.nodeType !== Node.ELEMENT_NODE || SILENT.has(node.nodeName.toUpperCase())) return nothing;
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
