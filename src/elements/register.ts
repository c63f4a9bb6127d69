import {CrBrandGrid} from './cr-brand-grid.js';
import {CrBrandStep} from './cr-brand-step.js';

/** Defines a tag unless the page has it already; answers whether it did. The first copy of a script wins. */
export function define(tag: string, element: CustomElementConstructor): boolean {
  if (customElements.get(tag)) return false;
  customElements.define(tag, element);
  return true;
}

/** Defines what the first screen is made of. Importing the class of `<cr-checkout>` alone registers nothing. */
export function defineFirstStep() {
  define('cr-brand-grid', CrBrandGrid);
  define('cr-brand-step', CrBrandStep);
}

/**
 * Fetches and defines the steps after the brands, and answers what they need of a session. A bundler makes a file of
 * its own of all that, so that the first screen does not wait for code that it does not run. Rejects when that file
 * cannot be fetched; asking again tries again.
 */
export async function defineLaterSteps() {
  const {laterSteps, orderTools} = await import('./later-steps.js');
  for (const [tag, element] of Object.entries(laterSteps)) define(tag, element);
  return orderTools;
}
