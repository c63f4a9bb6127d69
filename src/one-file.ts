/**
 * Entry of `dist/cr-checkout.js`, the one file for a script tag: registers `<cr-checkout>` with every step inside. Imports
 * style sheets, packages and texts first: like beside like compresses 0.6 kB better than the order in which steps use them.
 */
import './elements/cr-checkout.styles.js';
import './styles/step.js';
import './styles/copyable.js';
import './styles/mark.js';
import './styles/order-id.js';
import './styles/payment-values.js';
import './styles/pills.js';
import './styles/prose.js';
import './elements/steps/cr-brand-step.styles.js';
import './elements/steps/cr-quote-step.styles.js';
import './elements/steps/cr-review-step.styles.js';
import './elements/steps/cr-payment-step.styles.js';
import './elements/steps/cr-payment-details.styles.js';
import './elements/steps/cr-done-step.styles.js';
import './elements/widgets/cr-brand-grid.styles.js';
import './elements/widgets/cr-copy-button.styles.js';
import './elements/widgets/cr-qr-code.styles.js';
import '@lit/task';
import 'lit/directives/keyed.js';
import 'lit/directives/live.js';
import 'zod/mini';
import '@noble/hashes/sha3.js';
import '@noble/hashes/sha2.js';
import '@scure/base';
import 'qrcode/lib/core/qrcode.js';
import './locales/en.js';
import './locales/index.js';
import './locales/format.js';
import './locales/phase-key.js';
import './locales/face-label.js';
import './locales/category-name.js';

export * from './index.js';
