/** Entry of `dist/cr-checkout.js`, the one file for a script tag: registers `<cr-checkout>` with every step inside. */
export * from './index.js';
