/** Registers `<cr-checkout>`. Loading it twice, or in two versions, keeps the first and says so in one line. */
import {CrCheckout} from './elements/cr-checkout.js';
import {define} from './elements/define.js';
import {version} from './version.js';

export * from './element.js';

if ('customElements' in globalThis && !define('cr-checkout', CrCheckout)) {
  console.info(`cr-checkout ${version} is not used: another copy has already registered <cr-checkout>.`);
}
