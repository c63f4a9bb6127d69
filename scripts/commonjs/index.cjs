/**
 * Exports what the classic script does, for loaders that only know `require`, such as Jest's. Where a loader takes the script
 * for a module, as the package's type says, the script leaves its exports on `globalThis`.
 */
const script = require('./cr-checkout.classic.js');
module.exports = script.CrCheckout ? script : globalThis.CrCheckout;
