import {css} from 'lit';

/** Kinds of text, and the stack that spaces blocks. A number and its unit keep their order, and their side, in Arabic. */
export const text = css`
  .muted,
  .hint {
    color: var(--_muted);
  }

  .small,
  .field p {
    font-size: 0.875em;
    overflow-wrap: anywhere;
  }

  h2,
  .amount,
  .quote .total {
    overflow-wrap: anywhere;
    font-size: 1.375em;
    font-weight: 650;
    letter-spacing: -0.01em;
  }

  .label {
    font-size: 0.8125em;
    font-weight: 600;
    color: var(--_muted);
  }

  .number {
    font-variant-numeric: tabular-nums;
  }

  .number:dir(rtl) {
    unicode-bidi: plaintext;
    text-align: right;
  }

  .hidden-text {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .stack {
    display: grid;
    gap: 16px;
  }
`;
