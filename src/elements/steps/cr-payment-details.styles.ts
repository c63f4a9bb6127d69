import {css} from 'lit';

export const styles = css`
  :host {
    display: grid;
    gap: 16px;
  }

  .pay {
    display: grid;
    gap: 12px 20px;
    align-items: start;
    grid-template-columns: minmax(0, 1fr);
  }

  .ways {
    display: grid;
    gap: 8px;
    justify-items: center;
  }

  cr-qr-code {
    justify-self: center;
    box-shadow: 0 0 0 1px var(--_line);
  }

  .plate {
    block-size: 320px;
  }

  .amount {
    font-size: 1.375em;
    font-weight: 650;
    letter-spacing: -0.01em;
    overflow-wrap: anywhere;
  }

  .address {
    font-family: var(--_mono);
    font-size: 0.9375em;
    line-height: 1.5;
    /* The groups are drawn by margins, so that a selection copies no spaces. */
    overflow-wrap: anywhere;
    max-block-size: 12em;
    overflow-y: auto;
  }

  .address span {
    display: inline-block;
    margin-inline-end: 0.45em;
  }

  .warning {
    display: flex;
    gap: 10px;
  }

  .warning .icon {
    color: var(--_danger);
  }

  @container (min-width: 520px) {
    .pay {
      grid-template-columns: minmax(0, max-content) minmax(50%, 1fr);
    }
  }
`;
