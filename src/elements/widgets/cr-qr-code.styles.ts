import {css} from 'lit';

export const styles = css`
  :host {
    position: relative;
    inline-size: fit-content;
    min-inline-size: 208px;
    min-block-size: 208px;
    max-inline-size: 100%;
    background: #fff;
    border-radius: var(--_radius);
    forced-color-adjust: none;
  }

  svg {
    display: block;
    max-inline-size: 100%;
    block-size: auto;
    border-radius: inherit;
  }

  button {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    cursor: zoom-in;
    border-radius: inherit;
  }

  dialog {
    padding: 0;
    border: 0;
    background: #fff;
    max-inline-size: none;
    max-block-size: none;
  }

  dialog svg {
    inline-size: min(100vw, 100vh);
  }

  dialog button {
    cursor: zoom-out;
  }

  ::backdrop {
    background: #000c;
  }
`;
