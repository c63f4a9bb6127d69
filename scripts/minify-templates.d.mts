import type {Plugin} from 'vite';

/** Takes white space out of the HTML and CSS templates of our own sources. */
export declare const viteTemplates: Plugin;
