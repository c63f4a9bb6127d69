import {css} from 'lit';

/** A `.repeated` line is followed by one of the same kind. */
export const styles = css`
  .line {
    display: grid;
    gap: 12px;
    padding-block-end: 16px;
    border-block-end: 1px solid var(--_line);
  }

  .line.repeated {
    padding: 0;
    border: 0;
  }

  .line h3 {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 2px 16px;
    font-size: 1em;
    font-weight: 600;
  }

  .secret {
    display: grid;
    gap: 10px;
    padding: 14px 16px;
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .code {
    font-family: var(--_mono);
    font-size: 1.25em;
    font-weight: 600;
    letter-spacing: 0.02em;
    overflow-wrap: anywhere;
    user-select: all;
  }

  cr-qr-code {
    max-inline-size: 240px;
    margin-inline: auto;
  }

  .quiet {
    justify-self: center;
  }

  .secret .quiet {
    justify-self: start;
  }

  @media print {
    button[type],
    cr-copy-button,
    .save {
      display: none;
    }
  }

  .save {
    display: grid;
    justify-items: center;
    gap: 4px;
    text-align: center;
  }
`;
