import {css} from 'lit';

export const styles = css`
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

  @container (min-width: 520px) {
    .pay {
      grid-template-columns: minmax(0, max-content) minmax(50%, 1fr);
    }
  }
`;
