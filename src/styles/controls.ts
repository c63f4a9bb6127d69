import {css} from 'lit';

/** Buttons, links that look like buttons, and icons. A transparent border is seen in forced colours. */
export const controls = css`
  .primary,
  .secondary {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    padding: 6px 14px;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    text-decoration: none;
  }

  .primary {
    inline-size: 100%;
    min-block-size: 48px;
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
    text-align: center;
    font-variant-numeric: tabular-nums;
    transition: filter 120ms;
  }

  .primary:hover:not(:disabled) {
    filter: brightness(1.08);
  }

  .primary:disabled,
  .primary[aria-disabled='true'] {
    background: var(--_surface);
    color: var(--_muted);
    cursor: default;
  }

  .secondary {
    min-block-size: 44px;
    border-color: var(--_edge);
    background: var(--_background);
    font-weight: 500;
  }

  .secondary:hover:not(:disabled) {
    border-color: var(--_text);
  }

  .quiet {
    display: inline-flex;
    align-items: center;
    min-block-size: 28px;
    color: var(--_accent);
    font-weight: 500;
    text-decoration: underline 1px;
  }

  summary {
    min-block-size: 28px;
    align-content: center;
    cursor: pointer;
  }

  .icon {
    inline-size: 20px;
    block-size: 20px;
    flex: none;
  }
`;
