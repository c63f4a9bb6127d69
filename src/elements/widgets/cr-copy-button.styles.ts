import {css} from 'lit';

export const styles = css`
  button {
    inline-size: 44px;
    block-size: 44px;
    padding: 0;
  }

  .done {
    color: var(--_success);
    border-color: currentColor;
  }

  p {
    max-inline-size: 12em;
  }
`;
