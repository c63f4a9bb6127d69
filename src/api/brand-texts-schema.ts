import * as z from 'zod/mini';

import type {BrandTexts} from '../domain/types.js';
import {fields, text} from './wire.js';

/** HTML in which there is something to read. */
const richText = z.pipe(
  text,
  z.transform(html => (html?.replace(/<[^<>]*>|&nbsp;|\s/g, '') ? html : undefined)),
);

/** `rich_description` of a family's brand. */
export const brandTextsSchema = z.pipe(
  fields({
    description: richText,
    how_to_redeem: richText,
    term_and_conditions: richText,
    note: richText,
    redeem_geo: richText,
    locale: text,
  }),
  z.transform(
    (found): BrandTexts => ({
      description: found.description,
      howToRedeem: found.how_to_redeem,
      terms: found.term_and_conditions,
      note: found.note,
      geo: found.redeem_geo,
      locale: found.locale,
    }),
  ),
);
