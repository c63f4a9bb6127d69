import {css} from 'lit';

/** Amounts, addresses and the network warning, as payment-values.ts draws them. */
export const paymentValues = css`
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
`;
