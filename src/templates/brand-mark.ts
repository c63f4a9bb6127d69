import {html, nothing, type TemplateResult} from 'lit';
import {keyed} from 'lit/directives/keyed.js';

import type {Brand} from '../domain/types.js';

const NO_COLOR = '#3a4050';

/**
 * Draws a brand's logo on its own colour, or a monogram if there is none or it cannot be loaded; the colour alone until the
 * logo is due. The colour is an SVG attribute because a style attribute would need `style-src 'unsafe-inline'`.
 */
export function brandMark(
  {name, color, logoBaseUrl}: Pick<Brand, 'name' | 'color' | 'logoBaseUrl'>,
  isLogoDue = true,
): TemplateResult {
  const ground = color ?? NO_COLOR;
  const classes = `mark ${logoBaseUrl ? 'with-logo' : ''} ${isLight(ground) ? 'light' : ''}`;
  // Without white space between the tags: it would be a text node in every tile of a list.
  return html`<span class=${classes} data-monogram=${monogram(name)} aria-hidden="true"><svg color=${ground}></svg>${
    logoBaseUrl && isLogoDue
      ? // Another logo is another image: the previous one would be seen until it is loaded.
        keyed(
          logoBaseUrl,
          html`<img src="${logoBaseUrl}_300x190.webp"
              srcset="${logoBaseUrl}_300x190.webp 300w, ${logoBaseUrl}_500x318.webp 500w" sizes="150px"
              width="300" height="190" alt="" loading="lazy" decoding="async" referrerpolicy="no-referrer"
              @load=${settle} @error=${settle} />`,
        )
      : nothing
  }</span>`;
}

/** Shows the monogram only without a logo: laying out letters in every tile costs more than all the rest of it. */
function settle({type, target}: Event) {
  const image = target as HTMLImageElement;
  image.hidden = type === 'error';
  image.parentElement?.classList.toggle('with-logo', type === 'load');
}

function monogram(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const letters =
    words.length > 1 ? words.slice(0, 2).map(word => [...word][0]) : [...(words[0] ?? '?')].slice(0, 2);
  return letters.join('').toUpperCase();
}

/** Whether black has more contrast on a colour than white; the better of the two has at least 4.5:1 (WCAG 2.2, 1.4.3). */
function isLight(color: string): boolean {
  const digits = color.slice(1).replace(/^(.)(.)(.)$/, '$1$1$2$2$3$3');
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map(
    at => (Number.parseInt(digits.slice(at, at + 2), 16) / 255) ** 2.2,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179;
}
