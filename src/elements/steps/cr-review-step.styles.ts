import {css} from 'lit';

export const styles = css`
  .summary {
    display: grid;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    overflow: hidden;
  }

  .summary > div {
    display: grid;
    grid-template-columns: minmax(88px, 30%) minmax(0, 1fr);
    gap: 4px 16px;
    padding: 12px 16px;
    border-block-end: 1px solid var(--_line);
  }

  .summary > div:last-child {
    border-block-end: 0;
    background: var(--_surface);
    align-items: baseline;
  }

  .summary dt {
    font-size: 0.875em;
    color: var(--_muted);
  }

  .summary dd {
    overflow-wrap: anywhere;
    font-weight: 500;
  }

  .summary .total {
    font-size: 1.125em;
    font-weight: 650;
    overflow-wrap: normal;
  }

  @container (max-width: 340px) {
    .summary > div {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
