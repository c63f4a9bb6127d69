import type {BrandTexts} from '../domain/types.js';
import {by, fields, readText, text} from './wire.js';

/** HTML in which there is something to read. */
const richText = by(value => {
  const html = readText(value);
  return html?.replace(/<[^<>]*>|&nbsp;|\s/g, '') ? html : undefined;
});

/** `rich_description` of a family's brand. */
export const brandTextsSchema = fields(
  {
    description: richText,
    how_to_redeem: richText,
    term_and_conditions: richText,
    note: richText,
    redeem_geo: richText,
    locale: text,
  },
  (found): BrandTexts => ({
    description: found.description,
    howToRedeem: found.how_to_redeem,
    terms: found.term_and_conditions,
    note: found.note,
    geo: found.redeem_geo,
    locale: found.locale,
  }),
);
