import MagicString from 'magic-string';
import {type Plugin, Visitor} from 'vite';

/**
 * Takes out of style sheets and of lit's templates what says nothing to a browser: comments of style sheets, white space
 * that separates nothing, indentation. Between tags a line break stays: it can be a space on screen. (2 % of the file after
 * brotli.)
 */
export function shortTemplates(): Plugin {
  return {
    name: 'short-templates',
    enforce: 'pre',
    transform: {
      filter: {id: /\/src\/.*\.ts$/, code: /\b(?:html|css)`/},
      handler(code, id) {
        const short = new MagicString(code);
        new Visitor({
          TaggedTemplateExpression({tag, quasi}) {
            if (tag.type !== 'Identifier') return;
            // The one file's lit takes style sheets of one piece only.
            if (tag.name === 'css' && quasi.quasis.length > 1)
              throw new Error(`${id} has an expression in a style sheet`);
            const shorten =
              tag.name === 'css' ? shortStyles : tag.name === 'html' ? shortMarkup() : undefined;
            for (const {start, end} of shorten ? quasi.quasis : []) {
              const text = shorten?.(code.slice(start, end)) ?? '';
              if (end > start) short.overwrite(start, end, text);
            }
          },
        }).visit(this.parse(code, {lang: 'ts'}));
        return {code: short.toString(), map: short.generateMap({hires: true})};
      },
    },
  };
}

/** A space before a colon stands between a selector and what is inside: `.stages :is(…)`. */
function shortStyles(styles: string): string {
  return styles
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>!`]) ?|(?<=:) /g, '$1')
    .replaceAll(';}', '}');
}

/** The pieces of one template, in order: a tag that an expression stands in goes on in the next piece. */
function shortMarkup(): (markup: string) => string {
  let isInTag = false;
  return markup =>
    markup.replace(/<(?=[\w/])|\s*\/?>|\s*\n\s*/g, found => {
      const sign = found.slice(-1);
      if (sign === '<') isInTag = true;
      else if (sign !== '>') return isInTag ? ' ' : '\n';
      else if (isInTag) isInTag = false;
      else return found;
      return sign;
    });
}
