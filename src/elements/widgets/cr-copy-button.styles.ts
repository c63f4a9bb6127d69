import {css} from 'lit';

export const styles = css`
  button {
    min-inline-size: 44px;
    min-block-size: 44px;
    font-size: 0.875em;
  }

  .done {
    color: var(--_success);
  }
`;
