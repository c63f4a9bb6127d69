import {css} from 'lit';

/**
 * Amounts, addresses and the network warning, as payment-values.ts draws them.
 *
 * An address stands at the side of its label, although it is written from left to right. Its groups are drawn by margins,
 * so that a selection copies no spaces. An invoice is for copying: three lines of it leave the amount on a phone's screen.
 */
export const paymentValues = css`
  .address {
    font-family: var(--_mono);
    font-size: 0.9375em;
    line-height: 1.5;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    overflow-wrap: anywhere;
  }

  .address.long {
    max-block-size: 4.5em;
    overflow-y: auto;
  }

  .coin {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 12px;
  }

  .memo .value {
    inline-size: 100%;
    padding: 0;
    border: 0;
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
