import type {Plugin} from 'vite';

/** Takes white space out of the HTML and CSS templates of our own sources. */
export declare const viteTemplates: Plugin;

/** Returns a source whose templates are shorter; `null` for one without any. */
export declare function minify(code: string, fileName: string): Promise<{readonly code: string} | null>;
