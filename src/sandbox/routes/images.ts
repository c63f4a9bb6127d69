import type {Catalogue} from '../catalogue/catalogue.js';
import {findBrandLogo} from '../catalogue/logo/brand-logo.js';
import {codeImage} from '../orders/code-image.js';
import {coinIcon} from '../payment/coin-icon.js';
import {errorResponse, svgResponse} from '../support/responses.js';

/** Answers a path below `/sandbox/` that is a picture; `undefined` for any other. */
export function imageResponse(catalogue: Catalogue, path: string): Response | undefined {
  const [, slug] = /^logos\/(.+?)(?:_500x318|_300x190)?\.(?:webp|jpg|svg)$/.exec(path) ?? [];
  if (slug) return logoResponse(catalogue, decodeURIComponent(slug));
  const [, code] = /^images\/(.+)\.svg$/.exec(path) ?? [];
  return code ? svgResponse(codeImage(code), 'max-age=3600') : undefined;
}

function logoResponse(catalogue: Catalogue, slug: string): Response {
  const coin = /^coin-(.+)$/.exec(slug)?.[1];
  const svg = findBrandLogo(catalogue, slug) ?? (coin && coinIcon(coin));
  return svg
    ? svgResponse(svg, 'public, max-age=86400')
    : errorResponse(404, 'NOT_FOUND', 'There is no such logo.');
}
