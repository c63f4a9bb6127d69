import {css} from 'lit';

export const styles = css`
  .pay {
    display: grid;
    gap: 12px 20px;
    grid-template-columns: minmax(0, 1fr);
  }

  .code {
    display: grid;
    gap: 8px;
    justify-items: center;
    align-content: start;
  }

  cr-qr {
    max-inline-size: 208px;
    box-shadow: 0 0 0 1px var(--_line);
  }

  .values {
    display: grid;
    gap: 12px;
    align-content: start;
  }

  .value {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 2px 12px;
    align-items: center;
    padding-block-end: 12px;
    border-block-end: 1px solid var(--_line);
  }

  .value cr-copy {
    grid-row: 1 / span 2;
    grid-column: 2;
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
    max-block-size: 6em;
    overflow-y: auto;
  }

  .address span {
    display: inline-block;
    margin-inline-end: 0.45em;
  }

  .warning {
    display: grid;
    grid-template-columns: 20px minmax(0, 1fr);
    gap: 10px;
    align-items: start;
    font-size: 0.9375em;
  }

  .warning .icon {
    color: var(--_danger);
  }

  .clock {
    display: flex;
    justify-content: space-between;
    gap: 12px;
    font-size: 0.875em;
  }

  .state {
    display: grid;
    gap: 4px;
  }

  .stages {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(0, 1fr);
    gap: 6px;
    font-size: 0.75em;
    color: var(--_muted);
  }

  .stages li {
    display: grid;
    gap: 6px;
    align-content: start;
    hyphens: auto;
  }

  .stages li::before {
    content: '';
    block-size: 4px;
    border-radius: 2px;
    background: var(--_line);
  }

  .stages li.reached {
    color: var(--_text);
  }

  .stages li.reached::before {
    background: var(--_success);
  }

  .stages li.current::before {
    background: var(--_accent);
    animation: breathe 1s ease-in-out infinite alternate;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .actions > * {
    flex: 1 1 140px;
  }

  .order-id {
    overflow-wrap: anywhere;
  }

  @container (min-width: 520px) {
    .pay {
      grid-template-columns: 216px minmax(0, 1fr);
    }

    cr-qr {
      max-inline-size: 216px;
    }
  }

  @media (forced-colors: active) {
    .stages li::before {
      border: 1px solid;
    }
  }
`;
