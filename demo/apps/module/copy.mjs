/** Puts the one file, and the languages beside it, where the page asks for them. */
import {cpSync} from 'node:fs';

const from = new URL('node_modules/cr-checkout/dist/', import.meta.url);
const to = new URL('public/checkout/', import.meta.url);
for (const name of ['cr-checkout.js', 'locales'])
  cpSync(new URL(name, from), new URL(name, to), {recursive: true});
