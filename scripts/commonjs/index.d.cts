import type * as entry from './index.js' with {'resolution-mode': 'import'};

export type * from './index.js' with {'resolution-mode': 'import'};
export declare const CrCheckout: typeof entry.CrCheckout;
export type CrCheckout = entry.CrCheckout;
export declare const version: typeof entry.version;
