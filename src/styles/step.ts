import {css} from 'lit';

import {controls} from './controls.js';
import {feedback} from './feedback.js';
import {fields} from './fields.js';
import {reset} from './reset.js';
import {text} from './text.js';

/** The heading's scroll margin keeps the way back on screen when a step is scrolled to. */
const layout = css`
  :host {
    display: grid;
    gap: 16px;
    align-content: start;
  }

  .title {
    display: flex;
    align-items: center;
    gap: 4px 12px;
  }

  .title .mark {
    flex: none;
    inline-size: 76px;
    font-size: 0.75em;
    aspect-ratio: 300 / 190;
    border-radius: 8px;
  }

  .glyph {
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 36px;
    block-size: 36px;
    border: 1.5px solid;
    border-radius: 50%;
    color: var(--_accent);
  }

  .glyph.good {
    color: var(--_success);
  }

  .glyph.bad {
    color: var(--_danger);
  }

  h2 {
    flex: 1;
    line-height: 1.2;
    text-wrap: balance;
    scroll-margin-block: 64px 12px;
  }

  h2:focus {
    outline: none;
  }
`;

/** Styles of every step: its heading, as `stepHeading` draws it, above one column of texts, fields, buttons and notices. */
export const step = [reset, text, controls, fields, feedback, layout];
