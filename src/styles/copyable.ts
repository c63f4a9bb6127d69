import {css} from 'lit';

/** A value with the button that copies it, as `copyableValue` draws it. */
export const copyable = css`
  .value {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 2px 12px;
    align-items: center;
    padding-block-end: 8px;
    overflow-wrap: anywhere;
    border-block-end: 1px solid var(--_line);
  }

  .value cr-copy-button {
    grid-row: 1 / span 2;
    grid-column: 2;
  }
`;
