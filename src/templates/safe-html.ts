/** Elements that are drawn, or whose text stands apart. */
const KEPT = new Set([
  'p',
  'div',
  'ul',
  'ol',
  'li',
  'strong',
  'b',
  'h1',
  'h2',
  'h3',
  'h4',
  'em',
  'i',
  'br',
  'a',
]);

/** Elements whose content is not for readers. */
const SILENT = new Set(['noscript', 'object', 'svg', 'math', 'template']);

/** Elements whose content is not markup, and not for readers either: it ends at their end tag alone. */
const RAW = new Set(['script', 'style', 'iframe', 'title']);

const TAG = /<(\/?)([a-z][^\s/>]*)/iy;
const ATTRIBUTE = /[\s/]*([^\s/>][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/y;
const TAG_END = /[\s/]*>/y;
const COMMENT = /<(!--|[!?/])/y;

/**
 * Rebuilds HTML from outside so that no parser sees more of it than its text and a short list of tags: every other element
 * and every attribute is left out, except an https address of a link. It costs time in proportion to the text, whatever is
 * wrong with it; whatever a browser would read otherwise than this reader is text or one of these tags all the same.
 */
export function safeHtml(source: string): string {
  let safe = '';
  let at = 0;
  /** The silent element that is open, and how many of its kind. */
  let [silent, depth] = ['', 0];
  while (at < source.length) {
    const next = source.indexOf('<', at);
    if (!silent) safe += source.slice(at, next < 0 ? undefined : next);
    if (next < 0) break;
    const tag = readTag(source, next);
    at = tag?.end ?? endOfComment(source, next);
    if (!tag) {
      if (!silent && at === next + 1) safe += '&lt;';
      continue;
    }
    const {name, isEnd, isEmpty, href} = tag;
    if (RAW.has(name) && !isEnd) at = endOfRaw(source, at, name);
    if (silent) {
      if (name === silent && !isEmpty) depth += isEnd ? -1 : 1;
      if (depth === 0) silent = '';
    } else if (SILENT.has(name) && !isEnd && !isEmpty) [silent, depth] = [name, 1];
    else if (KEPT.has(name)) safe += isEnd ? `</${name}>` : `<${name}${href}>`;
  }
  return safe.replaceAll('\0', '');
}

interface Tag {
  /** In lower case; '' where the tag is not closed, which makes no element. */
  readonly name: string;
  readonly isEnd: boolean;
  /** Closed in itself, as elements of SVG and MathML can be. */
  readonly isEmpty: boolean;
  /** ` href="…"` of an https link, else ''. */
  readonly href: string;
  /** Index behind the tag; the text's end where the tag is not closed. */
  readonly end: number;
}

/** Reads the tag that begins at an index; `undefined` where none does. */
function readTag(source: string, start: number): Tag | undefined {
  const found = matchAt(TAG, source, start);
  if (!found) return undefined;
  const name = found[2]?.toLowerCase() ?? '';
  let end = start + found[0].length;
  let href = '';
  let close = matchAt(TAG_END, source, end);
  while (!close && end < source.length) {
    const [all = source.slice(end), attribute = '', ...values] = matchAt(ATTRIBUTE, source, end) ?? [];
    const value = values.find(text => text !== undefined) ?? '';
    if (name === 'a' && attribute.toLowerCase() === 'href') href ||= linkTo(value);
    end += all.length;
    close = matchAt(TAG_END, source, end);
  }
  return {
    name: close ? name : '',
    isEnd: found[1] === '/',
    isEmpty: close?.[0].endsWith('/>') === true,
    href,
    end: end + (close?.[0].length ?? 0),
  };
}

function linkTo(address: string): string {
  const quoted = address.replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return /^\s*https:\/\//i.test(address) ? ` href="${quoted}"` : '';
}

/** Returns the index of an element's end tag, or of the text's end. */
function endOfRaw(source: string, from: number, name: string): number {
  const end = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  end.lastIndex = from;
  return end.exec(source)?.index ?? source.length;
}

/** Returns the index behind a comment or a declaration, or behind a lone `<`. */
function endOfComment(source: string, start: number): number {
  const [, kind] = matchAt(COMMENT, source, start) ?? [];
  if (!kind) return start + 1;
  const closing = kind === '!--' ? '-->' : '>';
  const end = source.indexOf(closing, start + 2);
  return end < 0 ? source.length : end + closing.length;
}

function matchAt(pattern: RegExp, source: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index;
  return pattern.exec(source);
}
