import {css} from 'lit';

import {controls} from '../styles/controls.js';
import {feedback} from '../styles/feedback.js';
import {reset} from '../styles/reset.js';
import {text} from '../styles/text.js';
import {tokens} from '../styles/tokens.js';

/**
 * `:host::before` is the width in a place that takes its own from what is in it, as a dialog does. The last rules of `.frame`
 * keep a page's text styles from changing the look of an address, or from keeping it from being selected.
 */
const frame = css`
  :host {
    min-inline-size: 0;
    max-inline-size: 100%;
    text-align: start;
  }

  :host::before {
    content: '';
    display: grid;
    grid-template-columns: minmax(0, 480px);
  }

  .room {
    container-type: inline-size;
  }

  .frame {
    --_pad: 16px;
    color-scheme: light dark;
    display: grid;
    grid-template-rows: auto 1fr auto;
    min-block-size: 420px;
    color: var(--_text);
    background: var(--_background);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) + 4px);
    overflow: clip;
    line-height: 1.45;
    font-weight: 400;
    overflow-wrap: break-word;
    -webkit-user-select: text;
    font-variant: normal;
    text-indent: 0;
    text-transform: none;
    white-space: normal;
  }

  .frame.light {
    color-scheme: light;
  }

  .frame.dark {
    color-scheme: dark;
  }

  @container (min-width: 480px) {
    .frame {
      --_pad: 24px;
    }
  }

  .top {
    display: grid;
    grid-template-columns: 44px minmax(0, 1fr) 44px;
    align-items: center;
    min-block-size: 56px;
    padding-inline: calc(var(--_pad) - 14px);
  }

  .back {
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    border-radius: var(--_radius);
  }

  .back:hover:not(:disabled) {
    background: var(--_surface);
  }

  .back:disabled {
    opacity: 0.4;
  }

  .back:dir(rtl) .icon {
    transform: scaleX(-1);
  }

  .progress {
    grid-column: 2;
    display: grid;
    gap: 5px;
    justify-items: center;
    font-size: 0.75em;
    line-height: 1;
    color: var(--_muted);
  }

  .progress ol {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(16px, 44px);
    gap: 4px;
    inline-size: 100%;
    justify-content: center;
  }

  .progress li {
    block-size: 4px;
    border-radius: 2px;
    background: var(--_line);
  }

  .progress li.reached {
    background: var(--_accent);
  }

  .body {
    display: grid;
    gap: 16px;
    align-content: start;
    padding: 4px var(--_pad) 20px;
  }

  .body > .quiet {
    min-block-size: 44px;
  }

  .trail {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: 4px 16px;
    padding-block: 10px;
    border-block: 1px solid var(--_line);
    font-size: 0.9375em;
  }

  .trail .quiet {
    white-space: nowrap;
  }

  .trail .what {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .foot {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 2px 16px;
    padding: 12px var(--_pad);
    border-block-start: 1px solid var(--_line);
    font-size: 0.8125em;
    color: var(--_muted);
  }

  .links {
    display: flex;
    gap: 16px;
  }

  .foot a {
    text-decoration: none;
    display: inline-block;
    min-inline-size: 24px;
    padding-block: 4px;
  }

  .foot a:hover {
    text-decoration: underline;
    color: var(--_text);
  }

  @media print {
    .top,
    .foot,
    .body > .quiet {
      display: none;
    }

    .frame {
      border: 0;
    }
  }

  @media (forced-colors: active) {
    .progress li {
      border: 1px solid;
    }

    .progress li.reached {
      background: CanvasText;
    }
  }
`;

export const styles = [tokens, reset, text, controls, feedback, frame];
