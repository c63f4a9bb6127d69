import {css} from 'lit';

export const styles = css`
  .pay,
  .values {
    display: grid;
    gap: 12px 24px;
    align-items: start;
    grid-template-columns: minmax(0, 1fr);
  }

  .code {
    display: grid;
    gap: 8px;
    justify-items: center;
    min-inline-size: 0;
  }

  cr-qr-code {
    justify-self: center;
    margin-inline: auto;
    box-shadow: 0 0 0 1px var(--_line);
  }

  summary {
    min-block-size: 44px;
    font-weight: 500;
  }

  .pills {
    align-items: center;
    flex-wrap: nowrap;
    max-inline-size: 100%;
  }

  .pills .label {
    display: none;
  }

  .pills button {
    min-inline-size: 0;
    min-block-size: 44px;
    padding-inline: 10px;
    line-height: 1.2;
    white-space: normal;
    overflow-wrap: anywhere;
  }

  details .pills {
    margin-block-start: 8px;
  }

  @container (min-width: 520px) {
    .pay:not(.hand) {
      grid-template-columns: minmax(260px, 46%) minmax(0, 1fr);
    }

    .code {
      --_qr: 260px;
      --_module: 4;
      position: sticky;
      inset-block-start: 16px;
    }

    .pills {
      flex-wrap: wrap;
      justify-content: center;
    }

    .pills .label {
      display: block;
      inline-size: 100%;
      text-align: center;
    }
  }
`;
