import type {MessageOverrides} from 'cr-checkout/element';

/** The shop's own words in place of the element's. */
export const messages: MessageOverrides = {brand: {heading: 'Cards for your coins'}};
