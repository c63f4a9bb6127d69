import {css} from 'lit';

/** An em of the picture is as many pixels as the code has modules. */
export const styles = css`
  :host {
    position: relative;
    inline-size: fit-content;
    min-block-size: 208px;
    max-inline-size: 100%;
    background: #fff;
    border-radius: var(--_radius);
    forced-color-adjust: none;
  }

  svg {
    display: block;
    inline-size: max(var(--_qr, 208px), var(--_module, 3) * 1em);
    max-inline-size: 100%;
    block-size: auto;
    border-radius: inherit;
  }

  .enlarge {
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
    color: #000;
    max-inline-size: none;
    max-block-size: none;
    cursor: zoom-out;
  }

  dialog svg {
    inline-size: min(100vw, 100vh - 44px);
  }

  .close {
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    margin-inline-start: auto;
  }

  .close .icon {
    inline-size: 24px;
  }

  ::backdrop {
    background: #000c;
  }
`;
