/**
 * What the one file gets in place of three globals, so that a server can import it: the browser's own where there is
 * one, else the least that lets a module define an element class. Nothing is put on `globalThis`.
 */
export const HTMLElement = globalThis.HTMLElement ?? class {};
export const document = globalThis.document ?? {createTreeWalker: () => ({})};
export const customElements = globalThis.customElements ?? {get() {}, define() {}};
